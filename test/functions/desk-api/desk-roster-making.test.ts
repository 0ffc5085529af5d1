import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GapsLeft, TurnAt } from '../../../shared/contracts/roster/roster-changes.ts'
import type { DeskAbsence, DeskRoster } from '../../../shared/contracts/roster/roster.ts'
import type { DutyShift } from '../../../shared/domain/roster/duty-roster.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { itIs } from '../../support/time/clock.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makeRoster, makeShift } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'

let desk: TestDesk
let noor: Worker
let greet: Worker

beforeAll(async () => {
  desk = await startDesk()
  noor = desk.noor
  greet = desk.coordinator
  itIs('2026-11-24 09:50')
})
afterAll(async () => {
  await desk?.stop()
})

const whole = { from: '09:00', to: '17:00' } as const
let tuesday: DutyShift

beforeEach(async () => {
  tuesday = makeShift({ id: 'shift_tuesday', worker: noor.id, ...whole })
  await setRoster(desk.stores.rosters, 'limburg-oost', makeRoster(tuesday))
})

const ask = async (worker: Worker, path: string, body?: unknown, method = 'POST') => {
  const answer = await desk.ask(worker, {
    method,
    path: `/api/desk/${path}`,
    body,
  })
  return { status: answer.statusCode, body: bodyOf(answer) }
}
const rosterOf = async (worker: Worker) => bodyOf(await desk.ask(worker, { path: '/api/desk/roster' })) as unknown as DeskRoster
const turn = (): TurnAt => ({ day: '2026-12-01', ...whole, role: 'first', worker: noor.id })
const leave = (given: object = {}) => ({
  absence: { worker: noor.id, kind: 'home-visit', from: '2026-12-01', to: '2026-12-01', between: whole, ...given },
})

describe('the repeating turns', () => {
  const save = async (shifts: readonly object[], version?: number) =>
    ask(greet, 'roster/shifts', { version: version ?? (await rosterOf(greet)).version, shifts }, 'PUT')

  it('are saved on the version that was read, and whoever it concerns is told', async () => {
    const afternoon = { ...tuesday, id: 'shift_new', on: 'wed', everyWeeks: 2, worker: desk.sam.id }
    expect((await save([tuesday, afternoon])).body).toEqual({ kind: 'changed', isLive: true })
    const { days } = await rosterOf(greet)
    expect(days.filter(({ weekday, turns }) => weekday === 'wed' && turns.length > 0).map(({ day }) => day)).toEqual([
      '2026-11-25',
      '2026-12-09',
    ])
    expect((await desk.stores.notices.due()).filter((notice) => notice.kind === 'turn-changed').map((notice) => notice.worker)).toContain(
      desk.sam.id,
    )
  })

  it('that are stale come back with the newer ones', async () => {
    const { version } = await rosterOf(greet)
    await save([])
    const { status, body } = await save([tuesday], version)
    expect([status, body]).toEqual([409, { kind: 'stale', newer: { version: version + 1, shifts: [] } }])
  })

  it.each([
    ['of a worker elsewhere', () => ({ worker: desk.fatma.id }), 'shifts.0.worker'],
    ['of the coordinator', () => ({ worker: greet.id }), 'shifts.0.worker'],
    ['for a team elsewhere', () => ({ team: 'voorkempen' }), 'shifts.0.team'],
    ['of a day that is none', () => ({ on: 'someday' }), 'shifts.0.on'],
    ['every no weeks', () => ({ everyWeeks: 0 }), 'shifts.0.everyWeeks'],
    ['from a day that is none', () => ({ startsOn: '2026-02-30' }), 'shifts.0.startsOn'],
    ['with a key that we do not know', () => ({ boss: true }), 'shifts.0.boss'],
  ])('%s are refused by their field', async (_, given, field) => {
    const before = (await rosterOf(greet)).version
    const { status, body } = await save([{ ...tuesday, ...given() }])
    expect([status, body]).toEqual([400, { kind: 'refused', field, sentence: expect.any(String) }])
    expect((await rosterOf(greet)).version).toBe(before)
  })

  it.each([
    ['with one worker first twice at once', 'overlap', { id: 'shift_other' }],
    ['3.10: with one worker first and backup at once', 'overlap', { id: 'shift_other', role: 'backup' }],
    ['with the same one twice', 'same-id', { on: 'fri' }],
  ])('%s are refused', async (_, kind, given) => {
    expect(await save([tuesday, { ...tuesday, ...given }])).toEqual({ status: 409, body: { kind } })
  })
})

describe('before a change is made', () => {
  const gaps = async (body: object) => (await ask(greet, 'roster/gaps', body)).body as unknown as GapsLeft
  const nobody = (found: GapsLeft) => found.gaps.filter((gap) => gap.what === 'nobody').map(({ day, from, to }) => [day, from, to])

  it('the gaps are known that dropping a turn leaves', async () => {
    expect(nobody(await gaps({ drop: turn() }))).toEqual([['2026-12-01', '09:00', '17:00']])
  })

  it('the gaps are known that an absence leaves, by the hour', async () => {
    const between = { from: '10:00', to: '12:00' }
    expect(nobody(await gaps(leave({ between })))).toEqual([['2026-12-01', '10:00', '12:00']])
  })

  it('the gaps are known that another pattern leaves, and no old ones', async () => {
    const found = nobody(await gaps({ shifts: [{ ...tuesday, to: '13:00' }] }))
    expect(found[0]).toEqual(['2026-11-24', '13:00', '17:00'])
    expect(new Set(found.map(([, from, to]) => `${from}-${to}`))).toEqual(new Set(['13:00-17:00']))
  })

  it('nothing is written', async () => {
    const before = await desk.database.items()
    await gaps({ drop: turn() })
    expect(await desk.database.items()).toEqual(before)
  })
})

