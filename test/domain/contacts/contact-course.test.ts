import { describe, expect, it } from 'vitest'
import type { ContactFact } from '../../../shared/domain/contacts/contact.ts'
import { mustBeAsked, unknownEnd } from '../../../shared/domain/contacts/contact-course.ts'
import { at } from '../../support/time/at.ts'
import { makeArrival } from '../../support/people/make.ts'
import { noor } from '../../support/people/people.ts'

const arrived = makeArrival({ at: at('2026-11-24 10:00') })
const queued: ContactFact = { kind: 'contact-queued', at: at('2026-11-24 10:01') }
const ended: ContactFact = { kind: 'contact-ended', at: at('2026-11-24 10:30') }
const answered = (worker: typeof noor | null): ContactFact => ({ kind: 'contact-answered', at: at('2026-11-24 10:02'), worker })
const today = at('2026-11-24 12:00')
const tomorrow = at('2026-11-25 12:00')

describe('Connect is asked about a contact', () => {
  it.each<[string, ContactFact[], Date, boolean]>([
    ['without an end', [arrived, queued], today, true],
    ['without an end, however long ago', [arrived, answered(noor)], tomorrow, true],
    ['that ended unanswered: not', [arrived, queued, ended], today, false],
    ['that a known worker answered: not', [arrived, answered(noor), ended], today, false],
    ['that somebody unknown answered', [arrived, answered(null), ended], today, true],
    ['that somebody unknown answered, and somebody known: not', [answered(null), answered(noor), ended], today, false],
    ['that somebody unknown answered over a day ago: not any more', [arrived, answered(null), ended], tomorrow, false],
  ])('%s', (_title, facts, now, expected) => {
    expect(mustBeAsked(facts, now)).toBe(expected)
  })
})

describe('a contact that Connect does not know', () => {
  it.each<[string, ContactFact[], Date, ContactFact | null]>([
    ['may still be going on today', [arrived, queued], today, null],
    ['ended tomorrow, at the last that we know of it', [queued, arrived], tomorrow, { kind: 'contact-ended', at: queued.at }],
    ['has its end already', [arrived, ended], tomorrow, null],
    ['is none without a fact', [], tomorrow, null],
  ])('%s', (_title, facts, now, expected) => {
    expect(unknownEnd(facts, now)).toEqual(expected)
  })
})
