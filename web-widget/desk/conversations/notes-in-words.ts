import type { DeskMe } from '../../../shared/contracts/desk/desk-me.ts'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import { referrers, words } from '../state/desk-context.ts'

const { form } = words

const labels: Record<keyof CoachingNotes, string> = {
  danger: form.danger,
  referrerType: form.referrer,
  municipality: form.municipality,
  ageBands: form.ageBands,
  concern: form.concern,
  strengths: form.strengths,
  tried: form.tried,
  familyKnows: form.familyKnows,
  helpQuestion: form.helpQuestion,
  unarticulated: form.helpQuestion,
  familyWants: form.familyWants,
  stillPossible: form.stillPossible,
  agreements: form.agreements,
  consent: form.consent,
  outcome: form.outcome,
}

/** The label of a note, the same as on the form. */
export function labelOf(name: keyof CoachingNotes): string {
  return labels[name]
}

/** The notes in the order of the conversation guide; `unarticulated` is part of the help question. */
export const noteNames = (Object.keys(labels) as (keyof CoachingNotes)[]).filter((name) => name !== 'unarticulated')

/** A note as text; a set phrase when it is empty. */
export function noteInWords(notes: CoachingNotes, name: keyof CoachingNotes, me: DeskMe): string {
  return saidIn(notes, name, me) || form.nothingNoted
}

function saidIn(notes: CoachingNotes, name: keyof CoachingNotes, me: DeskMe): string {
  switch (name) {
    case 'danger':
      return notes.danger === null ? '' : form.dangers[notes.danger]
    case 'referrerType':
      return notes.referrerType === null ? '' : referrers[notes.referrerType]
    case 'municipality':
      return me.municipalities.find(([nis]) => nis === notes.municipality)?.[1] ?? ''
    case 'ageBands':
      return notes.ageBands.map((band) => form.ages[band]).join(', ')
    case 'helpQuestion':
    case 'unarticulated':
      return notes.unarticulated ? form.unarticulated : (notes.helpQuestion ?? '')
    case 'familyKnows':
      return notes.familyKnows === null ? '' : form.familyKnowing[notes.familyKnows]
    case 'agreements':
      return notes.agreements.map(agreementSaid).join('\n')
    case 'consent':
      return consentSaid(notes.consent)
    case 'outcome':
      return notes.outcome === null ? '' : form.outcomes[notes.outcome]
    case 'concern':
    case 'strengths':
    case 'tried':
    case 'familyWants':
    case 'stillPossible':
      return notes[name]
  }
}

function agreementSaid({ what, who, by }: CoachingNotes['agreements'][number]): string {
  return [what, form.agreementWhos[who], by === null ? '' : words.day(by)].filter((part) => part !== '').join(' · ')
}

function consentSaid(consent: CoachingNotes['consent']): string {
  if (consent.kind !== 'yes') return form.consents[consent.kind]
  const { by, how, on } = consent
  const parts = [form.consents.yes, by && form.consentBys[by], how && form.consentHows[how], on && words.day(on)]
  return parts.filter((part) => part !== null).join(' · ')
}
