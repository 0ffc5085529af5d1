import { onMoment, writtenDayOf, writtenMoment } from './speech.ts'
import type { BeforeWords } from '../types/words.ts'

/** The texts of the widget before a chat starts, in English. */
export const enWidget: BeforeWords = {
  launcher: 'Worried about a child or family? Chat with us',
  title: (brand) => `Chat with ${brand}`,
  intro: 'Worried about a child, a young person or a family? We think with you about what is still possible.',
  loading: 'One moment.',
  open: (closes) => `We are here. Today until ${closes.clock}.`,
  closingSoon: (closes) => `We are closing soon, at ${closes.clock}. You can still start.`,
  closed: (opens) =>
    opens ? `Closed now. Back ${onMoment(opens, writtenMoment)}.` : 'Closed now. We do not know yet when we will be open again.',
  nobodyOnDuty: 'Nobody is on duty right now. That is our fault.',
  busy: 'We are here, but everyone is busy. You can wait or leave your number.',
  callBackTime: (at) =>
    at === null
      ? 'as soon as we can'
      : at.from
        ? `${onMoment(at.from, writtenDayOf)} between ${at.from.clock} and ${at.by.clock}`
        : `today before ${at.by.clock}`,
  emergency: 'In danger now? Call 112 (ambulance, fire) or 101 (police). This chat is not an emergency service.',
  crisis: (number) => `A crisis with a child or young person? Call the crisis line: ${number}.`,
  callInstead: (phone) => `Prefer to call? Call ${phone}.`,
  goesOnIn: (language) => `This region answers in another language: ${language}.`,
  required: '(required)',
  role: 'Who are you?',
  rolePlaceholder: 'Choose what fits you',
  municipality: 'In which town does the family live?',
  municipalityHelp: 'The family’s town, not yours. Not sure? Choose: I do not know.',
  municipalityPlaceholder: 'Type the name of the town',
  municipalityNotKnown: 'I do not know',
  municipalityHere: (team) => `Our team for this town: ${team}.`,
  municipalityElsewhere: ({ brand, name, phone }) =>
    [`This town belongs to ${brand}, ${name}.`, ...(phone ? [`Their number is ${phone}.`] : []), 'You can also start here.'].join(' '),
  municipalityNotServed: 'We do not know for certain which team works in this town. You can start here.',
  municipalitiesFound: (count) => {
    if (count === 0) return 'No town found. Check the name, or choose: I do not know.'
    return count === 1 ? 'One town found.' : `${count} towns found.`
  },
  alias: 'What may we call you?',
  aliasHelp: 'A nickname is fine.',
  code: 'Do you have a code from an earlier conversation?',
  codeHelp: 'Then we can see that you were in touch before. You do not have to.',
  noNames: 'Please do not write names, addresses or birth dates.',
  missing: {
    referrerType: 'Choose who you are.',
    municipality: 'Choose a town from the list, or: I do not know.',
    alias: 'Fill in what we may call you. A nickname is fine.',
  },
  privacy: 'Our staff are bound by professional secrecy. We erase the chat within two days. We keep no IP address.',
  start: 'Start',
  starting: 'Starting the conversation.',
  tryAgain: 'Try again',
  failed: (phone) => (phone ? `This is not working. Call us on ${phone}.` : 'This is not working. Please try again later.'),
  quickExit: 'Quick exit',
  closeWindow: 'Close chat window',
  language: 'Language',
}
