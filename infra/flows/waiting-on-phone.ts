import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { askPosition, waitedSoFar } from './ask-position.ts'
import type { Key, Row } from './rows.ts'
import { emergencyOf } from './welcome.ts'

/** The longest wait, after which the caller hears that nobody is available instead of waiting without end. */
export const longestWaitMinutes = 20

// One round takes about a minute: the queue position and a pause, then thanks and a longer pause. Connect hears a key only while a menu asks
// for one, so each pause is the time that a menu leaves for its answer.
const placePauseSeconds = 20
const pauseSeconds = 25
const choiceSeconds = 4

type PhoneRow =
  | 'first'
  | 'askFirst'
  | 'sayFirst'
  | 'saySafety'
  | 'askSafety'
  | 'hold'
  | 'holdAgain'
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

/**
 * The rows of a waiting call; each round says the queue position and how to be called back instead. What to do in danger and that nothing
 * is recorded is said here, while the worker's telephone rings already.
 */
export function waitingOnPhone(region: OpenRegion, words: CallerWords, refs: PositionRefs): Record<PhoneRow, Row<PhoneRow | WayOut>> {
  const { phone } = words
  const safety = `${emergencyOf(region, words)} ${phone.privacy}`
  const thanks = `${phone.waitingRepeat} ${phone.waitingChoice}`
  const keys: Partial<Record<Key, WayOut>> = { 1: 'markWayOut' }
  const choice = (text: string, seconds: number, { next, error }: { next: PhoneRow; error: PhoneRow }): Row<PhoneRow | WayOut> => {
    return { kind: 'ask-key', text, seconds, keys, arms: { silence: next, wrong: next, error } }
  }
  return {
    first: { kind: 'by-text', reference: `$.Attributes.${attribute.busy}`, arms: { yes: 'askFirst' }, otherwise: 'sayFirst' },
    askFirst: choice(phone.waitingBusy, choiceSeconds, { next: 'askSafety', error: 'askSafety' }),
    askSafety: choice(safety, choiceSeconds, { next: 'hold', error: 'saySafety' }),
    sayFirst: { kind: 'say', text: phone.connecting, arms: { next: 'saySafety', error: 'saySafety' } },
    // No key is heard here: nobody has said yet what key one means, and a late answer to "who calls" would take the caller out of the queue.
    saySafety: { kind: 'say', text: safety, arms: { next: 'hold', error: 'hold' } },
    hold: {
      kind: 'ask-key',
      text: thanks,
      seconds: pauseSeconds,
      keys,
      arms: { silence: 'hours', wrong: 'holdAgain', error: 'holdPlainly' },
    },
    // A wrong key ends the pause; another pause keeps the length of a round, or a few such keys would use up all rounds.
    holdAgain: {
      kind: 'ask-key',
      text: phone.waitingChoice,
      seconds: pauseSeconds,
      keys,
      arms: { silence: 'hours', wrong: 'holdPlainly', error: 'holdPlainly' },
    },
    holdPlainly: { kind: 'say-and-pause', text: phone.waitingRepeat, pauseSeconds, arms: { next: 'hours', error: 'hours' } },
    hours: { kind: 'by-hours', hoursArn: refs.hoursArn, arms: { open: 'rounds', closed: 'sayClosed', error: 'rounds' } },
    rounds: { kind: 'count', rounds: longestWaitMinutes - 1, arms: { again: 'staffed', done: 'sayTooLong', error: 'sayTooLong' } },
    staffed: { kind: 'by-staff', metric: 'NumberOfAgentsStaffed', arms: { some: 'place', none: 'askNobody', error: 'place' } },
    askNobody: {
      kind: 'ask-key',
      text: phone.nobodyWhileWaiting,
      seconds: placePauseSeconds,
      keys: { 1: 'markNobody' },
      arms: { silence: 'hold', wrong: 'hold', error: 'askPlainly' },
    },
    place: { ...askPosition(region, words, refs.queuePositionArn), arms: { next: 'keepWaited', error: 'askPlainly' } },
    keepWaited: { kind: 'remember', attributes: waitedSoFar, arms: { next: 'askPlace', error: 'askPlace' } },
    // An unknown position is an empty text, so only the choice is heard.
    askPlace: choice(`$.External.sentence ${phone.waitingChoice}`, placePauseSeconds, { next: 'hold', error: 'askPlainly' }),
    askPlainly: choice(phone.waitingChoice, placePauseSeconds, { next: 'hold', error: 'hold' }),
  }
}
