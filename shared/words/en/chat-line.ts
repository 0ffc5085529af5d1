import type { ChatLineWords } from '../types/words.ts'

/** What the line itself writes in a chat, in English. */
export const enChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `We are closing soon, at ${closes.clock}. You can still wait: a conversation that has started is not cut off. Or leave your number in the form and we will call you back.`,
  stillWaiting: 'We have not forgotten you.',
  place: (before) => {
    if (before === 0) return 'You are first in line.'
    return before === 1 ? 'There is 1 person before you.' : `There are ${before} people before you.`
  },
  endsSoon: (minutes) =>
    `We will close this conversation in ${minutes} minutes if nobody becomes free. Would you rather be called back? Leave your number in the form.`,
  leaveNumber: 'Would you like us to call you back? Leave your number in the form.',
}
