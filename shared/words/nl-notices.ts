import type { NoticeWords } from './words.ts'

/** Text messages: never content, never a name, for anybody may read a telephone. */
export const noticesNl: NoticeWords = {
  caseTakenOn: 'Er is een nieuwe vraag voor jou. Open de desk.',
}
