import { describe, expect, it } from 'vitest'
import { consentFor, isUnasked, mayConcern } from '../../../shared/domain/callbacks/settling.ts'
import { identifies } from '../../../shared/domain/contacts/recognition.ts'
import { askedForNothing, makeEntry, mayBeCalled } from '../../support/people/callbacks.ts'
import { newContact } from '../../support/people/make-cases.ts'
import { at } from '../../support/time/at.ts'

describe('who is the same referrer for certain', () => {
  it.each([
    ['number', false],
    ['code', true],
    ['session', true],
  ] as const)('1.1: by %s: %s', (by, certain) => expect(identifies(by)).toBe(certain))
})

describe('the worker is asked about a promise to the same number', () => {
  const contact = newContact()
  it.each([
    ['made before the talk', makeEntry(), true],
    ['made at the moment of the talk', makeEntry({ lastAskedAt: at('2026-11-24 11:00') }), true],
    ['5.2: asked again after the talk began', makeEntry({ lastAskedAt: at('2026-11-24 11:01') }), false],
    ['of this very contact', makeEntry({ contact }), false],
    ['of a form, without a contact', makeEntry({ contact: null }), true],
    ['that is closed', makeEntry({ state: 'done' }), false],
    ['that asked for nothing', makeEntry({ consent: askedForNothing }), false],
  ])('%s', (_title, entry, asked) => expect(mayConcern(entry, { contact, talkedAt: at('2026-11-24 11:00') })).toBe(asked))
})

describe('an entry stands apart from the promises', () => {
  it.each([
    ['an open promise', makeEntry(), false],
    ['who left and asked for nothing', makeEntry({ consent: askedForNothing }), true],
    ['who left, seen by a worker', makeEntry({ consent: askedForNothing, state: 'seen' }), false],
  ])('5.1: %s', (_title, entry, apart) => expect(isUnasked(entry)).toBe(apart))
})

describe('1.2: the consent of a second promise to one number', () => {
  const wide = { mayCall: true, othersMayAnswer: true, mayLeaveMessage: true }
  it.each([
    ['alone is what was asked', wide, [], wide],
    ['is narrowed by one that refused', wide, [makeEntry({ consent: mayBeCalled })], mayBeCalled],
    ['is not narrowed by a closed one', wide, [makeEntry({ consent: mayBeCalled, state: 'done' })], wide],
    ['is not narrowed by one that asked for nothing', wide, [makeEntry({ consent: askedForNothing })], wide],
    ['is never widened', mayBeCalled, [makeEntry({ consent: wide })], mayBeCalled],
  ])('%s', (_title, asked, standing, consent) => expect(consentFor(asked, standing)).toEqual(consent))
})
