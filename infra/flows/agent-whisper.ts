import type { OpenRegion } from '../../shared/domain/region.ts'
import type { CallerWords } from '../../shared/words/words.ts'
import { flow } from './flow.ts'
import type { FlowContent } from './rules/flow-content.ts'

/** What the worker alone hears as she answers a call: for which region it is. How long the caller waited, a flow cannot know. */
export function agentWhisper(region: OpenRegion, { phone }: CallerWords): FlowContent {
  const text = phone.whisper({ region: region.spokenName, referrer: null, minutes: null })
  return flow({
    start: 'voice',
    rows: {
      voice: { kind: 'with-voice', voice: 'Lisa', engine: 'Neural', arms: { next: 'say', error: 'say' } },
      say: { kind: 'say', text, arms: { next: 'end', error: 'end' } },
      end: { kind: 'end', arms: {} },
    },
  })
}
