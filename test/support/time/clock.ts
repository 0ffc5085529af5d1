import { vi } from 'vitest'
import { at } from './at.ts'

// The one place where tests ask what time it is. A handler that a test imports asks `new Date()`, as in AWS, and hears the test's own time.

/** From here on it is this Brussels wall time for all that asks in this process, and stays so until the next. Timers run on as ever. */
export function itIs(moment: string | Date, ofTwo: 'compatible' | 'later' = 'compatible'): void {
  vi.useFakeTimers({ toFake: ['Date'], now: typeof moment === 'string' ? at(moment, ofTwo) : moment })
}

/** The moment that the test says it is. */
export function now(): Date {
  if (!vi.isFakeTimers()) throw new Error("say first what time it is, with itIs('2026-11-24 10:30'): no test asks the machine")
  return new Date()
}
