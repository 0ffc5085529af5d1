import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addClosing, dropOverride, overridesInConnect, setClosing, setWeek } from '../../../shared/connect/hours.ts'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { type HoursStore, openHours } from '../../../shared/storage/hours/hours.ts'
import { at } from '../../support/time/at.ts'
import { type ConnectOfTemplate, hoursDeps, runApplyHours, startConnectOfTemplate } from '../../support/fixtures/connect-hours.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { kempen, oost } from '../../support/people/make.ts'

let database: TestDatabase
let connect: ConnectOfTemplate
let store: HoursStore
let pauses: number[] = []
let now = at('2026-11-24 10:30')

const deps = () => hoursDeps(connect, store, { now: () => now, pause: async (milliseconds) => pauses.push(milliseconds) })
const run = (event?: unknown) => runApplyHours(deps(), event)
const standing = (region = oost.id) => overridesInConnect(connect.reach(region))
const ours = async (region = oost.id) =>
  (await standing(region)).flatMap(({ closing }) => (closing?.name.startsWith('desk ') ? [`${closing.from} ${closing.to}`] : [])).sort()
const idOf = async (name: string) => (await standing()).find((one) => one.name === name)?.id ?? ''
const feast = '2026-01-01 2099-12-31'
const changes = () => connect.asked.filter((request) => !request.startsWith('GET'))

async function save(hours: OpeningHours, region = oost.id): Promise<void> {
  expect(await store.save(region, hours, (await store.versioned(region)).version)).toBe('saved')
}
const closed = (...days: [OpeningHours['closures'][number]['from'], OpeningHours['closures'][number]['to']][]): OpeningHours => ({
  ...oost.hours,
  closures: days.map(([from, to]) => ({ from, to, reason: 'gesloten' })),
})

beforeAll(async () => {
  database = await startTestDatabase()
})
beforeEach(async () => {
  connect?.stop()
  connect = await startConnectOfTemplate()
  store = openHours(database.table(() => now))
  for (const region of [oost, kempen]) await save(region.hours, region.id)
  now = at('2026-11-24 10:30')
  await run()
  pauses = []
  connect.asked.length = 0
})
afterAll(async () => {
  connect?.stop()
  await database?.stop()
})

