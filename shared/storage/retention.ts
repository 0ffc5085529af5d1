import { addDays, dayOf, instantOf, weekdayOf } from '../domain/brussels-time.ts'
import { holidayOn } from '../domain/holidays.ts'

const dayMilliseconds = 86_400_000

// A caller's number helps for a call-back, no longer than three working days (domain sources 5.2); whatever the calendar says, a week is the end.
const workingDaysOfNumber = 3
const mostDaysOfNumber = 7

/** Coaching notes and the facts of a contact live twelve months; the real file is kept by the organisation that helps the family. */
export function conversationKeptUntil(openedAt: Date): Date {
  return new Date(openedAt.getTime() + 365 * dayMilliseconds)
}

/** What links a contact to a caller's number lives until three working days have passed. */
export function numberKeptUntil(at: Date): Date {
  let day = dayOf(at)
  let workingDays = 0
  for (let days = 0; days < mostDaysOfNumber - 1 && workingDays < workingDaysOfNumber; days += 1) {
    day = addDays(day, 1)
    const weekend = ['sat', 'sun'].includes(weekdayOf(day))
    if (!weekend && holidayOn(day, false) === null) workingDays += 1
  }
  return instantOf(addDays(day, 1), '00:00')
}

/** That a notice was sent is remembered for a month, for whoever asks whether it went out. */
export function sentNoticeKeptUntil(sentAt: Date): Date {
  return new Date(sentAt.getTime() + 30 * dayMilliseconds)
}

/** A moment as DynamoDB's time to live wants it: whole seconds. */
export function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000)
}
