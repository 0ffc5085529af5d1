import { describe, expect, it } from 'vitest'
import type { ContactFact } from '../../../shared/domain/contacts/contact.ts'
import { promiseDisposition, contactDisposition } from '../../../shared/domain/reports/contact-disposition.ts'
import { at } from '../../support/time/at.ts'
import { askedForNothing, makeEntry } from '../../support/people/callbacks.ts'
import { makeArrival } from '../../support/people/make.ts'
import { noor } from '../../support/people/people.ts'

const now = at('2026-11-24 12:00')
const arrived = makeArrival()
const decided = (decision: 'offer' | 'closing-soon' | 'closed' | 'nobody-on-duty'): ContactFact => ({
  kind: 'contact-decided',
  at: at('2026-11-24 10:30'),
  decision,
  team: null,
})
const answered: ContactFact = { kind: 'contact-answered', at: at('2026-11-24 10:31'), worker: noor }
const ended: ContactFact = { kind: 'contact-ended', at: at('2026-11-24 10:40') }
const promised = makeEntry()
const left = makeEntry({ consent: askedForNothing })

describe('who came in', () => {
  it.each([
    ['and was answered is reached', [arrived, answered], null, 'reached'],
    ['and was answered is reached, whatever she asked before', [arrived, answered, ended], promised, 'reached'],
    ['and left a number is promised a call', [arrived, ended], promised, 'promised'],
    ['and hung up is in the ledger', [arrived, decided('offer'), ended], left, 'left-by-themselves'],
    ['and hung up days ago is only counted', [arrived, decided('offer'), ended], 'left', 'left-by-themselves'],
    ['and was answered is reached, though she left before', [arrived, answered, ended], 'left', 'reached'],
    ['while we are closed heard it', [arrived, decided('closed'), ended], null, 'heard-closing'],
    ['while nobody was on duty heard it', [arrived, decided('nobody-on-duty')], null, 'heard-closing'],
    ['a moment ago is still there', [arrived, decided('offer')], null, 'still-there'],
    ['and ended, and is nowhere, is unrecorded', [arrived, decided('offer'), ended], null, 'unrecorded'],
    ['near closing, ended, and is nowhere, is unrecorded', [arrived, decided('closing-soon'), ended], null, 'unrecorded'],
    ['and of whom nothing was decided is unrecorded', [arrived, ended], null, 'unrecorded'],
    ['a day and more ago, of whom we heard no end, is unrecorded', [makeArrival({ at: at('2026-11-23 11:59') })], null, 'unrecorded'],
    ['of whom we know nothing at all is unrecorded', [], null, 'unrecorded'],
  ] as const)('%s', (_title, facts, entry, became) => {
    expect(contactDisposition(facts, entry, now)).toBe(became)
  })
})

describe('a promise', () => {
  const kept = at('2026-11-28 00:00')
  const rang = { at: at('2026-11-24 11:00'), worker: noor, result: 'no-answer', undoneAt: null } as const
  it.each([
    ['is open', makeEntry(), kept, 'open'],
    ['is lost without its number', makeEntry(), now, 'never-called'],
    ['is lost without its number though we called', makeEntry({ attempts: [rang] }), null, 'not-reached'],
    ['is lost when somebody laid that aside', makeEntry({ state: 'seen' }), null, 'never-called'],
    ['is done', makeEntry({ state: 'done' }), null, 'done'],
    ['reached nobody', makeEntry({ state: 'not-reached', attempts: [rang] }), null, 'not-reached'],
    ['was overtaken by her coming back', makeEntry({ state: 'came-back' }), null, 'came-back'],
  ] as const)('%s', (_title, entry, numberUntil, became) => {
    expect(promiseDisposition(entry, numberUntil, now)).toBe(became)
  })
})
