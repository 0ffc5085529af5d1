import { frReferrers } from '../../../shared/words/fr/referrers.ts'
import { frWidget } from '../../../shared/words/fr/widget.ts'
import type { ChatWords } from './chat-words.ts'

export const words: ChatWords = {
  locale: 'fr-BE',
  widget: frWidget,
  referrers: frReferrers,
  later: () => import('./later-words-fr.ts'),
}
