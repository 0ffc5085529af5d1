import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { askPlace, waitedSoFar } from './ask-position.ts'
import type { Key, Row } from './rows.ts'

/** The longest that anybody waits before she is told that nobody comes: an end that is said is better than a wait without one. */
export const longestWaitMinutes = 20

// A round lasts about a minute: prompts and silence, then her place and the way out.
const holdSeconds = 50
const pauseSeconds = 42
const choiceSeconds = 4

type PhoneRow =
  | 'first'
  | 'askFirst'
  | 'sayFirst'
  | 'hold'
  | 'holdPlainly'
  | 'hours'
  | 'rounds'
  | 'staffed'
  | 'askNobody'
  | 'place'
  | 'keepWaited'
  | 'askPlace'
  | 'askPlainly'
type WayOut = 'markWayOut' | 'markNobody' | 'sayClosed' | 'sayTooLong'

export type PositionRefs = { hoursArn: string; queuePositionArn: string }

/** The rows of a call that waits; each round she hears her place, and how to be called back instead. */
export function waitingOnPhone(region: OpenRegion, words: CallerWords, refs: PositionRefs): Record<PhoneRow, Row<PhoneRow | WayOut>> {
  const { phone } = words
  const prompt = { text: phone.waitingRepeat, pauseSeconds }
  const choice = (text: string, way: WayOut, onError: PhoneRow): Row<PhoneRow | WayOut> => {
    const keys: Partial<Record<Key, WayOut>> = { 1: way }
    return { kind: 'ask-key', text, seconds: choiceSeconds, keys, arms: { silence: 'hold', wrong: 'hold', error: onError } }
  }
  return {
    first: { kind: 'by-text', reference: `$.Attributes.${attribute.busy}`, arms: { yes: 'askFirst' }, otherwise: 'sayFirst' },
    askFirst: choice(phone.waitingBusy, 'markWayOut', 'sayFirst'),
    sayFirst: { kind: 'say', text: phone.waitingFirst, arms: { next: 'hold', error: 'hold' } },
    hold: { kind: 'hold-the-line', ...prompt, interruptSeconds: holdSeconds, arms: { interrupted: 'hours', error: 'holdPlainly' } },
    // Loop prompts that fail return at once: a plain prompt with a pause keeps the round a round.
    holdPlainly: { kind: 'say-and-pause', ...prompt, arms: { next: 'hours', error: 'hours' } },
    hours: { kind: 'by-hours', hoursArn: refs.hoursArn, arms: { open: 'rounds', closed: 'sayClosed', error: 'rounds' } },
    rounds: { kind: 'count', rounds: longestWaitMinutes - 1, arms: { again: 'staffed', done: 'sayTooLong', error: 'sayTooLong' } },
    staffed: { kind: 'by-staff', metric: 'NumberOfAgentsStaffed', arms: { some: 'place', none: 'askNobody', error: 'place' } },
    askNobody: choice(phone.nobodyWhileWaiting, 'markNobody', 'askPlainly'),
    place: { ...askPlace(region, words, refs.queuePositionArn), arms: { next: 'keepWaited', error: 'askPlainly' } },
    keepWaited: { kind: 'remember', attributes: waitedSoFar, arms: { next: 'askPlace', error: 'askPlace' } },
    // A place that is not known is an empty text: then the choice alone is heard.
    askPlace: choice(`$.External.sentence ${phone.waitingChoice}`, 'markWayOut', 'askPlainly'),
    askPlainly: choice(phone.waitingChoice, 'markWayOut', 'hold'),
  }
}
