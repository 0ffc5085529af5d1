import type { ChatLineWords } from '../types/words.ts'

/** What the line itself writes in a chat, in English. */
export const enChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `We are closing soon. You can wait until ${closes.clock}. Are we already talking by then? Then we just go on. Would you rather not wait? Tap “Would you rather be called back?”.`,
  stillWaiting: 'We have not forgotten you.',
  place: (before) => {
    if (before === 0) return 'You are first in line.'
    return before === 1 ? 'There is 1 person before you.' : `There are ${before} people before you.`
  },
  endsSoon: (minutes) =>
    `If nobody becomes free, this chat ends in ${minutes} minutes. Would you rather not wait? Tap “Would you rather be called back?”.`,
  leaveNumber: 'Shall we call you back? Fill in your number below.',
}
