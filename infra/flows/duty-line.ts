import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { callbackOffer, type OfferRow } from './callback-offer.ts'
import { decided, type DecidedRefs, type DecidedRow } from './decided.ts'
import { flow } from './flow.ts'
import { type GoodbyeRow, goodbye } from './goodbye.ts'
import { queued, type QueuedRefs, type QueuedRow } from './queued.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { type BeginningRow, welcome, type WelcomeRefs } from './welcome.ts'

/** What the line's flow points at; flows that it hangs on a contact exist before it. */
export type DutyLineRefs = WelcomeRefs & DecidedRefs & QueuedRefs & { promiseCallbackArn: string }

type StartRow = 'noLog' | 'noRecording'

/**
 * The flow that every call and chat of a region walks: welcomed, decided, queued. When the function cannot decide, the hours that Connect
 * holds itself decide; each arm ends in a queue, or after a spoken sentence with the offer to be called back.
 */
export function dutyLine(region: OpenRegion, words: CallerWords, refs: DutyLineRefs): FlowContent {
  return flow<StartRow | BeginningRow | DecidedRow | QueuedRow | OfferRow | 'sayDeclined' | GoodbyeRow>({
    start: 'noLog',
    rows: {
      noLog: { kind: 'no-log', arms: { next: 'noRecording' } },
      noRecording: { kind: 'no-recording', arms: { next: 'channel' } },
      ...welcome(region, words, refs),
      ...decided(region, words, refs),
      ...queued(region, words, refs),
      ...callbackOffer(words, { ...refs, region, ends: { noted: 'bye', unnoted: 'sayDeclined', inChat: 'goodbye' } }),
      sayDeclined: { kind: 'say', text: words.phone.offer.declined, arms: { next: 'goodbye', error: 'goodbye' } },
      ...goodbye(words, region),
    },
  })
}
