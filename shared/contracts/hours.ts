import * as z from 'zod'
import type { Day, Weekday } from '../domain/time/brussels-time.ts'
import type { Holiday } from '../domain/time/holidays.ts'
import type { HoursProblem } from '../domain/hours/hours-problems.ts'
import type { OpeningHours } from '../domain/regions/region.ts'
import type { SuggestedClosure } from '../domain/hours/suggested-closures.ts'

// The opening hours at the coordinator's desk. What she types is read loosely: everything in it that contradicts itself is told at once,
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

/** `GET /api/desk/hours`, for the coordinator. `holidays` are closed without anybody typing them. */
export type DeskHours = {
  version: number
  hours: OpeningHours
  holidays: { day: Day; weekday: Weekday; holiday: Holiday }[]
  suggestions: { year: number; closures: SuggestedClosure[] }[]
}

/** `PUT /api/desk/hours`, for the coordinator, on the version that was read. */
export const SaveHours = z.strictObject({ version: z.int().min(0), hours: TypedHours })
export type SaveHours = z.infer<typeof SaveHours>

/** 200 `saved`, with what falls in closings that are new; 409 `stale`; 422 `contradicts`, with all that does, and nothing is written. */
export type HoursSaved =
  | { kind: 'saved'; version: number; isLive: boolean; inNewClosings: { turns: number; callbacks: number } }
  | { kind: 'stale'; newer: DeskHours }
  | { kind: 'contradicts'; problems: HoursProblem[] }

const nineToFive = [{ from: '09:00', to: '17:00' }]
export const saveHoursExample: SaveHours = {
  version: 0,
  hours: {
    week: { mon: nineToFive, tue: nineToFive, wed: nineToFive, thu: nineToFive, fri: nineToFive, sat: [], sun: [] },
    flemishFeast: true,
    closures: [{ from: '2026-12-25', to: '2027-01-01', reason: 'Kerstsluiting' }],
  },
}
