import { vi } from 'vitest'
import { at } from './at.ts'

// The one place where tests set and read the time. A handler that a test imports calls `new Date()`, as in AWS, and gets that time.

/** Sets the time of this process to a Brussels wall time, at which it stands still until the next call. Timers keep running. */
export function itIs(moment: string | Date, ofTwo: 'compatible' | 'later' = 'compatible'): void {
  vi.useFakeTimers({ toFake: ['Date'], now: typeof moment === 'string' ? at(moment, ofTwo) : moment })
}

/** The time that the test has set; throws when it has set none. */
export function now(): Date {
  if (!vi.isFakeTimers()) throw new Error("say first what time it is, with itIs('2026-11-24 10:30'): no test asks the machine")
  return new Date()
}
