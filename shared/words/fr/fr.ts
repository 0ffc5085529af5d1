import { frCallBack } from './call-back.ts'
import { frChatLine } from './chat-line.ts'
import { frPhone } from './phone.ts'
import { frPromise } from './promise.ts'
import { frReferrers } from './referrers.ts'
import { spokenMoment, writtenMoment } from './speech.ts'
import { frTalk } from './talk.ts'
import { frWidget } from './widget.ts'
import type { CallerWords, RefusalWords } from '../types/words.ts'

const refusals: RefusalWords = {
  fields: {
    session: 'votre session de chat',
    region: 'région',
    language: 'langue',
    referrerType: 'qui vous êtes',
    municipality: 'commune',
    alias: 'comment vous appeler',
    code: 'code',
    number: 'numéro de téléphone',
    othersMayAnswer: 'si quelqu’un d’autre peut répondre',
    message: 'message',
  },
  required: (field) => `À compléter : ${field}.`,
  tooLong: (field, limit) => `Trop long : ${field}. Maximum ${limit} caractères.`,
  invalid: (field) => `Incorrect : ${field}.`,
  unknownField: (field) => `Nous ne connaissons pas ce champ : ${field}.`,
  notJson: 'Nous n’avons pas pu lire ce message.',
  unknownRegion: 'Nous ne connaissons pas cette région.',
  notFound: 'Nous ne l’avons pas trouvé.',
  chatsFull: (phone) =>
    `Trop de conversations arrivent en ce moment. ${phone ? `Appelez-nous au ${phone} ou laissez` : 'Laissez'} votre numéro : nous vous rappelons.`,
  tryAgain: 'Cela n’a pas encore fonctionné. Réessayez.',
  number: {
    'not-a-number': 'Ce n’est pas un numéro de téléphone. Vérifiez-le.',
    emergency: 'C’est un numéro d’urgence. Indiquez le numéro où nous pouvons vous appeler.',
    'short-number': 'C’est un numéro court. Indiquez le numéro où nous pouvons vous appeler.',
    premium: 'Nous n’appelons pas de numéros payants. Indiquez un numéro fixe ou mobile ordinaire.',
    'toll-free': 'Nous ne pouvons pas appeler de numéro gratuit. Indiquez un numéro fixe ou mobile ordinaire.',
    'other-kind': 'Nous ne pouvons pas appeler ce numéro. Indiquez un numéro fixe ou mobile ordinaire.',
    foreign: 'Nous n’appelons pas aussi loin. Indiquez un numéro en Belgique ou dans un pays voisin.',
    'own-number': 'C’est un de nos numéros. Indiquez le numéro où nous pouvons vous appeler.',
    extension: 'Nous ne pouvons pas appeler un numéro de poste. Indiquez un numéro direct.',
  },
  callBacksFull: (phone) => `Nous ne pouvons pas le noter maintenant. ${phone ? `Appelez-nous au ${phone}.` : 'Réessayez plus tard.'}`,
  broken: 'Un problème technique est survenu. Réessayez plus tard.',
}

/** Everything a caller or chat user can hear or read, in French. */
export const fr: CallerWords = {
  language: 'fr',
  locale: 'fr-BE',
  phone: frPhone,
  promise: frPromise,
  chatLine: frChatLine,
  widget: { ...frWidget, ...frTalk },
  callBack: frCallBack,
  refusals,
  referrers: frReferrers,
  moment: writtenMoment,
  spokenMoment,
}
