import * as z from 'zod'
import { OpeningHours } from '../../domain/regions/region.ts'
import { weekdays } from '../../domain/time/brussels-time.ts'
import { Day } from '../../domain/time/day.ts'
import type { Holiday as HolidayName } from '../../domain/time/holidays.ts'
import type { AnswerIn } from '../answers.ts'
import { HoursProblem } from './hours-problems.ts'

// Typed opening hours have a loose schema, so that `hoursProblems` of the domain can report all problems at once, each with its field. A
// strict schema would refuse the whole body for the first one.

const Typed = z.string().max(10)
const TypedSpans = z.array(z.strictObject({ from: Typed, to: Typed })).max(6)

/** Opening hours as typed: any short text in place of a day (YYYY-MM-DD) or a time (HH:MM). A weekday without spans is closed. */
export const TypedHours = z.strictObject({
  week: z.strictObject({
    mon: TypedSpans,
    tue: TypedSpans,
    wed: TypedSpans,
    thu: TypedSpans,
    fri: TypedSpans,
    sat: TypedSpans,
    sun: TypedSpans,
  }),
  flemishFeast: z.boolean(),
  closures: z.array(z.strictObject({ from: Typed, to: Typed, reason: z.string().max(300) })).max(60),
})
export type TypedHours = z.infer<typeof TypedHours>

/** A holiday on which lines are closed (docs/sources.md 6.1); `flemish-feast` only where the hours say so (docs/sources.md 6.2). */
export const Holiday = z.enum([
  'new-year',
  'easter-monday',
  'labour-day',
  'ascension',
  'whit-monday',
  'national-day',
  'assumption',
  'all-saints',
  'armistice',
  'christmas',
  'flemish-feast',
] satisfies HolidayName[])

const SuggestedClosure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('christmas'), from: Day, to: Day }),
  z.strictObject({ kind: z.literal('bridging-day'), from: Day, to: Day, after: Holiday }),
])

/**
 * The stored opening hours. `holidays` are closed by rule, without being entered; `suggestions` are closing days that nobody entered yet.
 */
export const DeskHours = z.strictObject({
  version: z.int().min(0),
  hours: OpeningHours,
  holidays: z.array(z.strictObject({ day: Day, weekday: z.enum(weekdays), holiday: Holiday })),
  suggestions: z.array(z.strictObject({ year: z.int(), closures: z.array(SuggestedClosure) })),
})
export type DeskHours = z.infer<typeof DeskHours>

/** Opening hours to save; `version` is the version that was edited. */
export const SaveHours = z.strictObject({ version: z.int().min(0), hours: TypedHours })
export type SaveHours = z.infer<typeof SaveHours>

/**
 * 200 `saved`: `isLive` = Connect follows at once, else within five minutes; `inNewClosings` counts turns and promised calls on newly
 * closed days. 409 `stale` with the newer hours, 422 `contradicts` with all problems; then nothing is written.
 */
export const HoursSaved = {
  200: z.strictObject({
    kind: z.literal('saved'),
    version: z.int(),
    isLive: z.boolean(),
    inNewClosings: z.strictObject({ turns: z.int().min(0), callbacks: z.int().min(0) }),
  }),
  409: z.strictObject({ kind: z.literal('stale'), newer: DeskHours }),
  422: z.strictObject({ kind: z.literal('contradicts'), problems: z.array(HoursProblem) }),
}
export type HoursSaved = AnswerIn<typeof HoursSaved>

const nineToFive = [{ from: '09:00', to: '17:00' }]

/** An example of the body. */
export const saveHoursExample: SaveHours = {
  version: 0,
  hours: {
    week: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive, sat: [], sun: [] },
    flemishFeast: true,
    closures: [{ from: '2026-12-25', to: '2027-01-01', reason: 'Kerstsluiting' }],
  },
}
