import * as z from 'zod'
import { addDays, clockOf, type Day, dayOf, weekdayOf } from '../../../../shared/domain/time/brussels-time.ts'
import type { AssemblyResource } from '../../template/cloud-assembly.ts'
import { stableId } from './stable-id.ts'

/** In minutes after midnight; `until` is the first minute that is closed. */
type Window = { from: number; until: number }
type DayWindow = Window & { day: string }
type Recurrence = { frequency: string; interval: number; months: number[]; monthDays: number[]; occurrences: number[] }
/** An override of opening hours for certain days; `from` and `till` are inclusive. */
export type Override = {
  id: string
  name: string
  from: string
  till: string
  type: string
  windows: DayWindow[]
  recurrence: Recurrence | null
}
/** The opening hours of queues. */
export type Hours = {
  arn: string
  id: string
  name: string
  timeZone: string
  windows: DayWindow[]
  overrides: Override[]
  /** A hash of the hours in the template: changes at run time stay until the template itself changes. */
  planned: string
}

const days = { mon: 'MONDAY', tue: 'TUESDAY', wed: 'WEDNESDAY', thu: 'THURSDAY', fri: 'FRIDAY', sat: 'SATURDAY', sun: 'SUNDAY' } as const
const minutesPerDay = 1440

const Time = z.object({ Hours: z.coerce.number(), Minutes: z.coerce.number() })
/** An opening period, in the form of both the template and the control API. */
export const Slot = z.object({ Day: z.string(), StartTime: Time, EndTime: Time })
/** The recurrence of an override, in the form of both the template and the control API. */
export const Pattern = z.object({
  Frequency: z.string().default('YEARLY'),
  Interval: z.coerce.number().default(1),
  ByMonth: z.array(z.coerce.number()).default([]),
  ByMonthDay: z.array(z.coerce.number()).default([]),
  ByWeekdayOccurrence: z.array(z.coerce.number()).default([]),
})
const HoursShape = z.object({
  Name: z.string(),
  TimeZone: z.string().endsWith('/Brussels'),
  Config: z.array(Slot),
  HoursOfOperationOverrides: z
    .array(
      z.object({
        OverrideName: z.string(),
        EffectiveFrom: z.string(),
        EffectiveTill: z.string(),
        OverrideConfig: z.array(Slot).default([]),
        OverrideType: z.string().default('STANDARD'),
        RecurrenceConfig: z.object({ RecurrencePattern: Pattern }).optional(),
      }),
    )
    .default([]),
})

/** Reads opening hours from the template; throws for a time zone other than Europe/Brussels, because the line has only that one. */
export function readHours(resource: AssemblyResource): Hours {
  const read = HoursShape.safeParse(resource.properties)
  if (!read.success) throw new Error(`${resource.stack}/${resource.logicalId} (${resource.type}): ${z.prettifyError(read.error)}`)
  const shape = read.data
  return {
    arn: resource.arn,
    id: resource.id,
    name: shape.Name,
    timeZone: shape.TimeZone,
    windows: shape.Config.map(windowOf),
    planned: stableId(JSON.stringify(shape)),
    overrides: shape.HoursOfOperationOverrides.map((override) => ({
      id: stableId(`${resource.arn}/${override.OverrideName}`),
      name: override.OverrideName,
      from: override.EffectiveFrom,
      till: override.EffectiveTill,
      type: override.OverrideType,
      windows: override.OverrideConfig.map(windowOf),
      recurrence: override.RecurrenceConfig ? recurrenceOf(override.RecurrenceConfig.RecurrencePattern) : null,
    })),
  }
}

/** An opening period in minutes. */
export function windowOf(slot: z.infer<typeof Slot>): DayWindow {
  const from = slot.StartTime.Hours * 60 + slot.StartTime.Minutes
  const until = slot.EndTime.Hours * 60 + slot.EndTime.Minutes
  // The service writes a whole day as 12:00 AM to 12:00 AM.
  return { day: slot.Day, from, until: until <= from ? minutesPerDay : until }
}

/** The recurrence of an override, with defaults for omitted fields. */
export function recurrenceOf(pattern: z.infer<typeof Pattern>): Recurrence {
  return {
    frequency: pattern.Frequency,
    interval: Math.max(1, pattern.Interval),
    months: pattern.ByMonth,
    monthDays: pattern.ByMonthDay,
    occurrences: pattern.ByWeekdayOccurrence,
  }
}

/** Whether the hours are open at a moment, in Brussels wall time. */
export function isOpen(hours: Hours, at: Date): boolean {
  const [hour = 0, minute = 0] = clockOf(at).split(':').map(Number)
  const now = hour * 60 + minute
  return windowsOn(hours, dayOf(at)).some((window) => window.from <= now && now < window.until)
}

/** The open periods of one calendar day, with overrides applied. */
export function windowsOn(hours: Hours, day: Day): Window[] {
  const weekday = days[weekdayOf(day)]
  const onDay = (windows: DayWindow[]) => windows.filter((window) => window.day === weekday).map(({ from, until }) => ({ from, until }))
  return overridesOn(hours, day).reduce((open, override) => {
    const given = onDay(override.windows)
    if (override.type === 'OPEN') return [...open, ...given]
    // A closing without times closes the whole day.
    if (override.type === 'CLOSED') return given.length === 0 ? [] : given.reduce(without, open)
    return given
  }, onDay(hours.windows))
}

/** The overrides that apply on a day. */
export function overridesOn(hours: Hours, day: Day): Override[] {
  return hours.overrides.filter(
    (override) =>
      override.from <= day && day <= override.till && (override.recurrence === null || recursOn(override, override.recurrence, day)),
  )
}

function recursOn(override: Override, recurrence: Recurrence, day: Day): boolean {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const date = Number(day.slice(8))
  const first = override.from
  const among = (wanted: number[], value: number) => wanted.length === 0 || wanted.includes(value)
  if (recurrence.frequency === 'WEEKLY') {
    const weeks = Math.floor((Date.parse(day) - Date.parse(first)) / (7 * 86_400_000))
    return weeks % recurrence.interval === 0
  }
  const lastWeek = addDays(day, 7).slice(5, 7) !== day.slice(5, 7)
  const occurs = among(recurrence.occurrences, Math.ceil(date / 7)) || (lastWeek && recurrence.occurrences.includes(-1))
  if (!among(recurrence.monthDays, date) || !occurs) return false
  if (recurrence.frequency === 'MONTHLY') {
    const months = (year - Number(first.slice(0, 4))) * 12 + month - Number(first.slice(5, 7))
    return months % recurrence.interval === 0
  }
  return among(recurrence.months, month) && (year - Number(first.slice(0, 4))) % recurrence.interval === 0
}

function without(open: Window[], closed: Window): Window[] {
  return open.flatMap((window) => [
    ...(window.from < Math.min(window.until, closed.from) ? [{ from: window.from, until: Math.min(window.until, closed.from) }] : []),
    ...(Math.max(window.from, closed.until) < window.until ? [{ from: Math.max(window.from, closed.until), until: window.until }] : []),
  ])
}