describe('the hours in Connect', () => {
  it('keep to what the template has, and the feast of the desk', async () => {
    expect(await ours()).toEqual([feast])
    expect(await run()).toMatchObject({ kind: 'unchanged', changed: 0, failed: 0, drifted: [] })
    expect(changes()).toEqual([])
  })

  it('follow a week of several spans', async () => {
    const week: OpeningHours['week'] = {
      mon: [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '17:30' },
      ],
    }
    await save({ ...oost.hours, week })
    expect(await run({ region: oost.id })).toMatchObject({ kind: 'applied', changed: 1 })
    expect(connect.hoursOf(oost.id).windows).toEqual([
      { day: 'MONDAY', from: 540, until: 720 },
      { day: 'MONDAY', from: 780, until: 1050 },
    ])
  })

  it('close over Christmas, in pieces between the holidays', async () => {
    await save(closed(['2026-12-24', '2027-01-03']))
    expect(await run()).toMatchObject({ kind: 'applied', changed: 3 })
    expect(await ours()).toEqual([feast, '2026-12-24 2026-12-24', '2026-12-26 2026-12-31', '2027-01-02 2027-01-03'].sort())
  })

  it('let go of a closing that is over, and keep one that is under way', async () => {
    await save(closed(['2026-11-23', '2026-11-25'], ['2026-12-01', '2026-12-01']))
    await run()
    now = at('2026-11-25 23:59')
    expect(await run()).toMatchObject({ kind: 'unchanged' })
    now = at('2026-11-26 00:00')
    expect(await run()).toMatchObject({ kind: 'applied', changed: 1, drifted: [] })
    expect(await ours()).toEqual([feast, '2026-12-01 2026-12-01'])
  })

  it('change a closing that grows, and are never open in between', async () => {
    await save(closed(['2026-12-01', '2026-12-01']))
    await run()
    connect.asked.length = 0
    await save(closed(['2026-12-01', '2026-12-03']))
    expect(await run()).toMatchObject({ changed: 1 })
    expect(changes()).toEqual([expect.stringMatching(/^POST .*\/overrides\//)])
  })

  it('make what is new before they drop what goes', async () => {
    await save(closed(['2026-12-02', '2026-12-03']))
    await run()
    connect.asked.length = 0
    await save(closed(['2026-12-01', '2026-12-03']))
    await run()
    expect(changes().map((request) => request.split(' ')[0])).toEqual(['PUT', 'DELETE'])
  })

  it('are open on 11 July where the feast is no longer kept', async () => {
    await save({ ...oost.hours, flemishFeast: false })
    await run()
    expect(await ours()).toEqual([])
  })

  it('know the moveable holidays that the template no longer has', async () => {
    now = at('2031-01-01 00:00')
    await run()
    const moveable = [
      ['2031-04-14', '2031-05-22', '2031-06-02'],
      ['2032-03-29', '2032-05-06', '2032-05-17'],
      ['2033-04-18', '2033-05-26', '2033-06-06'],
    ].flat()
    expect(await ours()).toEqual([feast, ...moveable.map((day) => `${day} ${day}`)])
  })

  it('change four at first, and then no more than twice a second', async () => {
    await save(closed(['2026-12-01', '2026-12-01'], ['2026-12-03', '2026-12-03'], ['2026-12-07', '2026-12-07']))
    await run({ region: oost.id })
    expect(connect.asked).toHaveLength(5)
    expect(pauses).toEqual([1000])
  })

  it('are asked of one region when one was saved', async () => {
    await run({ region: kempen.id })
    expect(connect.asked.every((request) => request.includes(connect.hoursOf(kempen.id).id))).toBe(true)
  })

  it('never hold more than Connect does', async () => {
    const days = Array.from(
      { length: 40 },
      (_, place) => `2027-${String(1 + Math.floor(place / 10)).padStart(2, '0')}-${String(4 + 2 * (place % 10)).padStart(2, '0')}` as const,
    )
    await save(closed(...days.map((day): ['2027-01-01', '2027-01-01'] => [day as '2027-01-01', day as '2027-01-01'])))
    await run()
    expect(await standing()).toHaveLength(50)
    expect(await run()).toMatchObject({ kind: 'unchanged' })
  })
})

describe('what somebody changed in Connect by hand', () => {
  it.each([
    ['a week', () => setWeek(connect.reach(oost.id), [{ day: 'SUNDAY', from: '09:00', to: '17:00' }])],
    [
      'a closing that was added',
      () => addClosing(connect.reach(oost.id), { name: 'storm', from: '2026-11-25', to: '2026-11-25', yearly: null }),
    ],
    [
      'a closing of the desk that was moved',
      async () =>
        setClosing(connect.reach(oost.id), await idOf('desk flemish-feast'), {
          name: 'desk flemish-feast',
          from: '2026-11-25',
          to: '2026-11-25',
          yearly: null,
        }),
    ],
    ['a closing of the desk that was dropped', async () => dropOverride(connect.reach(oost.id), await idOf('desk flemish-feast'))],
    ['a legal holiday that was dropped', async () => dropOverride(connect.reach(oost.id), await idOf('legal christmas'))],
    [
      'a legal holiday that was moved',
      async () =>
        setClosing(connect.reach(oost.id), await idOf('legal christmas'), {
          name: 'legal christmas',
          from: '2026-12-28',
          to: '2026-12-28',
          yearly: null,
        }),
    ],
  ])('is put right, and told: %s', async (_, change) => {
    await change()
    expect(await run()).toMatchObject({ kind: 'drift-put-right', failed: 0, drifted: [oost.id] })
    expect(connect.hoursOf(oost.id).windows).toHaveLength(5)
    const names = (await standing()).map(({ name }) => name)
    expect(names).not.toContain('storm')
    expect(names).toContain('desk flemish-feast')
    expect(names.includes('legal christmas') || names.includes('desk 2026-12-25')).toBe(true)
    expect(await run()).toMatchObject({ kind: 'unchanged' })
  })
})

describe('a region that cannot be read', () => {
  it('does not keep the others from their hours', async () => {
    await save({ ...kempen.hours, flemishFeast: false }, kempen.id)
    const broken = {
      ...deps(),
      hoursOf: (region: string) => (region === oost.id ? Promise.reject(new Error('no')) : store.hoursOf(region)),
    }
    expect(await runApplyHours(broken)).toMatchObject({ kind: 'applied-in-part', failed: 1, changed: 1, errorName: 'Error' })
  })

  it('is tried again when a change was refused', async () => {
    await save({ ...oost.hours, flemishFeast: false })
    const { inConnect } = deps()
    const broken = { ...deps(), inConnect: (region: string) => ({ ...inConnect(region), drop: () => Promise.reject(new Error('no')) }) }
    expect(await runApplyHours(broken)).toMatchObject({ kind: 'applied-in-part', failed: 1 })
    expect(await run()).toMatchObject({ changed: 1, failed: 0 })
  })
})

it('is asked by nobody else', async () => {
  await expect(run({ region: 'Oost!' })).rejects.toThrow()
})
