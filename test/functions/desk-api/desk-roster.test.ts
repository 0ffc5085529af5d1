import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RosterChanged, TurnAt } from '../../../shared/contracts/roster/roster-changes.ts'
import type { DeskRoster } from '../../../shared/contracts/roster/roster.ts'
import { makeRoster, makeShift } from '../../support/people/make.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { itIs } from '../../support/time/clock.ts'
import { setRoster } from '../../support/people/roster.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'

let desk: TestDesk
let noor: Worker
let sam: Worker
let greet: Worker

beforeAll(async () => {
  desk = await startDesk()
  noor = desk.noor
  sam = desk.sam
  greet = desk.coordinator
  itIs('2026-11-24 09:50')
})
afterAll(async () => {
  await desk?.stop()
})

const nine = { from: '09:00', to: '13:00' } as const
const one = { from: '13:00', to: '17:00' } as const

// On Tuesday Noor is first in the morning and Sam in the afternoon, each the other's backup; on Wednesday nobody has a turn.
beforeEach(async () => {
  await setRoster(
    desk.stores.rosters,
    'limburg-oost',
    makeRoster(
      makeShift({ id: 'shift_1', worker: desk.noor.id, ...nine }),
      makeShift({ id: 'shift_2', worker: desk.sam.id, ...one }),
      makeShift({ id: 'shift_3', worker: desk.sam.id, role: 'backup', ...nine }),
    ),
  )
  desk.lambda.asked.splice(0)
})

const get = async (worker: Worker, query = '') =>
  bodyOf(await desk.ask(worker, { path: `/api/desk/roster${query}` })) as unknown as DeskRoster
const post = async (worker: Worker, path: string, body?: unknown) => {
  const answer = await desk.ask(worker, { method: 'POST', path: `/api/desk/roster/${path}`, body })
  return { status: answer.statusCode, body: bodyOf(answer) as unknown as RosterChanged & { field?: string } }
}
const morning = (given: Partial<TurnAt> = {}): TurnAt => ({ day: '2026-12-01', ...nine, role: 'first', worker: desk.noor.id, ...given })
const dayOf = async (worker: Worker, day: string) => (await get(worker)).days.find((found) => found.day === day)
const workersOn = async (day: string, role = 'first') =>
  (await dayOf(greet, day))?.turns.filter((turn) => turn.role === role).map((turn) => turn.worker.name)
const noticesOf = async (worker: Worker) =>
  (await desk.stores.notices.due()).filter((notice) => notice.worker === worker.id).map((notice) => notice.kind)

describe('the roster shows', () => {
  it('who is on now and who is next', async () => {
    const { now, next } = await get(noor)
    expect(now).toMatchObject({ isOpen: true, first: [{ name: 'Noor Wilg' }], backup: [{ name: 'Sam Eik' }] })
    expect(next).toMatchObject({ at: { clock: '13:00', away: 'today' }, first: [{ name: 'Sam Eik' }] })
  })

  it('four weeks from Monday, with mine marked', async () => {
    const { days, earlier, later, today } = await get(noor)
    expect([today, days.length, days[0]?.day, days.at(-1)?.day]).toEqual(['2026-11-24', 28, '2026-11-23', '2026-12-20'])
    expect([earlier, later]).toEqual(['2026-10-26', '2026-12-21'])
    expect(days[8]?.turns.map(({ isMine, mayChange }) => [isMine, mayChange])).toEqual(
      expect.arrayContaining([
        [true, true],
        [false, true],
      ]),
    )
  })

  it('gaps, also those without a backup, but none gone by', async () => {
    const [monday, tuesday, wednesday] = (await get(noor)).days
    expect(monday?.nobody).toEqual([])
    expect(tuesday?.noBackup).toEqual([one])
    expect(wednesday?.nobody).toEqual([{ from: '09:00', to: '17:00' }])
  })

  it.each([
    ['a weekend', '2026-11-28', { kind: 'not-in-week' }],
    ['Christmas', '2026-12-25', { kind: 'holiday', holiday: 'christmas' }],
  ])('why the line is closed: %s', async (_, day, closed) => {
    const { days } = await get(noor, '?from=2026-11-23&weeks=8')
    expect(days.find((found) => found.day === day)).toMatchObject({ closed, turns: [], nobody: [] })
  })

  it('the pattern to the coordinator only', async () => {
    expect((await get(noor)).shifts).toBeNull()
    expect((await get(greet)).shifts).toHaveLength(3)
  })

  it('a share of the work, and closing days that are missing', async () => {
    const { quality } = await get(sam)
    expect(quality.closingDaysMissing).toBe(2027)
    expect(quality.fairness).toContainEqual(expect.objectContaining({ worker: { id: desk.noor.id, name: 'Noor Wilg' }, hours: 16 }))
  })

  const wrong = ['?weeks=9', '?weeks=0', '?from=2026-02-30', '?weeks=x', '?from=0000-01-01', '?from=9999-12-31']
  it.each(wrong)('not a page that cannot be: %s', async (query) => {
    expect((await desk.ask(noor, { path: `/api/desk/roster${query}` })).statusCode).toBe(400)
  })
})

