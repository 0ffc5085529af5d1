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

// From this year on the line keeps the Flemish feast in Connect. A constant, else the closing would be another one every New Year.
const feastFromYear = 2026

// This year, and the two after it: soon enough for whoever plans, few enough for Connect.
const yearsAhead = [0, 1, 2]

/** The closings that are the desk's own: what the legal holidays of the template do not close already, the most urgent first. */
export function desiredClosings(hours: OpeningHours, legal: readonly Closing[], today: Day): Closing[] {
  const [feast] = hours.flemishFeast ? fixedHolidays(true).filter(({ holiday }) => holiday === 'flemish-feast') : []
  const yearly = feast ? [yearlyClosing(`${deskName}${feast.holiday}`, feastFromYear, { month: feast.month, date: feast.date })] : []
  const year = Number(today.slice(0, 4))
  const holidays = yearsAhead
    .flatMap((years) => holidaysOf(year + years, hours.flemishFeast))
    .filter(({ day }) => day >= today && ![...legal, ...yearly].some((closing) => closesOn(closing, day)))
    .map(({ day }) => ({ from: day, to: day }))
  const stretches = closingStretches(hours).filter(({ to }) => to >= today)
  // By its first day, so that a closing that grows at its end stays the same one and is never away for a moment.
  const dated = [...holidays, ...stretches]
    .sort((one, other) => one.from.localeCompare(other.from))
    .map(({ from, to }) => ({ name: `${deskName}${from}`, from, to, yearly: null }))
  return [...yearly, ...dated].slice(0, overridesAtMost - legal.length)
}

/** The closings of the template that stand as it made them. One of that name that closes anything but a legal holiday is somebody's hand. */
export function legalAmong(standing: readonly StandingOverride[]): Closing[] {
  return standing.flatMap(({ name, closing }) => (closing && name.startsWith(legalName) && isLegal(closing) ? [closing] : []))
}

function isLegal({ from, to, yearly }: Closing): boolean {
  if (yearly === null) return from === to && holidayOn(from, false) !== null
  return fixedHolidays(false).some(({ month, date }) => month === yearly.month && date === yearly.date)
}