describe('an absence', () => {
  const absences = async (worker: Worker): Promise<DeskAbsence[]> => (await rosterOf(worker)).absences

  it('is told to colleagues without its reason', async () => {
    await ask(noor, 'roster/absences', leave())
    expect(await absences(noor)).toMatchObject([{ kind: 'home-visit', mayRemove: true }])
    expect(await absences(greet)).toMatchObject([{ kind: 'home-visit', mayRemove: true }])
    expect(await absences(desk.sam)).toMatchObject([{ worker: { name: 'Noor Wilg' }, kind: null, mayRemove: false }])
  })

  it('takes her turn away, and the coordinator hears of it', async () => {
    await ask(noor, 'roster/absences', leave())
    expect((await rosterOf(greet)).days.find(({ day }) => day === '2026-12-01')).toMatchObject({ turns: [], nobody: [whole] })
    expect((await desk.stores.notices.due()).map(({ worker, kind }) => [worker, kind])).toContainEqual([greet.id, 'turn-changed'])
  })

  it('ends by herself or the coordinator, and by nobody else', async () => {
    await ask(noor, 'roster/absences', leave())
    const path = `roster/absences/${(await absences(noor))[0]?.id}/remove`
    expect((await ask(desk.sam, path)).status).toBe(404)
    expect((await ask(desk.fatma, path)).status).toBe(404)
    expect((await ask(greet, path)).body).toMatchObject({ kind: 'changed' })
    expect((await ask(noor, path)).status).toBe(404)
    expect(await absences(noor)).toEqual([])
  })

  it.each([
    ['of a colleague', () => desk.sam, {}, 'absence.worker'],
    ['of somebody elsewhere', () => greet, () => ({ worker: desk.fatma.id }), 'absence.worker'],
    ['that ends before it begins', () => noor, { to: '2026-11-30' }, 'absence.to'],
    ['of a kind that is none', () => noor, { kind: 'sick' }, 'absence.kind'],
  ])('%s is refused', async (_, who, given, field) => {
    const { status, body } = await ask(who(), 'roster/absences', leave(typeof given === 'function' ? given() : given))
    expect([status, body['field']]).toEqual([400, field])
  })

  it('that is over is too late', async () => {
    expect(await ask(noor, 'roster/absences', leave({ from: '2026-11-02', to: '2026-11-03' }))).toEqual({
      status: 409,
      body: { kind: 'too-late' },
    })
  })
})

describe('a door that is not hers is absent', () => {
  const forbidden: [title: string, who: () => Worker, method: string, path: string, body: () => unknown][] = [
    ['replacing, for a worker', () => noor, 'POST', 'roster/replace', () => ({ turn: turn(), by: desk.sam.id })],
    ['dropping, for a worker', () => noor, 'POST', 'roster/drop', () => ({ turn: turn() })],
    ['adding, for a worker', () => noor, 'POST', 'roster/add', () => ({ turn: { ...turn(), team: null } })],
    ['the pattern, for a worker', () => noor, 'PUT', 'roster/shifts', () => ({ version: 1, shifts: [] })],
    ['taking over, for a coordinator', () => greet, 'POST', 'roster/take-over', () => ({ turn: turn() })],
    ['asking a swap, for a coordinator', () => greet, 'POST', 'roster/swaps', () => ({ turn: turn(), to: null, wants: null })],
    ['a swap that never was', () => noor, 'POST', 'roster/swaps/swap_none/agree', () => undefined],
    ['a swap that cannot be', () => noor, 'POST', 'roster/swaps/x/agree', () => undefined],
  ]
  it.each(forbidden)('%s', async (_, who, method, path, body) => {
    const before = await desk.database.items()
    expect((await ask(who(), path, body(), method)).status).toBe(404)
    expect(await desk.database.items()).toEqual(before)
  })

  it('and a coordinator elsewhere changes nothing here', async () => {
    const elsewhere = {
      ...greet,
      id: 'worker_elsewhere' as const,
      region: 'voor-en-noorderkempen',
      subject: 'elsewhere',
      username: 'elsewhere',
    }
    await desk.stores.workers.save(elsewhere)
    expect((await ask(elsewhere, 'roster/drop', { turn: turn() })).body).toEqual({ kind: 'not-there' })
    expect((await rosterOf(elsewhere)).colleagues.map(({ id }) => id)).toEqual([desk.fatma.id])
    expect((await rosterOf(greet)).days[8]?.turns).toHaveLength(1)
  })
})

it('what is logged of a change names nobody', async () => {
  const lines = await logOf(async () => void (await ask(greet, 'roster/drop', { turn: turn() })))
  expect(lines.join('')).toContain('"kind":"changed"')
  expect(lines.join('')).not.toMatch(/worker_|Noor|Wilg/)
})
