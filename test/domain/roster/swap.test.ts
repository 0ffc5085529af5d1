import { describe, expect, it } from 'vitest'
import { type DutyRoster, onDuty } from '../../../shared/domain/roster/duty-roster.ts'
import {
  agreeSwap,
  askSwap,
  hasLapsed,
  isOpen,
  refuseSwap,
  type Swap,
  SwapTurn,
  takeSwap,
  withdrawSwap,
} from '../../../shared/domain/roster/swap.ts'
import { at } from '../../support/time/at.ts'
import { makeAbsence, makeChange, makeRoster, makeShift } from '../../support/people/make.ts'
import { lies, noor, sam, tuur } from '../../support/people/people.ts'

const tuesday: SwapTurn = { day: '2026-11-24', from: '09:00', to: '13:00', role: 'first' }
const thursday: SwapTurn = { ...tuesday, day: '2026-11-26' }
const roster = makeRoster(
  makeShift({ from: '09:00', to: '13:00', team: 'genk' }),
  makeShift({ from: '09:00', to: '13:00', worker: tuur, role: 'backup' }),
  makeShift({ on: 'thu', from: '09:00', to: '13:00', worker: sam }),
)
const now = at('2026-11-23 10:00')
const around = { roster, now }
const ids = ['change_one', 'change_two'] as const
const swapRequest = (given: Partial<Swap> = {}) => {
  const { id = 'swap_one', region = 'limburg-oost', asker = noor, turn = tuesday, to = null, wants = null } = given
  return { id, region, asker, turn, to, wants }
}
const asked = (given: Partial<Swap> = {}): Swap => ({
  ...swapRequest(given),
  state: 'asked',
  taker: null,
  returns: null,
  askedAt: now,
  ...given,
})
const taken = (given: Partial<Swap> = {}): Swap => asked({ state: 'taken', taker: sam, ...given })
const full = { ...roster, changes: Array.from({ length: 999 }, () => makeChange({ day: '2026-12-22' })) }
const firstOn = (given: DutyRoster, turn: SwapTurn) => onDuty(given, at(`${turn.day} 10:00`)).first

describe('a turn is offered', () => {
  it.each([
    ['to all', swapRequest()],
    ['to one', swapRequest({ to: sam })],
    ['to one for a turn of hers', swapRequest({ to: sam, wants: thursday })],
    ['in part', swapRequest({ turn: { ...tuesday, from: '11:00' } })],
    ['to all again after it was withdrawn', swapRequest(), [asked({ id: 'swap_before', state: 'withdrawn' })]],
    ['while another of hers is offered', swapRequest(), [asked({ id: 'swap_before', turn: { ...tuesday, day: '2026-12-01' } })]],
  ] as const)('%s', (_title, given, open: readonly Swap[] = []) => {
    const swap = { ...given, state: 'asked', taker: null, returns: null, askedAt: now }
    expect(askSwap(given, open, around)).toEqual({ kind: 'stepped', swap })
  })

  it.each([
    ['of a colleague', swapRequest({ asker: lies }), around, 'not-there'],
    ['that is over', swapRequest(), { roster, now: at('2026-11-24 13:00') }, 'too-late'],
    ['of yesterday', swapRequest(), { roster, now: at('2026-11-25 08:00') }, 'too-late'],
    ['for a turn that began', swapRequest({ to: sam, wants: { ...thursday, day: '2026-11-19' } }), around, 'too-late'],
    ['to herself', swapRequest({ to: noor }), around, 'not-theirs'],
    ['for a turn of all', swapRequest({ wants: thursday }), around, 'not-theirs'],
    ['for a turn that her colleague has not', swapRequest({ to: lies, wants: thursday }), around, 'not-theirs'],
  ] as const)('never one %s', (_title, given, when, kind) => {
    expect(askSwap(given, [], when)).toEqual({ kind })
  })

  it('never twice at once', () => {
    expect(askSwap(swapRequest({ id: 'swap_two', turn: { ...tuesday, from: '11:00' } }), [asked()], around)).toEqual({
      kind: 'already-offered',
    })
  })
})

