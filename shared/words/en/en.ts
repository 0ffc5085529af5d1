import { enCallBack } from './call-back.ts'
import { enChatLine } from './chat-line.ts'
import { enPhone } from './phone.ts'
import { enPromise } from './promise.ts'
import { enReferrers } from './referrers.ts'
import { spokenMoment, writtenMoment } from './speech.ts'
import { enTalk } from './talk.ts'
import { enWidget } from './widget.ts'
import type { CallerWords, RefusalWords } from '../types/words.ts'

const refusals: RefusalWords = {
  fields: {
    session: 'your chat session',
    region: 'region',
    language: 'language',
    referrerType: 'who you are',
    municipality: 'town',
    alias: 'what we may call you',
    code: 'code',
    number: 'telephone number',
    othersMayAnswer: 'whether someone else may answer',
    message: 'message',
  },
  required: (field) => `Please fill in: ${field}.`,
  tooLong: (field, limit) => `This is too long: ${field}. It can have ${limit} characters at most.`,
  invalid: (field) => `This is not right: ${field}.`,
  unknownField: (field) => `We do not know this field: ${field}.`,
  notJson: 'We could not read this message.',
  unknownRegion: 'We do not know this region.',
  notFound: 'We did not find this.',
  chatsFull: (phone) =>
    `Too many chats are coming in now. ${phone ? `Call us on ${phone}, or leave` : 'Leave'} your number: we call you back.`,
  tryAgain: 'That did not work yet. Please try again.',
  number: {
    'not-a-number': 'That is not a telephone number. Please check it.',
    emergency: 'That is an emergency number. Fill in the number on which we can call you.',
    'short-number': 'That is a short number. Fill in the number on which we can call you.',
    premium: 'We do not call premium numbers. Fill in an ordinary landline or mobile number.',
    'toll-free': 'We cannot call a free number. Fill in an ordinary landline or mobile number.',
    'other-kind': 'We cannot call that number. Fill in an ordinary landline or mobile number.',
    foreign: 'We do not call that far. Fill in a number in Belgium or a neighbouring country.',
    'own-number': 'That is one of our own numbers. Fill in the number on which we can call you.',
    extension: 'We cannot call a number with an extension. Fill in a direct number.',
  },
  callBacksFull: (phone) => `We cannot note this now. ${phone ? `Call us on ${phone}.` : 'Please try again later.'}`,
  broken: 'Something went wrong on our side. Please try again later.',
}

/** Everything a caller or chat user can hear or read, in English. */
export const en: CallerWords = {
  language: 'en',
  locale: 'en-GB',
  phone: enPhone,
  promise: enPromise,
  chatLine: enChatLine,
  widget: { ...enWidget, ...enTalk },
  callBack: enCallBack,
  refusals,
  referrers: enReferrers,
  moment: writtenMoment,
  spokenMoment,
}
