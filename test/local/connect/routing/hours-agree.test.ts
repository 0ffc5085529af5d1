import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Hours, isOpen, windowsOn } from '../../../../infra/local/connect/model/hours.ts'
import { addDays, type Day, dayFrom, instantOf } from '../../../../shared/domain/time/brussels-time.ts'
import { openingAt, spansOn } from '../../../../shared/domain/hours/opening-hours.ts'
import { type OpeningHours, openRegions } from '../../../../shared/domain/regions/region.ts'
import { regions } from '../../../../shared/domain/regions/regions.ts'
import { suggestedClosures } from '../../../../shared/domain/hours/suggested-closures.ts'
import { type HoursStore, openHours } from '../../../../shared/storage/hours/hours.ts'
import { type ConnectOfTemplate, hoursDeps, runApplyHours, startConnectOfTemplate } from '../../../support/fixtures/connect-hours.ts'
import { startTestDatabase, type TestDatabase } from '../../../support/fixtures/database.ts'
import { oost } from '../../../support/people/make.ts'

const years = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036]
const lines = openRegions(regions).map(({ id }) => id)

let database: TestDatabase
let connect: ConnectOfTemplate
let store: HoursStore
let now = instantOf(dayFrom(2026, 1, 1), '00:00')

beforeAll(async () => {
  database = await startTestDatabase()
  connect = await startConnectOfTemplate()
  store = openHours(database.table(() => now))
})
afterAll(async () => {
  connect?.stop()
  await database?.stop()
})

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** The fast comparison: the days of a year on which the time slices in Connect differ from the opening hours of the domain. */
function daysApart(inConnect: Hours, hours: OpeningHours, year: number): Day[] {
  const found: Day[] = []
  for (let day = dayFrom(year, 1, 1); day < dayFrom(year + 1, 1, 1); day = addDays(day, 1)) {
    const windows = windowsOn(inConnect, day).sort((one, other) => one.from - other.from)
    const spans = spansOn(hours, day).map(({ from, to }) => ({ from: minutesOf(from), until: minutesOf(to) }))
    if (JSON.stringify(windows) !== JSON.stringify(spans)) found.push(day)
  }
  return found
}

/** The slow comparison: the minutes at which one of the two is open and the other is closed. */
function minutesApart(inConnect: Hours, hours: OpeningHours, [from, till]: readonly [Day, Day]): string[] {
  const found: string[] = []
  const end = instantOf(addDays(till, 1), '00:00').getTime()
  for (let minute = instantOf(from, '00:00').getTime(); minute < end; minute += 60_000) {
    const at = new Date(minute)
    if (isOpen(inConnect, at) !== (openingAt(hours, at).kind === 'open')) found.push(at.toISOString())
  }
  return found
}

async function atNewYear(year: number): Promise<{ failed: number }> {
  now = instantOf(dayFrom(year, 1, 1), '00:00')
  return runApplyHours(hoursDeps(connect, store, { now: () => now, pause: async () => undefined }))
}

// As a coordinator might set them: several periods a day, closed between Christmas and New Year and on every bridging day.
function edited(hours: OpeningHours, year: number): OpeningHours {
  const spans = [
    { from: '08:30', to: '12:00' },
    { from: '12:45', to: '16:00' },
    { from: '17:00', to: '18:15' },
  ] as const
  const open: OpeningHours = { ...hours, week: { ...hours.week, tue: [...spans], thu: [...spans], fri: [...spans] }, closures: [] }
  const suggested = [...suggestedClosures(year, open), ...suggestedClosures(year + 1, open)]
  const overHolidays = { from: dayFrom(year, 12, 24), to: dayFrom(year + 1, 1, 2), reason: 'Kerstsluiting' }
  const apart = suggested.filter(({ from, to }) => to < overHolidays.from || overHolidays.to < from)
  const closures = [overHolidays, ...apart.map(({ from, to }) => ({ from, to, reason: 'Brugdag' }))]
  return { ...open, flemishFeast: !hours.flemishFeast, closures }
}

async function save(region: string, hours: OpeningHours): Promise<void> {
  expect(await store.save(region, hours, (await store.versioned(region)).version)).toBe('saved')
}

const weeks = [
  ['in which summer time begins', '2027-03-22', '2027-03-29'],
  ['in which winter time begins', '2027-10-25', '2027-11-01'],
  ['of Ascension, far ahead', '2036-05-19', '2036-05-25'],
  ['of 11 July', '2028-07-10', '2028-07-16'],
  ['of Christmas', '2032-12-20', '2033-01-03'],
] as const satisfies readonly (readonly [string, Day, Day])[]

describe.each(years)('in %i every minute is open in Connect when it is in the domain', (year) => {
  it('by the rows', async () => {
    expect(await atNewYear(year)).toMatchObject({ failed: 0 })
    for (const line of lines) expect([line, daysApart(connect.hoursOf(line), await store.hoursOf(line), year)]).toEqual([line, []])
  })

  it('by what a coordinator saved', async () => {
    const before = await Promise.all(lines.map((line) => store.hoursOf(line)))
    for (const [place, line] of lines.entries()) await save(line, edited(before[place]!, year))
    expect(await atNewYear(year)).toMatchObject({ failed: 0 })
    for (const line of lines) expect([line, daysApart(connect.hoursOf(line), await store.hoursOf(line), year)]).toEqual([line, []])
    for (const [place, line] of lines.entries()) await save(line, before[place]!)
  })
})

describe('the form by days says what the form by minutes says', () => {
  it.each(weeks)('in the week %s', async (_, from, till) => {
    await save(oost.id, edited(oost.hours, Number(from.slice(0, 4))))
    await atNewYear(Number(from.slice(0, 4)))
    const hours = await store.hoursOf(oost.id)
    expect(minutesApart(connect.hoursOf(oost.id), hours, [from, till])).toEqual([])
    await save(oost.id, oost.hours)
  })
})

describe('planted wrongs are seen', () => {
  const wrongs: [string, (hours: Hours) => Hours, Day][] = [
    [
      'a closing that is missing',
      (hours) => ({ ...hours, overrides: hours.overrides.filter(({ name }) => name !== 'legal christmas') }),
      '2026-12-25',
    ],
    [
      'a Friday after Ascension closed by hand',
      (hours) => ({
        ...hours,
        overrides: [...hours.overrides, { ...hours.overrides[0]!, from: '2026-05-15', till: '2026-05-15', recurrence: null }],
      }),
      '2026-05-15',
    ],
    [
      'an hour’s shift',
      (hours) => ({
        ...hours,
        windows: hours.windows.map((window) => (window.day === 'WEDNESDAY' ? { ...window, from: window.from + 60 } : window)),
      }),
      '2026-03-25',
    ],
    [
      'an opening on a holiday',
      (hours) => ({
        ...hours,
        overrides: hours.overrides.map((one) =>
          one.name === 'legal 2026 easter-monday' ? { ...one, type: 'OPEN', windows: [{ day: 'MONDAY', from: 540, until: 545 }] } : one,
        ),
      }),
      '2026-04-06',
    ],
  ]

  it.each(wrongs)('%s', async (_, wrongly, day) => {
    await atNewYear(2026)
    const wrong = wrongly(connect.hoursOf(oost.id))
    expect(daysApart(wrong, oost.hours, 2026)).toContain(day)
    expect(minutesApart(wrong, oost.hours, [day, day])).not.toEqual([])
  })
})