describe('an offer is taken', () => {
  it.each([
    ['by anybody of the region', asked(), { by: lies, returns: null }],
    ['by the one it was for', asked({ to: sam }), { by: sam, returns: null }],
    ['with a turn in return', asked({ to: sam, wants: thursday }), { by: sam, returns: thursday }],
    ['without what was wanted, for the asker to weigh', asked({ to: sam, wants: thursday }), { by: sam, returns: null }],
    ['by the backup of the same hours', asked(), { by: tuur, returns: { ...tuesday, role: 'backup' } }],
  ] as const)('%s', (_title, swap, step) => {
    const swapped = { ...swap, state: 'taken', taker: step.by, returns: step.returns }
    expect(takeSwap(swap, step, around)).toEqual({ kind: 'stepped', swap: swapped })
  })

  const onLeave = { roster: { ...roster, absences: [makeAbsence({ worker: lies })] }, now }
  const askerOnLeave = { roster: { ...roster, absences: [makeAbsence({ from: '2026-11-26', to: '2026-11-26' })] }, now }
  const moved = { roster: { ...roster, changes: [makeChange({ ...tuesday, takes: tuur })] }, now }
  it.each([
    ['by who offered it', asked(), { by: noor, returns: null }, around, 'not-yours'],
    ['by another than the one it was for', asked({ to: sam }), { by: lies, returns: null }, around, 'not-yours'],
    ['twice', taken(), { by: lies, returns: null }, around, 'already-taken'],
    ['when it was withdrawn', asked({ state: 'withdrawn' }), { by: lies, returns: null }, around, 'closed'],
    ['when it is over', asked(), { by: lies, returns: null }, { roster, now: at('2026-11-24 13:00') }, 'too-late'],
    ['by who is on leave', asked(), { by: lies, returns: null }, onLeave, 'absent'],
    [
      'by the backup who would stay it',
      asked({ turn: { ...tuesday, role: 'backup' }, asker: tuur }),
      { by: noor, returns: null },
      around,
      'already-on-line',
    ],
    ['when the asker has it no more', asked(), { by: lies, returns: null }, moved, 'not-there'],
    ['with a turn that is not hers', asked(), { by: lies, returns: thursday }, around, 'not-theirs'],
    ['with a turn that began', asked(), { by: sam, returns: { ...thursday, day: '2026-11-19' } }, around, 'too-late'],
    ['with a turn in the asker’s leave', asked(), { by: sam, returns: thursday }, askerOnLeave, 'absent'],
  ] as const)('never %s', (_title, swap, step, when, kind) => {
    expect(takeSwap(swap, step, when)).toEqual({ kind })
  })
})

