import { writtenClock } from './speech.ts'
import type { ChatLineWords } from '../types/words.ts'

/** What the line itself writes in a chat, in Dutch. */
export const nlChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `We sluiten bijna, om ${writtenClock(closes.clock)}. Je mag nog wachten: je gesprek breken we niet af. Of laat je nummer achter in het formulier, dan bellen we je terug.`,
  stillWaiting: 'We zijn je niet vergeten.',
  place: (before) => {
    if (before === 0) return 'Jij bent de eerste in de rij.'
    return before === 1 ? 'Er wacht nog 1 iemand voor jou.' : `Er wachten nog ${before} mensen voor jou.`
  },
  endsSoon: (minutes) =>
    `We sluiten dit gesprek over ${minutes} minuten als er niemand vrijkomt. Word je liever teruggebeld? Laat je nummer achter in het formulier.`,
  leaveNumber: 'Wil je dat we je terugbellen? Laat je nummer achter in het formulier.',
}
