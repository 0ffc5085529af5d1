import type { ChatLineWords } from './words.ts'

export const enChatLine: ChatLineWords = {
  closingSoon: (closes) =>
    `We are closing soon, at ${closes.clock}. You can still wait. A conversation that starts before then is not cut off.`,
  closedWhileWaiting: 'We are closing now. We are sorry that you waited for nothing. Please come back when we are open.',
}
