import type { CallBackWords } from '../types/words.ts'

/** The call-back form and the queue position, in English. */
export const enCallBack: CallBackWords = {
  offer: 'Ask for a call back',
  form: (when) => `Leave your number. We will call you ${when}. We erase your number after the call.`,
  number: 'Your telephone number',
  numberHelp: 'A landline or a mobile, in Belgium or a neighbouring country.',
  othersMayAnswer: 'May someone else answer the phone or hear a message?',
  no: 'No',
  noMeans: 'We tell only you who we are, and leave no message.',
  yes: 'Yes',
  yesMeans: 'We may leave a message.',
  optional: 'This helps us, but you do not have to',
  send: 'Call me back',
  sending: 'Noting your number.',
  missingNumber: 'Fill in the number on which we can call you.',
  notSent: 'That did not work: there is no connection. What you filled in is still here. Please try again.',
  done: 'Noted',
  promised: (when) => `We will call you ${when}.`,
  calledFrom: (phone) => `You will see the number ${phone}.`,
  erased: 'Your number is no longer on this screen. After the call we erase it on our side too.',
  closedWhileWaiting: 'Nobody could be with you in time. We are sorry.',
  rather: 'Would you rather be called back?',
  waitsNoMore: 'You no longer have to wait.',
  back: 'Wait after all',
  before: (count) =>
    count === 0
      ? 'You are first in line in the chat.'
      : count === 1
        ? '1 person is waiting before you.'
        : `${count} people are waiting before you.`,
  unknownRegion: 'This chat does not work: the page names a region that we do not know. Is this your site? Check “data-region”.',
  helplines: 'Need to talk now? Tele-Onthaal, in Dutch: 106. In French: Télé-Accueil, 107.',
}
