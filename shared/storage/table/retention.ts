import { addDays, type Day, dayOf, instantOf, weekdayOf } from '../../domain/time/brussels-time.ts'
import { holidayOn } from '../../domain/time/holidays.ts'

const dayMilliseconds = 86_400_000
const minutesOfDay = 1440

// A caller's number helps for a call-back, no longer than three working days (docs/sources.md 5.2); whatever the calendar says, a week is the end.
const workingDaysOfNumber = 3
const maxDaysOfNumber = 7

/** Coaching notes and the facts of a contact live twelve months; the real file is kept by the organisation that helps the family. */
export function conversationKeptUntil(openedAt: Date): Date {
  return new Date(openedAt.getTime() + 365 * dayMilliseconds)
}

/** What links a contact to a caller's number lives until three working days have passed. */
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

/** What became of who did not reach a person stays visible for a month. */
export function closedCallbackKeptUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + 30 * dayMilliseconds)
}

/** That a notice was sent is remembered for a month, for whoever asks whether it went out. */
export function sentNoticeKeptUntil(sentAt: Date): Date {
  return new Date(sentAt.getTime() + 30 * dayMilliseconds)
}

/** A swap is of interest as long as the changes it made stand in the roster: sixty days after its turn. */
export function swapKeptUntil(turn: Day): Date {
  return instantOf(addDays(turn, 61), '00:00')
}

/** The same thing is told once a day, unless it says otherwise. */
export function raisedNoticeKeptUntil(raisedAt: Date, minutes = minutesOfDay): Date {
  return new Date(raisedAt.getTime() + minutes * 60_000)
}

/** How a line stood before an opening is of use for a week, to see whether mornings go wrong. */
export function openingCheckKeptUntil(opensAt: Date): Date {
  return new Date(opensAt.getTime() + 7 * dayMilliseconds)
}

/** A softphone that worked this morning says nothing about tomorrow. */
export function softphoneCheckKeptUntil(checkedAt: Date): Date {
  return instantOf(addDays(dayOf(checkedAt), 1), '00:00')
}

/** A moment as DynamoDB's time to live wants it: whole seconds. */
export function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}
