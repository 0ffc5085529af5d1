import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ContactFact, foldContact, ReferrerType } from '../../../shared/domain/contacts/contact.ts'
import { secrecyOfReferrer } from '../../../shared/domain/contacts/secrecy.ts'
import { at } from '../../support/time/at.ts'
import { makeArrival } from '../../support/people/make.ts'
import { noor, sam } from '../../support/people/people.ts'

const id = 'contact_5a7e0c1b-2d3f-4e5a-9b6c-7d8e9f0a1b2c'
const moment = (clock: string) => at(`2026-11-24 ${clock}`)
const arrived = makeArrival()
const decided: ContactFact = { kind: 'contact-decided', at: moment('10:30'), decision: 'offer', team: 'genk' }
const queued: ContactFact = { kind: 'contact-queued', at: moment('10:31') }
const answered: ContactFact = { kind: 'contact-answered', at: moment('10:32'), worker: noor }
const missed: ContactFact = { kind: 'contact-missed', at: moment('10:33') }
const ended: ContactFact = { kind: 'contact-ended', at: moment('11:10') }

describe('a contact is', () => {
  it.each([
    ['in the flow when it arrived', [arrived], 'in-flow'],
    ['in the flow when nothing is known', [], 'in-flow'],
    ['in the flow when it was only decided on', [arrived, decided], 'in-flow'],
    ['waiting when it was queued', [arrived, decided, queued], 'waiting'],
    ['answered when a person took it', [arrived, queued, answered], 'answered'],
    ['answered even when its arrival was never told', [answered], 'answered'],
    ['ended after a person took it', [arrived, queued, answered, ended], 'ended'],
    ['ended, not missed, when an answer came after a miss', [arrived, queued, missed, answered, ended], 'ended'],
    ['ended when the line was closed', [arrived, decided, ended], 'ended'],
    ['missed when it ended in the queue', [arrived, queued, ended], 'missed'],
    ['missed when that was told', [arrived, missed], 'missed'],
  ] as const)('%s', (_title, facts, state) => {
    expect(foldContact(id, facts).state).toBe(state)
  })

  it('known by what its facts told', () => {
    expect(foldContact(id, [arrived, decided, queued, answered])).toEqual({
      id,
      region: 'limburg-oost',
      channel: 'chat',
      arrivedAt: moment('10:30'),
      municipality: '71016',
      referrerType: 'school',
      alias: 'Juf Wilg',
      answeredBy: noor,
      state: 'answered',
    })
  })

  it('unknown in every field while nothing was told', () => {
    expect(foldContact(id, [])).toEqual({
      id,
      region: null,
      channel: null,
      arrivedAt: null,
      municipality: null,
      referrerType: null,
      alias: null,
      answeredBy: null,
      state: 'in-flow',
    })
  })

  it('known from whoever knew it first', () => {
    const knowsLess = makeArrival({ at: moment('10:29'), municipality: null, referrerType: null, alias: null })
    const knowsLater = makeArrival({ at: moment('10:31'), alias: 'Meester Es' })
    expect(foldContact(id, [knowsLater, arrived, knowsLess])).toMatchObject({
      arrivedAt: moment('10:29'),
      municipality: '71016',
      referrerType: 'school',
      alias: 'Juf Wilg',
    })
  })

  it('answered by the first who took it', () => {
    const second: ContactFact = { kind: 'contact-answered', at: moment('10:40'), worker: sam }
    const unnamed: ContactFact = { kind: 'contact-answered', at: moment('10:31'), worker: null }
    expect(foldContact(id, [second, unnamed, answered]).answeredBy).toBe(noor)
  })
})

describe('what is known of a contact', () => {
  const moments = fc.constantFrom(moment('10:29'), moment('10:30'), moment('10:31'))
  const arrival = fc
    .record({
      at: moments,
      municipality: fc.constantFrom(null, '71016', '73107'),
      alias: fc.constantFrom(null, 'Juf Wilg', 'Meester Es'),
    })
    .map((given) => makeArrival(given))
  const answer = fc
    .record({ at: moments, worker: fc.constantFrom(null, noor, sam) })
    .map((given): ContactFact => ({ kind: 'contact-answered', ...given }))
  const facts = fc.array(fc.oneof(arrival, answer, fc.constantFrom<ContactFact>(decided, queued, missed, ended)), { maxLength: 8 })
  const told = facts.chain((list) =>
    fc.record({
      list: fc.constant(list),
      shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
      again: fc.subarray(list),
    }),
  )

  it('is the same in whatever order it was told, and however often', () => {
    fc.assert(
      fc.property(told, ({ list, shuffled, again }) => {
        expect(foldContact(id, [...again, ...shuffled, ...again])).toEqual(foldContact(id, list))
      }),
    )
  })
})

describe('professional secrecy is', () => {
  it.each([
    ['school', 'no-professional-secrecy'],
    ['clb', 'professional-secrecy'],
    ['general-practitioner', 'professional-secrecy'],
    ['police-justice', 'not-known'],
    ['network', 'no-professional-secrecy'],
    ['other', 'not-known'],
  ] as const)('for %s: %s', (type, secrecy) => {
    expect(secrecyOfReferrer(type)).toBe(secrecy)
  })

  it('answered for every kind of referrer', () => {
    const answers = ReferrerType.options.map(secrecyOfReferrer)
    expect(new Set(answers)).toEqual(new Set(['professional-secrecy', 'no-professional-secrecy', 'not-known']))
  })
})
