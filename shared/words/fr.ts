import { frChatLine } from './fr-chat-line.ts'
import { frPhone } from './fr-phone.ts'
import { frReferrers } from './fr-referrers.ts'
import { spokenMoment, writtenMoment } from './fr-speech.ts'
import { frWidget } from './fr-widget.ts'
import type { CallerWords, RefusalWords } from './words.ts'

const refusals: RefusalWords = {
  fields: {
    session: 'votre session de chat',
    region: 'région',
    language: 'langue',
    referrerType: 'qui vous êtes',
    municipality: 'commune',
    alias: 'comment vous appeler',
    code: 'code',
    message: 'message',
  },
  required: (field) => `À compléter : ${field}.`,
  tooLong: (field, limit) => `Trop long : ${field}. Maximum ${limit} caractères.`,
  invalid: (field) => `Incorrect : ${field}.`,
  unknownField: (field) => `Nous ne connaissons pas ce champ : ${field}.`,
  notJson: 'Nous n’avons pas pu lire ce message.',
  unknownRegion: 'Nous ne connaissons pas cette région.',
  notFound: 'Nous ne l’avons pas trouvé.',
  tooBusy: 'Il y a trop de monde. Réessayez dans un instant.',
  broken: 'Un problème technique est survenu. Réessayez plus tard.',
}

export const fr: CallerWords = {
  language: 'fr',
  locale: 'fr-BE',
  phone: frPhone,
  chatLine: frChatLine,
  widget: frWidget,
  refusals,
  referrers: frReferrers,
  moment: writtenMoment,
  spokenMoment,
}
