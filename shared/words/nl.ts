import { nlChatLine } from './nl-chat-line.ts'
import { nlPhone } from './nl-phone.ts'
import { nlReferrers } from './nl-referrers.ts'
import { spokenMoment, writtenMoment } from './nl-speech.ts'
import { nlWidget } from './nl-widget.ts'
import type { CallerWords, RefusalWords } from './words.ts'

const refusals: RefusalWords = {
  fields: {
    session: 'je chatsessie',
    region: 'regio',
    language: 'taal',
    referrerType: 'wie je bent',
    municipality: 'gemeente',
    alias: 'hoe we je mogen noemen',
    code: 'code',
    message: 'bericht',
    version: 'versie',
    notes: 'notities',
    worker: 'medewerker',
    reason: 'reden',
    danger: 'gevaar',
    ageBands: 'leeftijd',
    helpQuestion: 'hulpvraag',
    unarticulated: 'de vraag is nog niet duidelijk',
    concern: 'zorg',
    strengths: 'wat goed loopt',
    tried: 'wat al geprobeerd is',
    familyKnows: 'weet het gezin het',
    familyWants: 'wat het gezin zelf wil',
    stillPossible: 'wat nog mogelijk is',
    agreements: 'afspraken',
    consent: 'akkoord van het gezin',
    outcome: 'uitkomst',
  },
  required: (field) => `Vul dit nog in: ${field}.`,
  tooLong: (field, limit) => `Dit is te lang: ${field}. Het mag hoogstens ${limit} tekens hebben.`,
  invalid: (field) => `Dit klopt niet: ${field}.`,
  unknownField: (field) => `Dit veld kennen we niet: ${field}.`,
  notJson: 'We konden dit bericht niet lezen.',
  unknownRegion: 'Deze regio kennen we niet.',
  notFound: 'We vonden dit niet.',
  tooBusy: 'Het is nu te druk. Probeer het zo meteen opnieuw.',
  broken: 'Er loopt iets fout bij ons. Probeer het later nog eens.',
}

export const nl: CallerWords = {
  language: 'nl',
  locale: 'nl-BE',
  phone: nlPhone,
  chatLine: nlChatLine,
  widget: nlWidget,
  refusals,
  referrers: nlReferrers,
  moment: writtenMoment,
  spokenMoment,
}
