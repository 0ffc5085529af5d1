import { nlCallBack } from './call-back.ts'
import { nlChatLine } from './chat-line.ts'
import { nlPhone } from './phone.ts'
import { nlPromise } from './promise.ts'
import { nlReferrers } from './referrers.ts'
import { spokenMoment, writtenMoment } from './speech.ts'
import { nlTalk } from './talk.ts'
import { nlWidget } from './widget.ts'
import type { CallerWords, RefusalWords } from '../types/words.ts'

const refusals: RefusalWords = {
  fields: {
    session: 'je chatsessie',
    region: 'regio',
    language: 'taal',
    referrerType: 'wie je bent',
    municipality: 'gemeente',
    alias: 'hoe we je mogen noemen',
    code: 'code',
    number: 'telefoonnummer',
    othersMayAnswer: 'of iemand anders mag opnemen',
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
  chatsFull: (phone) =>
    `Er komen nu te veel chats binnen. ${phone ? `Bel ons op ${phone}, of laat` : 'Laat'} je nummer achter: we bellen je terug.`,
  tryAgain: 'Dat lukte nog niet. Probeer het opnieuw.',
  number: {
    'not-a-number': 'Dat is geen telefoonnummer. Kijk het nog eens na.',
    emergency: 'Dat is een noodnummer. Vul het nummer in waarop we jou kunnen bellen.',
    'short-number': 'Dat is een kort nummer. Vul het nummer in waarop we jou kunnen bellen.',
    premium: 'Naar een betaalnummer bellen we niet. Vul een gewoon vast of mobiel nummer in.',
    'toll-free': 'Naar een gratis nummer kunnen we niet bellen. Vul een gewoon vast of mobiel nummer in.',
    'other-kind': 'Dat nummer kunnen we niet bellen. Vul een gewoon vast of mobiel nummer in.',
    foreign: 'We bellen alleen naar België en de buurlanden. Vul zo een nummer in.',
    'own-number': 'Dat is een nummer van ons. Vul het nummer in waarop we jou kunnen bellen.',
    extension: 'Met een toestelnummer erbij kunnen we niet bellen. Vul een rechtstreeks nummer in.',
  },
  callBacksFull: (phone) => `We kunnen dit nu niet noteren. ${phone ? `Bel ons op ${phone}.` : 'Probeer het later nog eens.'}`,
  broken: 'Er loopt iets fout bij ons. Probeer het later nog eens.',
}

/** Everything a caller or chat user can hear or read, in Dutch. */
export const nl: CallerWords = {
  language: 'nl',
  locale: 'nl-BE',
  phone: nlPhone,
  promise: nlPromise,
  chatLine: nlChatLine,
  widget: { ...nlWidget, ...nlTalk },
  callBack: nlCallBack,
  refusals,
  referrers: nlReferrers,
  moment: writtenMoment,
  spokenMoment,
}
