import type { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect'
import { type Closing, legalClosings, weekSlots } from '../../shared/contracts/connect/connect-hours.ts'
import type { Clock } from '../../shared/domain/time/brussels-time.ts'
import { holidayYearsAtMost } from '../../shared/domain/hours/hours-problems.ts'
import type { OpeningHours } from '../../shared/domain/regions/region.ts'

type Slot = CfnHoursOfOperation.HoursOfOperationConfigProperty
type Override = CfnHoursOfOperation.HoursOfOperationOverrideProperty

/** The week as the region's data has it. After deployment, apply-hours overwrites it with the hours that coordinators set. */
export function weekForConnect(week: OpeningHours['week']): Slot[] {
  return weekSlots(week).map(({ day, from, to }) => ({ day, startTime: timeOf(from), endTime: timeOf(to) }))
}

/** The legal holidays; those that depend on Easter for the given years only. Coordinators add all other closings at the desk. */
export function closingsForConnect(years: readonly number[]): Override[] {
  if (years.length > holidayYearsAtMost)
    throw new Error(
      `Connect has room for ${holidayYearsAtMost} years of holidays beside the closings of the desk, not for ${years.length}.`,
    )
  return legalClosings(years).map(closed)
}

function closed({ name, from, to, yearly }: Closing): Override {
  const days: Override = { overrideName: name, overrideType: 'CLOSED', effectiveFrom: from, effectiveTill: to, overrideConfig: [] }
  if (yearly === null) return days
  const recurrencePattern = { frequency: 'YEARLY', interval: 1, byMonth: [yearly.month], byMonthDay: [yearly.date] }
  return { ...days, recurrenceConfig: { recurrencePattern } }
}

function timeOf(clock: Clock): { hours: number; minutes: number } {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return { hours, minutes }
}
