import { writtenClock } from './speech.ts'
import type { ChatLineWords } from '../types/words.ts'

/** What the line itself writes in a chat, in French. */
export const frChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `Nous fermons bientôt. Vous pouvez attendre jusqu’à ${writtenClock(closes.clock)}. La conversation a déjà commencé ? Alors elle continue. Vous ne voulez pas attendre ? Touchez « Vous préférez être rappelé ? ».`,
  stillWaiting: 'Nous ne vous oublions pas.',
  place: (before) => {
    if (before === 0) return 'Vous êtes au début de la file.'
    return before === 1 ? 'Une personne attend avant vous.' : `${before} personnes attendent avant vous.`
  },
  endsSoon: (minutes) =>
    `Si personne ne se libère, ce chat s’arrête dans ${minutes} minutes. Vous ne voulez pas attendre ? Touchez « Vous préférez être rappelé ? ».`,
  leaveNumber: 'Voulez-vous que nous vous rappelions ? Indiquez votre numéro ci-dessous.',
}
