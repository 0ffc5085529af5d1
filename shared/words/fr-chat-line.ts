import { writtenClock } from './fr-speech.ts'
import type { ChatLineWords } from './words.ts'

export const frChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `Nous fermons bientôt, à ${writtenClock(closes.clock)}. Vous pouvez encore attendre. Une conversation commencée avant va jusqu’au bout.`,
  closedWhileWaiting: 'Nous fermons maintenant. Désolés pour cette attente. Revenez quand nous sommes ouverts.',
}
