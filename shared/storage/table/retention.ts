import { addDays, type Day, dayOf, instantOf, weekdayOf } from '../../domain/time/brussels-time.ts'
import { holidayOn } from '../../domain/time/holidays.ts'

const dayMilliseconds = 86_400_000
const minutesOfDay = 1440

// A caller's number is kept for a call-back, no longer than three working days (docs/sources.md 5.2), and never longer than a week.
const workingDaysOfNumber = 3
const maxDaysOfNumber = 7

/** Coaching notes and the facts of a contact: twelve months (docs/sources.md 5.2). */
export function conversationKeptUntil(openedAt: Date): Date {
  return new Date(openedAt.getTime() + 365 * dayMilliseconds)
}

/** What links a contact to a caller's number: three whole working days (docs/sources.md 5.2). */
export function numberKeptUntil(at: Date): Date {
  let day = dayOf(at)
  let workingDays = 0
  for (let days = 0; days < maxDaysOfNumber - 1 && workingDays < workingDaysOfNumber; days += 1) {
    day = addDays(day, 1)
    const weekend = ['sat', 'sun'].includes(weekdayOf(day))
    if (!weekend && holidayOn(day, false) === null) workingDays += 1
  }
  return instantOf(addDays(day, 1), '00:00')
}

/** That a contact came into a queue: an hour, longer than anybody waits. */
export function queuedKeptUntil(at: Date): Date {
  return new Date(at.getTime() + 60 * 60_000)
}

/**
 * Somebody who left and asked for nothing: as long as a number. By then whoever still needs us has rung again; after that the contact is
 * only counted, because an alias, a municipality and a role that nobody asked us to keep are not kept.
 */
export function unaskedKeptUntil(leftAt: Date): Date {
  return numberKeptUntil(leftAt)
}

/** A closed call-back: thirty days (docs/sources.md 5.2). */
export function closedCallbackKeptUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + 30 * dayMilliseconds)
}

/** That a notice was sent: thirty days, to answer whether it was. */
export function sentNoticeKeptUntil(sentAt: Date): Date {
  return new Date(sentAt.getTime() + 30 * dayMilliseconds)
}

/** A swap: as long as its changes stay in the roster, sixty days after its turn. */
export function swapKeptUntil(turn: Day): Date {
  return instantOf(addDays(turn, 61), '00:00')
}

/** The mark against repeating a notice: a day, unless the caller says otherwise. */
export function raisedNoticeKeptUntil(raisedAt: Date, minutes = minutesOfDay): Date {
  return new Date(raisedAt.getTime() + minutes * 60_000)
}

/** The check before an opening: a week, to see whether openings often go wrong. */
export function openingCheckKeptUntil(opensAt: Date): Date {
  return new Date(opensAt.getTime() + 7 * dayMilliseconds)
}

/** A softphone check: the rest of its day. */
export function softphoneCheckKeptUntil(checkedAt: Date): Date {
  return instantOf(addDays(dayOf(checkedAt), 1), '00:00')
}

/** A moment in whole seconds, as the time to live of DynamoDB needs it. */
export function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}
