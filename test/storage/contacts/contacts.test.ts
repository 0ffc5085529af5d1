import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import type { RouteAnswer } from '../../../shared/contracts/connect/flow-events.ts'
import { type ContactFact, foldContact } from '../../../shared/domain/contacts/contact.ts'
import type { ContactStore, Decision } from '../../../shared/storage/contacts/contacts.ts'
import type { ReferrerLink } from '../../../shared/storage/contacts/referrer-links.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import { at } from '../../support/time/at.ts'
import { newContact } from '../../support/people/make-cases.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { makeArrival } from '../../support/people/make.ts'
import { noor } from '../../support/people/people.ts'
import { openStores } from '../../../shared/storage/stores.ts'

let database: TestDatabase
let contacts: ContactStore
let now = at('2026-11-24 10:30')

beforeAll(async () => {
  database = await startTestDatabase()
  contacts = openStores(database.table(() => now)).contacts
})
afterAll(() => database?.stop())

const answer: RouteAnswer = { decision: 'offer', team: 'genk', sentence: '' }
const story: ContactFact[] = [
  makeArrival({ at: at('2026-11-24 10:30') }),
  { kind: 'contact-decided', at: at('2026-11-24 10:30'), decision: 'offer', team: 'genk' },
  { kind: 'contact-queued', at: at('2026-11-24 10:31') },
  { kind: 'contact-answered', at: at('2026-11-24 10:32'), worker: noor },
  { kind: 'contact-ended', at: at('2026-11-24 11:10') },
]

function decision(given: Partial<Decision> = {}): Decision {
  return { contact: newContact(), facts: story.slice(0, 2), answer, link: null, ...given }
}

function linkBy(by: 'number' | 'code', referrerKey: string, given: Partial<ReferrerLink> = {}): ReferrerLink {
  return { by, referrerKey, contact: newContact(), region: 'limburg-oost', channel: 'phone', at: at('2026-11-24 10:30'), ...given }
}

describe('the facts of a contact', () => {
  it('read the same in every order and told twice', async () => {
    const told = fc.shuffledSubarray([...story, ...story, ...story], { minLength: story.length * 3 })
    await fc.assert(
      fc.asyncProperty(told, async (facts) => {
        const contact = newContact()
        for (const fact of facts) await contacts.recordFacts(contact, [fact], 'flow')
        const read = await contacts.factsOf(contact)
        expect(read).toEqual(story)
        expect(foldContact(contact, contactFacts(read))).toEqual(foldContact(contact, story))
      }),
      { numRuns: 15 },
    )
  })

  it('keep what the flow knew beside what an event knew', async () => {
    const contact = newContact()
    await contacts.recordFacts(
      contact,
      [makeArrival({ at: at('2026-11-24 10:29'), municipality: null, referrerType: null, alias: null })],
      'event',
    )
    await contacts.recordFacts(contact, [makeArrival({ at: at('2026-11-24 10:30') })], 'flow')
    const view = foldContact(contact, contactFacts(await contacts.factsOf(contact)))
    expect(view).toMatchObject({ municipality: '71016', referrerType: 'school', arrivedAt: at('2026-11-24 10:29') })
  })

  it('are no longer read after twelve months', async () => {
    const contact = newContact()
    await contacts.recordFacts(contact, story, 'flow')
    now = at('2027-11-23 10:30')
    expect(await contacts.factsOf(contact)).toHaveLength(5)
    now = at('2027-11-25 10:30')
    expect(await contacts.factsOf(contact)).toEqual([])
    now = at('2026-11-24 10:30')
  })
})

describe('the decision about a contact', () => {
  it('is kept once: the second answer is the first', async () => {
    const first = decision()
    expect(await contacts.decide(first)).toEqual({ kind: 'decided' })
    const later = decision({ contact: first.contact, answer: { decision: 'closed', team: '', sentence: 'We zijn nu gesloten.' } })
    expect(await contacts.decide(later)).toEqual({ kind: 'decided-before', answer })
    expect(await contacts.factsOf(first.contact)).toHaveLength(2)
  })

  it('is one, however many ask at once', async () => {
    const contact = newContact()
    const asked = Array.from({ length: 12 }, (_, index) => decision({ contact, answer: { ...answer, sentence: `${index}` } }))
    const outcomes = await Promise.all(asked.map((one) => contacts.decide(one)))
    const kept = asked[outcomes.findIndex((outcome) => outcome.kind === 'decided')]?.answer
    expect(outcomes.filter((outcome) => outcome.kind === 'decided')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.kind === 'decided-before') expect(outcome.answer).toEqual(kept)
  })
})

describe('a referrer', () => {
  it('is recognised by her number in the days after', async () => {
    const key = referrerKeyOf('secret', { kind: 'number', number: '+32000000041' })
    const [first, second] = [linkBy('number', key), linkBy('number', key, { at: at('2026-11-25 09:00') })]
    await contacts.link(first)
    await contacts.decide(decision({ contact: second.contact, link: second }))
    expect(await contacts.ofReferrer(key)).toEqual([second, first])
    expect(await contacts.linksOf(first.contact)).toEqual([first])
  })

  it.each([
    ['three working days later is still known', '2026-11-27 23:30', 1],
    ['on the fourth day is not', '2026-11-28 00:30', 0],
  ] as const)('by number %s', async (_, moment, known) => {
    const link = linkBy('number', `key-of-${moment}`, { at: at('2026-11-24 16:58') })
    await contacts.link(link)
    now = at(moment)
    expect(await contacts.ofReferrer(link.referrerKey)).toHaveLength(known)
    expect(await contacts.linksOf(link.contact)).toHaveLength(known)
    now = at('2026-11-24 10:30')
  })

  it('by code is known as long as the conversation', async () => {
    const link = linkBy('code', 'key-of-a-code')
    await contacts.link(link)
    now = at('2027-11-01 10:30')
    expect(await contacts.ofReferrer('key-of-a-code')).toEqual([link])
    now = at('2027-11-30 10:30')
    expect(await contacts.ofReferrer('key-of-a-code')).toEqual([])
    now = at('2026-11-24 10:30')
  })

  it('leaves no number and no code in the table', async () => {
    const key = referrerKeyOf('secret', { kind: 'number', number: '+32000000042' })
    await contacts.link(linkBy('number', key))
    expect(JSON.stringify(await database.items())).not.toContain('00000042')
    expect(referrerKeyOf('another secret', { kind: 'number', number: '+32000000042' })).not.toBe(key)
    expect(referrerKeyOf('secret', { kind: 'code', code: '+32000000042' })).not.toBe(key)
  })
})
