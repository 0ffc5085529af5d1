import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type DeskHours, type HoursSaved, saveHoursExample, type TypedHours } from '../../../shared/contracts/hours/hours.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { itIs } from '../../support/time/clock.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makeRoster, makeShift } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'

let desk: TestDesk
let version = 0

beforeAll(async () => {
  desk = await startDesk()
  await setRoster(desk.stores.rosters, 'limburg-oost', makeRoster(makeShift({ worker: desk.noor.id, from: '09:00', to: '17:00' })))
  itIs('2026-11-24 09:50')
})
afterAll(async () => {
  await desk?.stop()
})
beforeEach(async () => {
  version = (await hours()).version
  desk.lambda.asked.splice(0)
})

const hours = async () => bodyOf(await desk.ask(desk.coordinator, { path: '/api/desk/hours' })) as unknown as DeskHours
const save = async (given: object, on = version, worker: Worker = desk.coordinator) => {
  const body = { version: on, hours: { ...saveHoursExample.hours, closures: [], ...given } }
  const answer = await desk.ask(worker, { method: 'PUT', path: '/api/desk/hours', body })
  return { status: answer.statusCode, body: bodyOf(answer) as unknown as HoursSaved }
}
const week = (given: Partial<TypedHours['week']>) => ({ week: { ...saveHoursExample.hours.week, ...given } })

describe('the opening hours', () => {
  it('stand as in the region’s row, with what is closed and what may be', async () => {
    const shown = await hours()
    expect(shown).toMatchObject({ version: 0, hours: { week: { mon: [{ from: '09:00', to: '17:00' }] }, flemishFeast: true } })
    expect(shown.holidays[0]).toEqual({ day: '2026-12-25', weekday: 'fri', holiday: 'christmas' })
    expect(shown.holidays).toContainEqual({ day: '2027-07-11', weekday: 'sun', holiday: 'flemish-feast' })
    expect(shown.suggestions.map(({ year }) => year)).toEqual([2026, 2027])
    expect(shown.suggestions[1]?.closures).toContainEqual(expect.objectContaining({ kind: 'bridging-day', from: '2027-05-07' }))
  })

  it('are saved with a lunch break, and Connect is told at once', async () => {
    const mon = [
      { from: '13:30', to: '17:00' },
      { from: '09:00', to: '12:30' },
    ]
    expect((await save(week({ mon }))).body).toEqual({
      kind: 'saved',
      version: version + 1,
      isLive: true,
      inNewClosings: { turns: 0, callbacks: 0 },
    })
    expect((await desk.stores.hours.hoursOf('limburg-oost')).week.mon).toEqual([mon[1], mon[0]])
    expect(desk.lambda.asked.map(({ path, body }) => [path, body])).toEqual([
      ['/2015-03-31/functions/apply-hours/invocations', '{"region":"limburg-oost"}'],
    ])
  })

  it('are saved all the same when Connect cannot be told at once', async () => {
    desk.lambda.isDown = true
    expect((await save({})).body).toMatchObject({ kind: 'saved', isLive: false })
    desk.lambda.isDown = false
  })

  it('warn of turns in a new closing, and refuse nothing', async () => {
    const closures = [{ from: '2026-12-01', to: '2026-12-01', reason: 'Teamdag' }]
    expect((await save({ closures })).body).toMatchObject({ kind: 'saved', inNewClosings: { turns: 1, callbacks: 0 } })
    expect((await save({ closures }, version + 1)).body).toMatchObject({ kind: 'saved', inNewClosings: { turns: 0, callbacks: 0 } })
  })

  it('that are stale come back with the newer ones', async () => {
    await save({ flemishFeast: false })
    const { status, body } = await save({ flemishFeast: true })
    expect([status, body]).toMatchObject([409, { kind: 'stale', newer: { version: version + 1, hours: { flemishFeast: false } } }])
  })
})

describe('hours that contradict themselves', () => {
  it('are refused with everything at once, and nothing is written', async () => {
    const before = await desk.database.items()
    const { status, body } = await save({
      ...week({
        mon: [{ from: '17:00', to: '09:00' }],
        tue: [
          { from: '09:00', to: '13:00' },
          { from: '12:00', to: '17:00' },
        ],
        wed: [{ from: '', to: '17:00' }],
      }),
      closures: [
        { from: '2026-12-28', to: '2026-12-24', reason: 'Kerst' },
        { from: '2027-05-07', to: '2027-05-07', reason: ' ' },
      ],
    })
    expect(status).toBe(422)
    expect(body).toEqual({
      kind: 'contradicts',
      problems: [
        { kind: 'span-ends-before-it-begins', on: 'mon', place: 0 },
        { kind: 'spans-not-apart', on: 'tue', place: 1, other: 0 },
        { kind: 'not-a-time', on: 'wed', place: 0, field: 'from' },
        { kind: 'no-reason', place: 1 },
        { kind: 'closure-ends-before-it-begins', place: 0, day: '2026-12-28' },
      ],
    })
    expect(await desk.database.items()).toEqual(before)
    expect(desk.lambda.asked).toEqual([])
  })

  it('that never open are refused', async () => {
    const never = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    expect((await save({ week: never })).body).toEqual({ kind: 'contradicts', problems: [{ kind: 'week-never-opens' }] })
  })

  it.each([
    ['with a key that we do not know', { boss: true }, 'hours.boss'],
    ['with a weekday too many', { week: { ...saveHoursExample.hours.week, doomsday: [] } }, 'hours.week.doomsday'],
    ['with more spans than a day has', week({ mon: Array.from({ length: 7 }, () => ({ from: '09:00', to: '10:00' })) }), 'hours.week.mon'],
  ])('%s are refused by their field', async (_, given, field) => {
    const { status, body } = await save(given)
    expect([status, body]).toMatchObject([400, { kind: 'refused', field }])
  })
})

it.each([['a worker', () => desk.noor]])('%s finds no hours to edit', async (_, who) => {
  expect((await desk.ask(who(), { path: '/api/desk/hours' })).statusCode).toBe(404)
  expect((await save({}, version, who())).status).toBe(404)
})
