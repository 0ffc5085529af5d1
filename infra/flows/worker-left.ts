import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { flow } from './flow.ts'
import { goodbye } from './goodbye.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { voices } from './voices.ts'

/**
 * What the referrer hears or reads when only she is left: that the worker is gone, and then an ordinary end. Every chat ends this way, so no
 * chat is kept open here for who might come back: what was said in it would lie there all the while, and a new one is a click away.
 */
export function workerLeft(region: OpenRegion, words: CallerWords): FlowContent {
  return flow({
    start: 'channel',
    rows: {
      channel: { kind: 'by-channel', arms: { voice: 'voice', chat: 'chatLeft' } },
      // The worker's whisper was in Dutch, whatever she herself speaks.
      voice: { kind: 'with-voice', voice: voices[words.language], engine: 'Neural', arms: { next: 'sayLeft', error: 'sayLeft' } },
      sayLeft: { kind: 'say', text: words.phone.workerLeft, arms: { next: 'bye', error: 'goodbye' } },
      chatLeft: { kind: 'say', text: words.widget.workerLeft, arms: { next: 'chatEnded', error: 'goodbye' } },
      ...goodbye(words, region),
    },
  })
}
