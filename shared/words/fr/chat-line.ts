import { writtenClock } from './speech.ts'
import type { ChatLineWords } from '../types/words.ts'

/** What the line itself writes in a chat, in French. */
export const frChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `Nous fermons bientôt, à ${writtenClock(closes.clock)}. Vous pouvez encore attendre : une conversation commencée va jusqu’au bout. Ou laissez votre numéro dans le formulaire : nous vous rappelons.`,
  stillWaiting: 'Nous ne vous oublions pas.',
  place: (before) => {
    if (before === 0) return 'Vous êtes au début de la file.'
    return before === 1 ? 'Une personne attend avant vous.' : `${before} personnes attendent avant vous.`
  },
  endsSoon: (minutes) =>
    `Nous fermons cette conversation dans ${minutes} minutes si personne ne se libère. Vous préférez être rappelé ? Laissez votre numéro dans le formulaire.`,
  leaveNumber: 'Vous voulez être rappelé ? Laissez votre numéro dans le formulaire.',
}
