import { nlCallBack } from '../../../shared/words/nl/call-back.ts'
import { nlTalk } from '../../../shared/words/nl/talk.ts'
import type { LaterWords } from './chat-words.ts'

export const words: LaterWords = { talk: nlTalk, callBack: nlCallBack }
