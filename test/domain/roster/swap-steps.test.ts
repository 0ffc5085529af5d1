import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, type Day } from '../../../shared/domain/time/brussels-time.ts'
import { type DutyRoster, turnsOn } from '../../../shared/domain/roster/duty-roster.ts'
import type { WorkerId } from '../../../shared/domain/ids.ts'
import {
  agreeSwap,
  askSwap,
  isOpen,
  refuseSwap,
  type Swap,
  type SwapTurn,
  takeSwap,
  withdrawSwap,
} from '../../../shared/domain/roster/swap.ts'
import { at } from '../../support/time/at.ts'
import { makeAbsence, makeRoster, makeShift } from '../../support/people/make.ts'
import { lies, noor, sam, tuur } from '../../support/people/people.ts'

// Four workers and three mornings, each with one first and one backup: so few that requests often concern the same turn. In whatever order
// the workers ask, take, agree, refuse and withdraw, also on swaps of others, every morning keeps one first and one backup, and the roster
// changes only after both workers agreed.
const workers = [noor, sam, lies, tuur] as const
const weekdays = ['mon', 'tue', 'wed'] as const
const morning = { from: '09:00', to: '13:00' } as const
const monday: Day = '2026-11-23'
const roster: DutyRoster = {
  ...makeRoster(
    ...weekdays.flatMap((on, day) => {
      const [worker = noor, backup = sam] = [workers[day], workers[day + 1]]
      return [makeShift({ on, ...morning, worker }), makeShift({ on, ...morning, worker: backup, role: 'backup' })]
    }),
  ),
  absences: [makeAbsence({ worker: tuur, kind: 'home-visit', from: '2026-11-24', between: { from: '10:00', to: '11:00' } })],
}

const worker = fc.constantFrom(...workers)
const turn: fc.Arbitrary<SwapTurn> = fc
  .record({ day: fc.integer({ min: 0, max: 2 }), role: fc.constantFrom('first', 'backup') })
  .map(({ day, role }) => ({ day: addDays(monday, day), ...morning, role }))

// Most steps are taken by a worker who is allowed to take them; otherwise hardly any random sequence would end in an agreement.
const step = fc.record({
  what: fc.constantFrom('ask', 'take', 'take', 'agree', 'agree', 'ask', 'take', 'take', 'agree', 'agree', 'refuse', 'withdraw'),
  fits: fc.constantFrom(true, true, true, false),
  by: worker,
  of: fc.constantFrom(0, 0, 1, 2),
  to: fc.option(worker),
  turn,
  other: fc.option(turn),
  hours: fc.constantFrom(0, 0, 0, 1),
})
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never
type SwapState = { roster: DutyRoster; swaps: Swap[]; now: Date; took: Map<string, WorkerId> }

function walk(state: SwapState, { what, fits, of, to, turn: offered, ...asked }: Step, id: number): void {
  const around = { roster: state.roster, now: state.now }
  const put = (outcome: { kind: string; swap?: Swap }) => {
    const { swap } = outcome
    if (swap) state.swaps = [...state.swaps.filter((one) => one.id !== swap.id), swap]
  }
  if (what === 'ask') {
    const asker = fits ? holderOf(state.roster, offered) : asked.by
    const wants = to === null || (fits && asked.other && holderOf(state.roster, asked.other) !== to) ? null : asked.other
    const open = state.swaps.filter((one) => isOpen(one, state.now))
    return put(askSwap({ id: `swap_${id}`, region: 'limburg-oost', asker, turn: offered, to, wants }, open, around))
  }
  const swap = state.swaps.toReversed()[of]
  if (!swap) return
  const by = !fits ? asked.by : what === 'take' ? (swap.to ?? asked.by) : swap.asker
  if (what === 'take') {
    const returns = fits && asked.other && holderOf(state.roster, asked.other) !== by ? null : asked.other
    const outcome = takeSwap(swap, { by, returns }, around)
    if (outcome.kind === 'stepped') state.took.set(swap.id, by)
    return put(outcome)
  }
  if (what === 'refuse') return put(refuseSwap(swap, by, state.now))
  if (what === 'withdraw') return put(withdrawSwap(swap, by, state.now))
  const outcome = agreeSwap(swap, { by, ids: [`change_${id}-a`, `change_${id}-b`] }, around)
  if (outcome.kind !== 'agreed') return
  // Both agreed: the asker in this step, the taker when taking the swap.
  expect([by, state.took.get(swap.id)]).toEqual([swap.asker, swap.taker])
  state.roster = outcome.roster
  put(outcome)
}

function holderOf(given: DutyRoster, { day, from, role: part }: SwapTurn): WorkerId {
  return turnsOn({ ...given, absences: [] }, day).find((one) => one.role === part && one.from === from)?.worker ?? noor
}

it('no order of steps leaves a turn with nobody or with two, nor moves it without both', () => {
  let agreed = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const state: SwapState = { roster, swaps: [], now: at('2026-11-22 20:00'), took: new Map() }
      for (const [index, one] of steps.entries()) {
        const before = state.roster
        walk(state, one, index)
        state.now = new Date(state.now.getTime() + one.hours * 3_600_000)
        if (state.roster === before) continue
        agreed += 1
        expectFull(state.roster)
      }
    }),
    { numRuns: 2_000 },
  )
  expect(agreed).toBeGreaterThan(200)
})

// An absence for a `home-visit` also cuts a turn in two, but not because of a swap: absences are left out, so that only swaps are checked.
function expectFull(given: DutyRoster): void {
  for (const day of weekdays.map((_, ahead) => addDays(monday, ahead))) {
    const turns = turnsOn({ ...given, absences: [] }, day)
    for (const role of ['first', 'backup'] as const) {
      // A swap of a turn that already began cuts it in two; the pieces must follow each other without a gap and without an overlap.
      const pieces = turns.filter((one) => one.role === role).toSorted((one, other) => one.from.localeCompare(other.from))
      expect(pieces.map((one) => one.from)).toEqual(['09:00', ...pieces.slice(0, -1).map((one) => one.to)])
      expect(pieces.at(-1)?.to).toBe('13:00')
    }
  }
}
