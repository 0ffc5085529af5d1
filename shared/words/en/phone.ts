import { numberInWords, onMoment, spokenClock, spokenHours, spokenMoment } from './speech.ts'
import type { PhoneWords } from '../types/words.ts'

/** What a caller hears, in English. */
export const enPhone: PhoneWords = {
  welcome: ({ brand, region }) => `Welcome to ${brand}. You have reached the duty line for ${region}.`,
  emergency: 'Is someone in danger right now? Hang up. Call one one two for an ambulance, or one zero one for the police.',
  crisis: (number) => `Is there a crisis with a child or young person that cannot wait? Call the crisis line: ${number}.`,
  privacy: 'We do not record this call. You may stay anonymous. Please do not give names of the family yet.',
  who: ['Calling for your work? Press one.', 'For yourself or your family? Press two.', 'About someone you know? Press three.'].join(' '),
  chooseLanguage: 'For English, press nine.',
  connecting: 'One moment, we are connecting you.',
  waitingBusy: 'Our colleague is on another call. You can hold. Would you rather be called back? Press one.',
  waitingRepeat: 'Thank you for holding. A call sometimes takes a while, because we take the time to listen.',
  waitingChoice: 'Would you rather be called back? Press one.',
  place: (before) => {
    if (before === 0) return 'You are first in line.'
    return before === 1 ? 'There is one person before you.' : `There are ${numberInWords(before)} people before you.`
  },
  closed: (opens) =>
    opens
      ? `We are closed now. We are back ${onMoment(opens, spokenMoment)}.`
      : 'We are closed now. We do not know yet when we will be open again.',
  closedHours: (week) => ['We are closed now.', ...week.map((row) => `You can call us ${spokenHours(row)}.`)].join(' '),
  helplines: 'Need to talk now? Tele-Onthaal, one zero six, in Dutch. Or Télé-Accueil, one zero seven, in French.',
  closingSoon: (closes) =>
    `We are closing soon. You can hold until ${spokenClock(closes.clock)}. Are we already talking by then? Then we just go on. Would you rather be called back? Press one.`,
  closedWhileWaiting: 'We are closing now. We are sorry that you waited for nothing.',
  nobodyOnDuty: 'Nobody is on duty right now. That is our fault.',
  nobodyWhileWaiting: 'Nobody is on duty right now. That is our fault. You can hold. Would you rather be called back? Press one.',
  queueFull: 'Too many people are waiting right now. We are sorry.',
  waitedTooLong: 'You have waited a long time and nobody is free. We are sorry.',
  workerLeft: 'The conversation with our colleague has ended. Had you not finished? Please call again.',
  error: 'Something went wrong on our side. We are sorry.',
  bye: 'Thank you for calling.',
  offer: {
    question: 'Shall we call you back? Press one. Or stay on the line for other numbers.',
    othersMayAnswer: 'May someone else answer, and may we leave a message? Press one. Only you? Press two.',
    ownNumber: 'We will call the number you are calling from. Press one to confirm, or two to give another number.',
    enterNumber: 'Enter your phone number, then press hash.',
    readBack: (number) => `You entered ${number}. Is that right? Press one. To enter it again, press two.`,
    withheld: 'We cannot see your number. Please enter it, then press hash.',
    tooManyTries: 'This number does not work.',
    notNoted: 'We could not note your number. That is our fault.',
    declined: 'We will not call you. You are welcome to call again.',
    stillWaiting: 'You keep your place in line.',
  },
}
