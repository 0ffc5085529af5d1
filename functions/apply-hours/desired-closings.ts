import type { StandingOverride } from '../../shared/connect/hours.ts'
import {
  closesOn,
  type Closing,
  deskName,
  legalName,
  overridesAtMost,
  yearlyClosing,
} from '../../shared/contracts/connect/connect-hours.ts'
import type { Day } from '../../shared/domain/time/brussels-time.ts'
import { fixedHolidays, holidayOn, holidaysOf } from '../../shared/domain/time/holidays.ts'
import { closingStretches } from '../../shared/domain/hours/opening-hours.ts'
import type { OpeningHours } from '../../shared/domain/regions/region.ts'

// The first year of the yearly override for the Flemish feast day. A constant: the current year would make it a different closing every
// January.
const feastFromYear = 2026

// This year and the two after it: enough for planning, and within the number of overrides that Connect allows.
const yearsAhead = [0, 1, 2]

/**
 * The closings that this function manages: all closing days and holidays that the template's legal holidays do not cover. The yearly one
 * comes first, then by first day; cut off at the number of overrides that Connect allows.
 */
export function desiredClosings(hours: OpeningHours, legal: readonly Closing[], today: Day): Closing[] {
  const [feast] = hours.flemishFeast ? fixedHolidays(true).filter(({ holiday }) => holiday === 'flemish-feast') : []
  const yearly = feast ? [yearlyClosing(`${deskName}${feast.holiday}`, feastFromYear, { month: feast.month, date: feast.date })] : []
  const year = Number(today.slice(0, 4))
  const holidays = yearsAhead
    .flatMap((years) => holidaysOf(year + years, hours.flemishFeast))
    .filter(({ day }) => day >= today && ![...legal, ...yearly].some((closing) => closesOn(closing, day)))
    .map(({ day }) => ({ from: day, to: day }))
  const stretches = closingStretches(hours).filter(({ to }) => to >= today)
  // Named by its first day, so that a closing whose last day changes keeps its name and is updated in place, never removed first.
  const dated = [...holidays, ...stretches]
    .sort((one, other) => one.from.localeCompare(other.from))
    .map(({ from, to }) => ({ name: `${deskName}${from}`, from, to, yearly: null }))
  return [...yearly, ...dated].slice(0, overridesAtMost - legal.length)
}

/**
 * The template's closings that are unchanged. An override with a template name that closes another day was edited by hand and is not one of
 * them.
 */
export function legalAmong(standing: readonly StandingOverride[]): Closing[] {
  return standing.flatMap(({ name, closing }) => (closing && name.startsWith(legalName) && isLegal(closing) ? [closing] : []))
}

function isLegal({ from, to, yearly }: Closing): boolean {
  if (yearly === null) return from === to && holidayOn(from, false) !== null
  return fixedHolidays(false).some(({ month, date }) => month === yearly.month && date === yearly.date)
}
