import { enReferrers } from '../../../shared/words/en/referrers.ts'
import { enWidget } from '../../../shared/words/en/widget.ts'
import type { ChatWords } from './chat-words.ts'

export const words: ChatWords = {
  locale: 'en-GB',
  widget: enWidget,
  referrers: enReferrers,
  later: () => import('./later-words-en.ts'),
}