describe('a turn', () => {
  it('is taken over at once, and its worker is told', async () => {
    expect((await post(sam, 'take-over', { turn: morning() })).body).toEqual({ kind: 'changed', isLive: true })
    expect(await workersOn('2026-12-01')).toEqual(['Sam Eik', 'Sam Eik'])
    expect(await noticesOf(noor)).toContain('turn-changed')
    expect(desk.lambda.asked.map(({ path, body }) => [path, body])).toEqual([
      ['/2015-03-31/functions/apply-roster/invocations', '{"region":"limburg-oost"}'],
    ])
  })

  it('is saved all the same when Connect cannot be told at once', async () => {
    desk.lambda.isDown = true
    expect((await post(sam, 'take-over', { turn: morning() })).body).toEqual({ kind: 'changed', isLive: false })
    desk.lambda.isDown = false
    expect(await workersOn('2026-12-01')).toEqual(['Sam Eik', 'Sam Eik'])
  })

  it('is replaced by the coordinator, dropped, and added', async () => {
    await post(greet, 'replace', { turn: morning(), by: desk.sam.id })
    expect(await workersOn('2026-12-01')).toEqual(['Sam Eik', 'Sam Eik'])
    await post(greet, 'drop', { turn: morning({ worker: desk.sam.id }) })
    expect(await workersOn('2026-12-01')).toEqual(['Sam Eik'])
    expect((await post(greet, 'add', { turn: { ...morning(), team: 'genk' } })).status).toBe(200)
    expect(await workersOn('2026-12-01')).toEqual(['Noor Wilg', 'Sam Eik'])
  })

  it.each([
    ['gone by', { day: '2026-11-17' }, 'too-late'],
    ['of somebody who has none', { worker: 'worker_nobody' }, 'not-there'],
    ['that is longer than hers', { from: '09:00', to: '15:00' }, 'not-there'],
  ] as const)('%s is not taken over', async (_, given, kind) => {
    const turn = morning(given)
    const { status, body } = await post(sam, 'take-over', { turn })
    expect([status, body.kind]).toEqual([409, kind])
    expect(desk.lambda.asked).toEqual([])
  })

  it('goes to nobody who is away or on the line then', async () => {
    await post(greet, 'absences', { absence: { worker: desk.sam.id, kind: 'leave', from: '2026-12-01', to: '2026-12-01', between: null } })
    expect((await post(greet, 'replace', { turn: morning(), by: desk.sam.id })).body.kind).toBe('absent')
    const afternoon = morning({ ...one, worker: desk.sam.id })
    await post(greet, 'add', { turn: { ...morning({ day: '2026-12-08', ...one }), team: null } })
    expect((await post(noor, 'take-over', { turn: { ...afternoon, day: '2026-12-08' } })).body.kind).toBe('already-on-line')
  })

  it('of two who take it in the same moment goes to one', async () => {
    const lies = { ...desk.noor, id: 'worker_lies-of-a-race' as const, subject: 'subject-of-lies', username: 'lies' }
    await desk.stores.workers.save(lies)
    const turn = morning({ day: '2026-12-08' })
    const answers = await Promise.all([post(sam, 'take-over', { turn }), post(lies, 'take-over', { turn })])
    expect(answers.map(({ body }) => body.kind).sort()).toEqual(['changed', 'not-there'])
  })

  it('of five days changes five times at once, and none is lost', async () => {
    const days = ['2026-12-01', '2026-12-08', '2026-12-15', '2027-01-05', '2027-01-12'] as const
    const answers = await Promise.all(days.slice(0, 3).map((day) => post(sam, 'take-over', { turn: morning({ day }) })))
    expect(answers.map(({ body }) => body.kind)).toEqual(['changed', 'changed', 'changed'])
    expect((await desk.stores.rosters.rosterOf('limburg-oost')).changes).toHaveLength(3)
  })
})

