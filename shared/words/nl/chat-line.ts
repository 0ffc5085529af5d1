import { writtenClock } from './speech.ts'
import type { ChatLineWords } from '../types/words.ts'

/** What the line itself writes in a chat, in Dutch. */
export const nlChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `We sluiten bijna. Je mag wachten tot ${writtenClock(closes.clock)}. Is je gesprek dan al bezig? Dan praten we gewoon verder. Wil je niet wachten? Tik op „Liever teruggebeld?”.`,
  stillWaiting: 'We zijn je niet vergeten.',
  place: (before) => {
    if (before === 0) return 'Jij bent de eerste in de rij.'
    return before === 1 ? 'Er wacht nog 1 persoon voor jou.' : `Er wachten nog ${before} mensen voor jou.`
  },
  endsSoon: (minutes) =>
    `Komt er niemand vrij? Dan stopt deze chat over ${minutes} minuten. Wil je niet wachten? Tik op „Liever teruggebeld?”.`,
  leaveNumber: 'Zullen we je terugbellen? Vul hieronder je nummer in.',
}
