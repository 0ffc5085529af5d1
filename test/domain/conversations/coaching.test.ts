import { describe, expect, it } from 'vitest'
import { CoachingNotes, emptyNotes, missingNotes, refusalToTakeOn } from '../../../shared/domain/conversations/coaching.ts'
import { outcomeRules, outcomes } from '../../../shared/domain/conversations/outcomes.ts'
import { makeNotes, yesOn } from '../../support/people/make.ts'

const yes = { kind: 'yes', by: 'parent', on: '2026-11-24', how: 'spoken' } as const
const empty = emptyNotes({ referrerType: null, municipality: null })

describe('before a conversation can be logged', () => {
  it.each([
    ['it needs its outcome first of all', empty, ['outcome']],
    ['advice needs the concern and what is still possible', { ...empty, outcome: 'advice' }, ['danger', 'concern', 'still-possible']],
    ['a blank is not a concern', makeNotes({ concern: ' \n ' }), ['concern']],
    ['a blank is not what is possible', makeNotes({ stillPossible: '  ' }), ['still-possible']],
    ['full notes need nothing more', makeNotes(), []],
    ['an unclear question is allowed', makeNotes({ unarticulated: true, helpQuestion: null }), []],
    ['4: no report is closed with danger unanswered', makeNotes({ danger: null }), ['danger']],
    ['a broken-off conversation needs only that', { ...empty, outcome: 'broken-off' }, ['danger']],
    ['an emergency needs only that', { ...empty, outcome: 'emergency' }, ['danger']],
    ['an emergency goes with it', { ...empty, danger: 'emergency', outcome: 'emergency' }, []],
    ['4: a silent contact needs nothing', { ...empty, outcome: 'silent' }, []],
    ['4: a wrong number needs nothing', { ...empty, outcome: 'wrong-number' }, []],
    ['4: a yes of nobody knows whom is asked about', makeNotes({ consent: { ...yes, by: null } }), ['consent-details']],
    ['a yes without its day is asked about', makeNotes({ consent: { ...yes, on: null } }), ['consent-details']],
    ['a yes without how is asked about', makeNotes({ consent: { ...yes, how: null } }), ['consent-details']],
    [
      'taking on needs the whole yes',
      makeNotes({ outcome: 'taken-on', consent: { kind: 'yes', by: null, on: null, how: null } }),
      ['consent', 'consent-details'],
    ],
    ['4: a yes of a family that does not know yet', makeNotes({ familyKnows: 'not-yet', consent: yes }), ['family-knows']],
    ['a no of a family that does not know yet', makeNotes({ familyKnows: 'not-yet', consent: { kind: 'no' } }), ['family-knows']],
    ['a family that does not know and was not asked', makeNotes({ familyKnows: 'not-yet' }), []],
    ['a yes of a family that knows', makeNotes({ familyKnows: 'yes', consent: yes }), []],
    ['taking on needs the family to be asked', makeNotes({ outcome: 'taken-on' }), ['consent']],
    ['taking on needs more than a no', makeNotes({ outcome: 'taken-on', consent: { kind: 'no' } }), ['consent']],
    ['taking on goes with the family’s yes', makeNotes({ outcome: 'taken-on', consent: yes }), []],
    ['taking on needs a yes of today or before', makeNotes({ outcome: 'taken-on', consent: yesOn('2026-11-25') }), ['consent']],
    ['5.9: a yes of 2099 is a mistake with any outcome', makeNotes({ consent: yesOn('2099-01-01') }), ['consent']],
    ['5.9: a yes of 2099 is named once', makeNotes({ outcome: 'taken-on', consent: yesOn('2099-01-01') }), ['consent']],
    ['advice needs no yes of the family', makeNotes({ consent: { kind: 'no' } }), []],
    ['taking on needs all four', { ...empty, outcome: 'taken-on' }, ['danger', 'concern', 'still-possible', 'consent']],
  ] as const)('%s', (_title, notes, missing) => {
    expect(missingNotes(CoachingNotes.parse(notes), '2026-11-24')).toEqual(missing)
  })
})

describe('a question is taken on', () => {
  it.each([
    ['5.9: not when the family declines, whatever the consent', makeNotes({ outcome: 'family-declines', consent: yes }), 'family-declines'],
    ['5.9: not with a yes of 2099', makeNotes({ outcome: 'taken-on', consent: yesOn('2099-01-01') }), 'needs-consent'],
    ['5.9: not with a yes of tomorrow', makeNotes({ consent: yesOn('2026-11-25') }), 'needs-consent'],
    ['not without a yes', makeNotes({ consent: { kind: 'no' } }), 'needs-consent'],
    ['with a yes of today', makeNotes({ outcome: 'taken-on', consent: yes }), null],
  ] as const)('%s', (_title, notes, refusal) => expect(refusalToTakeOn(notes, '2026-11-24')).toBe(refusal))
})

describe('new notes', () => {
  it('carry what the contact already told', () => {
    const notes = emptyNotes({ referrerType: 'clb', municipality: '73107' })
    expect(CoachingNotes.parse(notes)).toEqual(notes)
    expect(notes).toMatchObject({ referrerType: 'clb', municipality: '73107', consent: { kind: 'not-asked' }, outcome: null })
  })
})

describe('notes are refused', () => {
  const agreement = { what: 'Nog eens bellen', who: 'worker', by: '2026-12-01' }
  it.each([
    ['when a text is too long', { concern: 'x'.repeat(601) }],
    ['when they know a key we do not', { surname: 'Wilg' }],
    ['when a yes has no day', { consent: { kind: 'yes', by: 'parent', how: 'spoken' } }],
    ['when a yes is on no real day', { consent: { ...yes, on: '2026-02-30' } }],
    ['when a no carries more', { consent: { kind: 'no', by: 'parent' } }],
    ['when an agreement is blank', { agreements: [{ ...agreement, what: '  ' }] }],
    ['when an agreement is by no real day', { agreements: [{ ...agreement, by: '2027-02-29' }] }],
    ['when the municipality is a name', { municipality: 'Genk' }],
    ['when the outcome is a rejection', { outcome: 'rejected' }],
  ])('%s', (_title, given) => {
    expect(CoachingNotes.safeParse({ ...makeNotes(), ...given }).success).toBe(false)
    expect(CoachingNotes.safeParse({ ...makeNotes(), agreements: [agreement] }).success).toBe(true)
  })
})

describe('a consult', () => {
  it('is a conversation that helped without a case', () => {
    const consults = outcomes.filter((outcome) => outcomeRules[outcome].consult)
    expect(consults).toEqual(['advice', 'referred-on', 'to-primary-care-psychologist', 'family-declines'])
  })
})
