import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { callbackOffer } from './callback-offer.ts'
import { flow } from './flow.ts'
import { goodbye } from './goodbye.ts'
import { markReason } from './mark-reason.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { waitingInChat } from './waiting-in-chat.ts'
import { waitingOnPhone } from './waiting-on-phone.ts'

/** The ARNs to which `waiting` refers. */
export type WaitingRefs = { hoursArn: string; queuePositionArn: string; promiseCallbackArn: string }

// A caller who chose the call-back and then gave no input returns to the wait, but only so many times.
const returnsAtMost = 3

/**
 * The queue flow. It checks the hours each round, because Connect leaves contacts in the queue after closing time; a worker who answers
 * interrupts it at any moment.
 */
export function waiting(region: OpenRegion, words: CallerWords, refs: WaitingRefs): FlowContent {
  const { phone } = words
  return flow({
    start: 'channel',
    rows: {
      channel: { kind: 'by-channel', arms: { voice: 'first', chat: 'chatFirst' } },
      ...waitingOnPhone(region, words, refs),
      ...waitingInChat(region, words, refs),
      markWayOut: markReason('busy', 'others'),
      markNobody: markReason('nobody-signed-in', 'others'),
      sayClosed: { kind: 'say', text: phone.closedWhileWaiting, arms: { next: 'markClosing', error: 'markClosing' } },
      markClosing: markReason('closing', 'offer'),
      sayTooLong: { kind: 'say', text: phone.waitedTooLong, arms: { next: 'markTooLong', error: 'markTooLong' } },
      markTooLong: markReason('waited-too-long', 'offer'),
      ...callbackOffer(words, { ...refs, region, before: null, ends: { noted: 'bye', unnoted: 'unnoted', inChat: 'goodbye' } }),
      unnoted: {
        kind: 'by-text',
        reference: '$.Attributes.callbackReason',
        arms: { busy: 'returns', 'nobody-signed-in': 'returns' },
        otherwise: 'sayDeclined',
      },
      returns: { kind: 'count', rounds: returnsAtMost, arms: { again: 'sayStillWaiting', done: 'sayDeclined', error: 'sayDeclined' } },
      sayStillWaiting: { kind: 'say', text: phone.offer.stillWaiting, arms: { next: 'hours', error: 'hours' } },
      sayDeclined: { kind: 'say', text: phone.offer.declined, arms: { next: 'goodbye', error: 'goodbye' } },
      ...goodbye(words, region),
    },
  })
}
