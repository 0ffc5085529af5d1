import { enCallBack } from '../../../shared/words/en/call-back.ts'
import { enTalk } from '../../../shared/words/en/talk.ts'
import type { LaterWords } from './chat-words.ts'

export const words: LaterWords = { talk: enTalk, callBack: enCallBack }
