import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgentNow, alertsOn, isLeftAlone, type LineSeen } from '../../../shared/domain/line/line-watch.ts'
import { noor, sam } from '../../support/people/people.ts'

const greet = 'worker_greet-eik'
const limits = { longestWaitSeconds: 180, coordinators: [greet] } as const
const quiet: LineSeen = {
  isOpen: true,
  aloneMinutes: 0,
  duty: { first: [noor], backup: [sam] },
  agents: [{ worker: noor, state: 'available' }],
  longestWaitSeconds: 0,
}
const seen = (given: Partial<LineSeen>): LineSeen => ({ ...quiet, ...given })
const alerts = (given: Partial<LineSeen>) => alertsOn(seen(given), limits)

describe('an open line', () => {
  it.each([
    ['is quiet while somebody is there', {}],
    ['is quiet while she is in conversation', { agents: [{ worker: noor, state: 'in-conversation' }] }],
    ['is quiet while only the backup is there', { agents: [{ worker: sam, state: 'available' }] }],
    ['is quiet up to the limit of waiting', { longestWaitSeconds: 180 }],
    ['is quiet about everything once it closed', { isOpen: false, duty: { first: [], backup: [] }, agents: [], longestWaitSeconds: 900 }],
  ] satisfies [string, Partial<LineSeen>][])('%s', (_title, given) => {
    expect(alerts(given)).toEqual([])
  })

  it('tells the coordinator of an empty roster', () => {
    const told = alerts({ duty: { first: [], backup: [] }, agents: [], longestWaitSeconds: 900 })
    expect(told).toEqual([{ kind: 'nobody-on-duty', to: [greet], minutes: null }])
  })

  it.each([
    ['those on duty at first', 0, [noor, sam]],
    ['the coordinator too after five minutes', 5, [noor, sam, greet]],
  ])('without anybody signed in tells %s', (_title, aloneMinutes, to) => {
    expect(alerts({ agents: [], aloneMinutes })).toEqual([{ kind: 'nobody-signed-in', to, minutes: null }])
  })

  it.each([
    ['with a status that answers nothing', [{ worker: noor, state: 'away' }]],
    ['while only a colleague off duty is there', [{ worker: greet, state: 'available' }]],
  ] satisfies [string, AgentNow[]][])('counts as left alone %s', (_title, agents) => {
    expect(alerts({ agents }).map((alert) => alert.kind)).toEqual(['nobody-signed-in'])
  })

  it('tells her who missed a ring and the backup', () => {
    const agents = [{ worker: noor, state: 'missed' }] as const
    expect(alerts({ agents })).toEqual([{ kind: 'ring-missed', to: [noor, sam], minutes: null }])
  })

  it('tells a backup who missed a ring once', () => {
    const agents = [{ worker: sam, state: 'missed' }] as const
    expect(alerts({ agents })).toEqual([{ kind: 'ring-missed', to: [sam], minutes: null }])
  })

  it.each([
    ['after five minutes in which nobody else could answer', [{ worker: noor, state: 'missed' }], 5, [noor, sam, greet]],
    [
      'never while somebody else is there',
      [
        { worker: noor, state: 'missed' },
        { worker: sam, state: 'available' },
      ],
      5,
      [noor, sam],
    ],
  ] satisfies [string, AgentNow[], number, string[]][])('tells the coordinator of a missed ring %s', (_title, agents, aloneMinutes, to) => {
    expect(alerts({ agents, aloneMinutes })).toEqual([{ kind: 'ring-missed', to, minutes: null }])
  })

  it.each([
    ['those on duty', 181, [noor, sam], 3],
    ['the coordinator too when it is three times too long', 541, [noor, sam, greet], 9],
  ])('with somebody waiting too long tells %s', (_title, longestWaitSeconds, to, minutes) => {
    expect(alerts({ longestWaitSeconds })).toEqual([{ kind: 'waiting-long', to, minutes }])
  })

  it.each([
    ['available', false],
    ['in-conversation', false],
    ['away', true],
    ['missed', true],
  ] as const)('whose only worker is %s is left alone: %s', (state, expected) => {
    expect(isLeftAlone(seen({ agents: [{ worker: noor, state }] }))).toBe(expected)
  })

  it('never raises an alert for nobody', () => {
    const worker = fc.constantFrom(noor, sam)
    const agent = fc.record({ worker, state: fc.constantFrom('available', 'in-conversation', 'away', 'missed') }) as fc.Arbitrary<AgentNow>
    const line = fc.record({
      isOpen: fc.boolean(),
      aloneMinutes: fc.nat(480),
      duty: fc.record({ first: fc.uniqueArray(worker), backup: fc.uniqueArray(worker) }),
      agents: fc.uniqueArray(agent, { selector: (one) => one.worker }),
      longestWaitSeconds: fc.nat(1200),
    })
    fc.assert(fc.property(line, (one) => alertsOn(one, limits).every(({ to }) => to.length > 0 && new Set(to).size === to.length)))
  })
})
