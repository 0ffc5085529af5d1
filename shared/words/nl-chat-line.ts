import { writtenClock } from './nl-speech.ts'
import type { ChatLineWords } from './words.ts'

export const nlChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `We sluiten bijna, om ${writtenClock(closes.clock)}. Je mag nog wachten. Begint je gesprek voor we sluiten? Dan maken we het rustig af.`,
  closedWhileWaiting: 'We sluiten nu. Het spijt ons dat je voor niets gewacht hebt. Kom gerust terug als we open zijn.',
}
