import { Temporal } from 'temporal-polyfill'

/** The instant of a Brussels wall time, `at('2026-11-24 10:30')`. Through Temporal, so that our conversion is not tested with itself. */
export function at(wallTime: string, ofTwo: 'compatible' | 'later' = 'compatible'): Date {
  const wall = Temporal.PlainDateTime.from(wallTime.replace(' ', 'T'))
  return new Date(wall.toZonedDateTime('Europe/Brussels', { disambiguation: ofTwo }).epochMilliseconds)
}
