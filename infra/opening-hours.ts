import type { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect'
import { addDays, type Clock, type Day, weekdays, type Weekday } from '../shared/domain/brussels-time.ts'
import { type Holiday, holidayOn } from '../shared/domain/holidays.ts'
import type { OpeningHours } from '../shared/domain/region.ts'

type Slot = CfnHoursOfOperation.HoursOfOperationConfigProperty
type Override = CfnHoursOfOperation.HoursOfOperationOverrideProperty

const connectDay = {
  mon: 'MONDAY',
  tue: 'TUESDAY',
  wed: 'WEDNESDAY',
  thu: 'THURSDAY',
  fri: 'FRIDAY',
  sat: 'SATURDAY',
  sun: 'SUNDAY',
} as const satisfies Record<Weekday, string>

// The quota of one hours-of-operation object.
const overridesAtMost = 50

/** The week as Connect holds it. */
export function weekForConnect(week: OpeningHours['week']): Slot[] {
  return weekdays.flatMap((day) =>
    (week[day] ?? []).map(({ from, to }) => ({ day: connectDay[day], startTime: timeOf(from), endTime: timeOf(to) })),
  )
}

/** The days of these years on which the week does not count: holidays and the region's own closing days, each closed all day. */
export function closingsForConnect({ closures, flemishFeast }: OpeningHours, years: readonly number[]): Override[] {
  const own = closures.map(({ from, to, reason }) => closed({ name: `${from} ${reason}`, from, to }))
  const holidays = years
    .flatMap((year) => holidaysOf(year, flemishFeast))
    // Two overrides on one day would leave it to Connect which of them counts.
    .filter(({ day }) => !closures.some((closure) => closure.from <= day && day <= closure.to))
    .map(({ day, holiday }) => closed({ name: `${day} ${holiday}`, from: day, to: day }))
  const all = [...own, ...holidays]
  if (all.length > overridesAtMost)
    throw new Error(`Connect holds ${overridesAtMost} closings for a line, and these are ${all.length}: give fewer years.`)
  return all
}

/** The holidays of a year, in the order of the calendar. */
export function holidaysOf(year: number, flemishFeast: boolean): { day: Day; holiday: Holiday }[] {
  const found: { day: Day; holiday: Holiday }[] = []
  for (let day: Day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const holiday = holidayOn(day, flemishFeast)
    if (holiday) found.push({ day, holiday })
  }
  return found
}

function closed({ name, from, to }: { name: string; from: Day; to: Day }): Override {
  return { overrideName: name, overrideType: 'CLOSED', effectiveFrom: from, effectiveTill: to, overrideConfig: [] }
}

function timeOf(clock: Clock): { hours: number; minutes: number } {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return { hours, minutes }
}
