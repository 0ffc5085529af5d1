import type { OpenRegion } from '../../shared/domain/region.ts'
import type { CallerWords } from '../../shared/words/words.ts'
import { flow } from './flow.ts'
import { goodbye } from './goodbye.ts'
import type { FlowContent } from './rules/flow-content.ts'

/** What the referrer hears or reads when only she is left: that the worker is gone, and then an ordinary end. */
export function workerLeft(region: OpenRegion, words: CallerWords): FlowContent {
  return flow({
    start: 'channel',
    rows: {
      channel: { kind: 'by-channel', arms: { voice: 'sayLeft', chat: 'chatLeft' } },
      sayLeft: { kind: 'say', text: words.phone.workerLeft, arms: { next: 'bye', error: 'goodbye' } },
      chatLeft: { kind: 'say', text: words.widget.workerLeft, arms: { next: 'chatEnded', error: 'goodbye' } },
      ...goodbye(words, region),
    },
  })
}
