import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { askPosition, waitedSoFar } from './ask-position.ts'
import type { Key, Row } from './rows.ts'

/** The longest wait, after which the caller hears that nobody is available instead of waiting without end. */
export const longestWaitMinutes = 20

// One round takes about a minute: prompts and silence, then the queue position and the choice of a call-back.
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

/** The ARNs to which both waiting flows refer. */
export type PositionRefs = { hoursArn: string; queuePositionArn: string }

/** The rows of a waiting call; each round says the queue position and how to be called back instead. */
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
    // Failed loop prompts return at once; a prompt with a pause keeps the length of a round.
    holdPlainly: { kind: 'say-and-pause', ...prompt, arms: { next: 'hours', error: 'hours' } },
    hours: { kind: 'by-hours', hoursArn: refs.hoursArn, arms: { open: 'rounds', closed: 'sayClosed', error: 'rounds' } },
    rounds: { kind: 'count', rounds: longestWaitMinutes - 1, arms: { again: 'staffed', done: 'sayTooLong', error: 'sayTooLong' } },
    staffed: { kind: 'by-staff', metric: 'NumberOfAgentsStaffed', arms: { some: 'place', none: 'askNobody', error: 'place' } },
    askNobody: choice(phone.nobodyWhileWaiting, 'markNobody', 'askPlainly'),
    place: { ...askPosition(region, words, refs.queuePositionArn), arms: { next: 'keepWaited', error: 'askPlainly' } },
    keepWaited: { kind: 'remember', attributes: waitedSoFar, arms: { next: 'askPlace', error: 'askPlace' } },
    // An unknown position is an empty text, so only the choice is heard.
    askPlace: choice(`$.External.sentence ${phone.waitingChoice}`, 'markWayOut', 'askPlainly'),
    askPlainly: choice(phone.waitingChoice, 'markWayOut', 'hold'),
  }
}
