import { numberInWords, onMoment, spokenClock, spokenHours, spokenMoment } from './en-speech.ts'
import type { PhoneWords } from './words.ts'

// Call-backs do not exist yet: no text here may offer one.
export const enPhone: PhoneWords = {
  welcome: ({ brand, region }) => `Welcome to ${brand}. You have reached the duty line for ${region}.`,
  emergency: 'Is someone in danger right now? Hang up. Call one one two for an ambulance, or one zero one for the police.',
  crisis: (number) => `Is there a crisis with a child or young person that cannot wait? Call the crisis line: ${number}.`,
  privacy: 'We do not record this call. You may stay anonymous. Please do not give names of the family yet.',
  connecting: 'One moment, we are connecting you.',
  waitingFirst: 'You can hold. We will answer as soon as we can.',
  waitingRepeat: 'Thank you for holding. Our calls can take a while because we want to listen well.',
  closed: (opens) =>
    opens
      ? `We are closed now. We are back ${onMoment(opens, spokenMoment)}.`
      : 'We are closed now. We do not know yet when we will be open again.',
  closedHours: (week) => ['We are closed now.', ...week.map((row) => `You can call us ${spokenHours(row)}.`)].join(' '),
  helplines: 'Need to talk now? Tele-Onthaal, one zero six, in Dutch. Or Télé-Accueil, one zero seven, in French.',
  closingSoon: (closes) =>
    `We are closing soon, at ${spokenClock(closes.clock)}. You can still hold. A conversation that starts before then is not cut off.`,
  closedWhileWaiting: 'We are closing now. We are sorry that you waited for nothing. Please call again when we are open.',
  nobodyOnDuty: 'Nobody is signed in right now. That is our fault. Please call again later.',
  queueFull: 'Too many people are waiting right now. We are sorry. Please call again later.',
  waitedTooLong: 'You have waited a long time and nobody is free. We are sorry. Please call again later.',
  workerLeft: 'The conversation with our colleague has ended. Had you not finished? Please call again.',
  error: 'Something went wrong on our side. Please call again later. Is it urgent? Listen to the next numbers.',
  bye: 'Thank you for calling.',
  whisper: ({ region, referrer, minutes }) =>
    [`Call for ${region}.`, ...(referrer ? [`${referrer}.`] : []), ...(minutes === null ? [] : [waited(minutes)])].join(' '),
}

function waited(minutes: number): string {
  if (minutes < 1) return 'Has just arrived.'
  if (minutes > 60) return 'Has waited for more than an hour.'
  return minutes === 1 ? 'Has waited for one minute.' : `Has waited for ${numberInWords(minutes)} minutes.`
}
