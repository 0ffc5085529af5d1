import type { Day } from '../../shared/domain/brussels-time.ts'

/** The day in a date field, or null when it is empty or half filled in: a browser gives whole days only. */
export function dayIn(text: string): Day | null {
  return isDay(text) ? text : null
}

function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}
