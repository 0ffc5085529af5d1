import { frCallBack } from '../../../shared/words/fr/call-back.ts'
import { frTalk } from '../../../shared/words/fr/talk.ts'
import type { LaterWords } from './chat-words.ts'

export const words: LaterWords = { talk: frTalk, callBack: frCallBack }
