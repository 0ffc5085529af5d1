import type { Clock, Day } from '../../../shared/domain/time/brussels-time.ts'

/** The day in a date field, or null when it is empty or half filled in: a browser gives whole days only. */
export function dayIn(text: string): Day | null {
  return isDay(text) ? text : null
}

/** The time in a field, or null when it is empty or no time. */
export function clockIn(text: string): Clock | null {
  const clock = clockTyped(text)
  return isClock(clock) ? clock : null
}

/**
 * A time as people type it, made whole when it can be; what cannot be a time stays as it was typed.
 * @example clockTyped('9u30') // '09:30'
 */
export function clockTyped(text: string): string {
  const [, hour = '', minute = '00'] = /^\s*(\d{1,2})(?:\s*[:.,uh]\s*(\d{2})?)?\s*(?:uur)?\s*$/.exec(text) ?? []
  const whole = `${hour.padStart(2, '0')}:${minute}`
  return isClock(whole) ? whole : text
}

function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

function isClock(text: string): text is Clock {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
