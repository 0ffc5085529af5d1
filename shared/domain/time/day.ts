import * as z from 'zod'

// Apart from the functions of Brussels time, so that a page that counts days does not carry zod.

// Days are compared as texts and counted on from: beyond four digits of a year the one is wrong and the other never ends.
const firstYear = '1000'
const lastYear = '9899'

/** A calendar day in Brussels, `2026-11-23`, that really exists. Never an instant: a day stored as an instant moves by one. */
export const Day = z
  .templateLiteral([z.string().regex(/^\d{4}$/), '-', z.string().regex(/^\d\d$/), '-', z.string().regex(/^\d\d$/)])
  .refine(isInCalendar, { message: 'no such day in the calendar' })
export type Day = z.infer<typeof Day>

/** A wall-clock time to the minute, `09:00`. Texts of this shape compare as times do. */
export const Clock = z.templateLiteral([z.string().regex(/^([01]\d|2[0-3])$/), ':', z.string().regex(/^[0-5]\d$/)])
export type Clock = z.infer<typeof Clock>

function isInCalendar(text: string): boolean {
  const midnight = Date.parse(`${text}T00:00:00Z`)
  const year = text.slice(0, 4)
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().slice(0, 10) === text && firstYear <= year && year <= lastYear
}
