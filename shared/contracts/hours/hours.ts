import * as z from 'zod'
import { OpeningHours } from '../../domain/regions/region.ts'
import { weekdays } from '../../domain/time/brussels-time.ts'
import { Day } from '../../domain/time/day.ts'
import type { Holiday as HolidayName } from '../../domain/time/holidays.ts'
import type { AnswerIn } from '../answers.ts'
import { HoursProblem } from './hours-problems.ts'

// The opening hours at the coordinator's desk. What is typed there is read loosely: everything in it that contradicts itself is told at once,
// each at its own field, which a schema that stops at the first wrong cannot do.

const Typed = z.string().max(10)
const TypedSpans = z.array(z.strictObject({ from: Typed, to: Typed })).max(6)

/** Opening hours as they are typed: any short text where a day or a time belongs, and a day without spans is closed. */
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

/** A holiday on which lines are closed. */
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

/** The opening hours as the coordinator reads them. `holidays` are closed without anybody typing them. */
export const DeskHours = z.strictObject({
  version: z.int().min(0),
  hours: OpeningHours,
  holidays: z.array(z.strictObject({ day: Day, weekday: z.enum(weekdays), holiday: Holiday })),
  suggestions: z.array(z.strictObject({ year: z.int(), closures: z.array(SuggestedClosure) })),
})
export type DeskHours = z.infer<typeof DeskHours>

/** Opening hours to save, on the version that was read. */
export const SaveHours = z.strictObject({ version: z.int().min(0), hours: TypedHours })
export type SaveHours = z.infer<typeof SaveHours>

/** 200 `saved`, with what falls in closings that are new; 409 `stale`; 422 `contradicts`, with all that does, and nothing is written. */
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

/** Opening hours as the coordinator's desk sends them. */
export const saveHoursExample: SaveHours = {
  version: 0,
  hours: {
    week: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive, sat: [], sun: [] },
    flemishFeast: true,
    closures: [{ from: '2026-12-25', to: '2027-01-01', reason: 'Kerstsluiting' }],
  },
}
