import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { callbackOffer, type OfferRow } from './callback-offer.ts'
import { decided, type DecidedRefs, type DecidedRow } from './decided.ts'
import { flow } from './flow.ts'
import { type GoodbyeRow, goodbye } from './goodbye.ts'
import { queued, type QueuedRefs, type QueuedRow } from './queued.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { type BeginningRow, emergencyOf, welcome, type WelcomeRefs } from './welcome.ts'

/** The ARNs that the main flow refers to; flows that it sets as event hooks must exist before it. */
export type DutyLineRefs = WelcomeRefs & DecidedRefs & QueuedRefs & { promiseCallbackArn: string }

type StartRow = 'noLog' | 'noRecording'

/**
 * The main flow for every call and chat of a region: greeting, decision, queue. Whatever does not serve the decision is said after it: to
 * whom nobody answers, before the offer of a call-back; to the others while the worker's telephone rings. If route-contact gives no
 * answer, the hours that Connect holds decide. Each path ends in a queue, or in a spoken sentence and the offer of a call-back.
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
      ...callbackOffer(words, {
        ...refs,
        region,
        before: emergencyOf(region, words),
        ends: { noted: 'bye', unnoted: 'sayDeclined', inChat: 'goodbye' },
      }),
      sayDeclined: { kind: 'say', text: words.phone.offer.declined, arms: { next: 'goodbye', error: 'goodbye' } },
      ...goodbye(words, region),
    },
  })
}
