import { enChatLine } from './en-chat-line.ts'
import { enPhone } from './en-phone.ts'
import { enReferrers } from './en-referrers.ts'
import { spokenMoment, writtenMoment } from './en-speech.ts'
import { enWidget } from './en-widget.ts'
import type { CallerWords, RefusalWords } from './words.ts'

const refusals: RefusalWords = {
  fields: {
    session: 'your chat session',
    region: 'region',
    language: 'language',
    referrerType: 'who you are',
    municipality: 'town',
    alias: 'what we may call you',
    code: 'code',
    message: 'message',
  },
  required: (field) => `Please fill in: ${field}.`,
  tooLong: (field, limit) => `This is too long: ${field}. It can have ${limit} characters at most.`,
  invalid: (field) => `This is not right: ${field}.`,
  unknownField: (field) => `We do not know this field: ${field}.`,
  notJson: 'We could not read this message.',
  unknownRegion: 'We do not know this region.',
  notFound: 'We did not find this.',
  tooBusy: 'It is too busy right now. Please try again in a moment.',
  broken: 'Something went wrong on our side. Please try again later.',
}

export const en: CallerWords = {
  language: 'en',
  locale: 'en-GB',
  phone: enPhone,
  chatLine: enChatLine,
  widget: enWidget,
  refusals,
  referrers: enReferrers,
  moment: writtenMoment,
  spokenMoment,
}