describe('the asker agrees', () => {
  it('and the turn goes over, with its team', () => {
    const outcome = agreeSwap(taken(), { by: noor, ids }, around)
    if (outcome.kind !== 'agreed') throw new Error(outcome.kind)
    const change = { id: 'change_one', ...tuesday, team: 'genk', leaves: noor, takes: sam, why: 'swap', by: noor }
    expect(outcome).toEqual({
      kind: 'agreed',
      swap: taken({ state: 'agreed' }),
      changes: [change],
      roster: { ...roster, changes: [change] },
    })
    expect(firstOn(outcome.roster, tuesday)).toEqual([sam])
  })

  it('and both turns go over when one came in return', () => {
    const outcome = agreeSwap(taken({ returns: thursday }), { by: noor, ids }, around)
    if (outcome.kind !== 'agreed') throw new Error(outcome.kind)
    expect([firstOn(outcome.roster, tuesday), firstOn(outcome.roster, thursday)]).toEqual([[sam], [noor]])
    expect(outcome.changes.map((change) => change.id)).toEqual(ids)
  })

  it('and first and backup of one morning change places', () => {
    const outcome = agreeSwap(taken({ taker: tuur, returns: { ...tuesday, role: 'backup' } }), { by: noor, ids }, around)
    expect(outcome.kind === 'agreed' && onDuty(outcome.roster, at('2026-11-24 10:00'))).toEqual({ first: [tuur], backup: [noor] })
  })

  it('of a turn under way moves the rest of it, from now on', () => {
    const outcome = agreeSwap(taken({ taker: lies }), { by: noor, ids }, { roster, now: at('2026-11-24 10:00') })
    const first = (moment: string) => outcome.kind === 'agreed' && onDuty(outcome.roster, at(moment)).first
    expect([first('2026-11-24 09:59'), first('2026-11-24 10:00'), first('2026-11-24 12:59')]).toEqual([[noor], [lies], [lies]])
  })

  const ill = { roster: { ...roster, absences: [makeAbsence({ worker: sam })] }, now }
  it.each([
    ['to what nobody took', asked(), noor, around, 'not-taken'],
    ['for another', taken(), sam, around, 'not-yours'],
    ['twice', taken({ state: 'agreed' }), noor, around, 'closed'],
    ['when it is over', taken(), noor, { roster, now: at('2026-11-24 13:00') }, 'too-late'],
    [
      'when what she would get began',
      taken({ turn: { ...tuesday, day: '2026-12-01' }, returns: thursday }),
      noor,
      { roster, now: at('2026-11-26 09:00') },
      'too-late',
    ],
    ['when the taker fell ill', taken(), noor, ill, 'absent'],
    ['in a roster without room for both changes', taken({ returns: thursday }), noor, { roster: full, now }, 'full'],
  ] as const)('never %s', (_title, swap, by, when, kind) => {
    expect(agreeSwap(swap, { by, ids }, when)).toEqual({ kind })
  })
})

describe('a no', () => {
  it.each([
    ['of the one it was for ends it', asked({ to: sam }), sam, { state: 'refused' }],
    ['of the taker gives it back to all', taken(), sam, { state: 'asked', taker: null }],
    ['of the asker to a taker offers it to all again', taken({ returns: thursday }), noor, { state: 'asked', taker: null, returns: null }],
    ['of the asker to the one it was for ends it', taken({ to: sam }), noor, { state: 'refused', taker: null }],
    ['of the one it was for, who took it, ends it', taken({ to: sam }), sam, { state: 'refused', taker: null }],
  ] as const)('%s', (_title, swap, by, after) => {
    expect(refuseSwap(swap, by, now)).toMatchObject({ kind: 'stepped', swap: after })
  })

  it.each([
    ['of somebody else', asked(), lies, 'not-yours'],
    ['of the asker before anybody took it', asked(), noor, 'not-yours'],
    ['after it was agreed', taken({ state: 'agreed' }), sam, 'closed'],
  ] as const)('%s counts for nothing', (_title, swap, by, kind) => {
    expect(refuseSwap(swap, by, now)).toEqual({ kind })
  })

  it('of the asker to her own offer withdraws it', () => {
    expect(withdrawSwap(taken(), noor, now)).toMatchObject({ kind: 'stepped', swap: { state: 'withdrawn' } })
    expect(withdrawSwap(asked(), sam, now)).toEqual({ kind: 'not-yours' })
    expect(withdrawSwap(asked({ state: 'withdrawn' }), noor, now)).toEqual({ kind: 'closed' })
  })
})

describe('a swap lapses', () => {
  it('when its turn is over, and not when it was agreed', () => {
    expect([hasLapsed(asked(), now), isOpen(asked(), now)]).toEqual([false, true])
    expect([hasLapsed(asked(), at('2026-11-24 12:59')), isOpen(asked(), at('2026-11-24 12:59'))]).toEqual([false, true])
    expect([hasLapsed(asked(), at('2026-11-24 13:00')), isOpen(asked(), at('2026-11-24 13:00'))]).toEqual([true, false])
    expect(hasLapsed(taken({ state: 'agreed' }), at('2026-11-24 13:00'))).toBe(false)
  })

  it('and a turn that ends before it begins is none', () => {
    expect(SwapTurn.safeParse({ ...tuesday, from: '13:00', to: '09:00' }).success).toBe(false)
  })
})
