import type { Clock, Day } from '../../../shared/domain/time/brussels-time.ts'

/** The value of a date field; null when it is empty or incomplete. */
export function dayIn(text: string): Day | null {
  return isDay(text) ? text : null
}

/** The value of a time field; null when it is empty or not a time. */
export function clockIn(text: string): Clock | null {
  const clock = clockTyped(text)
  return isClock(clock) ? clock : null
}

/**
 * Completes a time as people type it; text that cannot be a time is returned as it is.
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