describe('a swap', () => {
  const ask = async (given: object = {}) => {
    await post(noor, 'swaps', { turn: morning(), to: null, wants: null, ...given })
    return (await get(noor)).swaps.find((swap) => swap.mine)?.id ?? ''
  }

  it.each([
    ['5.14: the same turn', () => morning({ day: '2026-12-29' })],
    ['5.14: parts of one turn that meet', (index: number) => morning({ day: '2027-01-05', to: index % 2 === 0 ? '13:00' : '12:00' })],
  ] as const)('asked twenty times at once for %s stands once and is told once', async (_title, turnOf) => {
    const told = async () => (await noticesOf(sam)).filter((kind) => kind === 'swap-asked').length
    const before = await told()
    const twenty = Array.from({ length: 20 }, (_, index) => post(noor, 'swaps', { turn: turnOf(index), to: null, wants: null }))
    const kinds = (await Promise.all(twenty)).map(({ body }) => body.kind).sort()
    expect(kinds.filter((kind) => kind === 'swap-asked')).toHaveLength(1)
    const { day } = turnOf(0)
    expect((await get(sam)).swaps.filter((swap) => swap.turn.day === day)).toHaveLength(1)
    expect(await told()).toBe(before + 1)
    const [stands] = (await get(noor)).swaps.filter((swap) => swap.mine)
    expect((await post(noor, `swaps/${stands?.id}/withdraw`)).body.kind).toBe('swap-withdrawn')
  })

  it('is asked, taken and agreed, and each hears of it', async () => {
    const id = await ask()
    expect(await noticesOf(sam)).toContain('swap-asked')
    expect((await get(sam)).swaps).toMatchObject([{ id, forMe: true, mine: false, turn: { day: '2026-12-01' } }])
    expect((await post(sam, `swaps/${id}/take`, { returns: null })).body.kind).toBe('swap-taken')
    expect(await workersOn('2026-12-01')).toEqual(['Noor Wilg', 'Sam Eik'])
    expect(await noticesOf(noor)).toContain('swap-taken')
    expect((await get(noor)).swaps).toMatchObject([{ id, toAgree: true, taker: { name: 'Sam Eik' } }])
    expect((await post(noor, `swaps/${id}/agree`)).body).toEqual({ kind: 'changed', isLive: true })
    expect(await workersOn('2026-12-01')).toEqual(['Sam Eik', 'Sam Eik'])
    expect(await noticesOf(sam)).toContain('swap-agreed')
    expect((await get(noor)).swaps).toEqual([])
  })

  it('is for a turn in return, and both move', async () => {
    const id = await ask({ to: desk.sam.id, wants: { day: '2026-12-08', ...one, role: 'first' } })
    await post(sam, `swaps/${id}/take`, { returns: { day: '2026-12-08', ...one, role: 'first' } })
    await post(noor, `swaps/${id}/agree`)
    expect([await workersOn('2026-12-01'), await workersOn('2026-12-08')]).toEqual([
      ['Sam Eik', 'Sam Eik'],
      ['Noor Wilg', 'Noor Wilg'],
    ])
  })

  it('is asked once, and taken back', async () => {
    const id = await ask()
    expect((await post(noor, 'swaps', { turn: morning(), to: null, wants: null })).body.kind).toBe('already-offered')
    expect((await post(sam, `swaps/${id}/withdraw`)).body.kind).toBe('not-yours')
    expect((await post(noor, `swaps/${id}/agree`)).body.kind).toBe('not-taken')
    expect((await post(noor, `swaps/${id}/withdraw`)).body.kind).toBe('swap-withdrawn')
    expect((await post(sam, `swaps/${id}/take`, { returns: null })).body.kind).toBe('closed')
  })

  it('of a turn that is not hers is not asked', async () => {
    expect((await post(sam, 'swaps', { turn: morning(), to: null, wants: null })).body.kind).toBe('not-yours')
    expect((await post(noor, 'swaps', { turn: morning({ day: '2026-12-02' }), to: null, wants: null })).body.kind).toBe('not-there')
    expect((await post(noor, 'swaps', { turn: morning(), to: desk.fatma.id, wants: null })).body).toMatchObject({ field: 'to' })
  })

  it('of another region is absent', async () => {
    const id = await ask({ turn: morning({ day: '2026-12-15' }) })
    for (const [step, body] of [['take', { returns: null }], ['agree'], ['refuse'], ['withdraw']] as const)
      expect((await post(desk.fatma, `swaps/${id}/${step}`, body)).status).toBe(404)
    await post(noor, `swaps/${id}/withdraw`)
  })
})
