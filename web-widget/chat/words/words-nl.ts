import { nlReferrers } from '../../../shared/words/nl/referrers.ts'
import { nlWidget } from '../../../shared/words/nl/widget.ts'
import type { ChatWords } from './chat-words.ts'

export const words: ChatWords = {
  locale: 'nl-BE',
  widget: nlWidget,
  referrers: nlReferrers,
  later: () => import('./later-words-nl.ts'),
}
