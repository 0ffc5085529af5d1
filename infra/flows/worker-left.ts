import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { flow } from './flow.ts'
import { goodbye } from './goodbye.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { voices } from './voices.ts'

/**
 * The flow for a referrer whose worker has left: it says so and ends. Every chat ends this way and is not kept open for a return, because
 * its transcript would be stored that long and a new chat is one click away.
 */
export function workerLeft(region: OpenRegion, words: CallerWords): FlowContent {
  return flow({
    start: 'channel',
    rows: {
      channel: { kind: 'by-channel', arms: { voice: 'voice', chat: 'chatLeft' } },
      // The worker's whisper set the voice to Dutch, whatever the caller speaks.
      voice: { kind: 'with-voice', voice: voices[words.language], engine: 'Neural', arms: { next: 'sayLeft', error: 'sayLeft' } },
      sayLeft: { kind: 'say', text: words.phone.workerLeft, arms: { next: 'bye', error: 'goodbye' } },
      chatLeft: { kind: 'say', text: words.widget.workerLeft, arms: { next: 'chatEnded', error: 'goodbye' } },
      ...goodbye(words, region),
    },
  })
}
