import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { askPosition, waitedSoFar } from './ask-position.ts'
import type { Row } from './rows.ts'
import { longestWaitMinutes, type PositionRefs } from './waiting-on-phone.ts'

// The hours are checked each minute. A line is written every fifth, often enough to show that the referrer is not forgotten.
const roundSeconds = 60
const quietRounds = 5

type ChatRow =
  | 'chatFirst'
  | 'chatWait'
  | 'chatWaitAgain'
  | 'chatHours'
  | 'quietRounds'
  | 'chatSpells'
  | 'chatPlace'
  | 'chatKeepWaited'
  | 'chatSayPlace'
  | 'chatStill'
  | 'chatEndsSoon'
  | 'lastWait'
  | 'lastWaitAgain'
  | 'lastHours'
  | 'lastRounds'
type Ends = 'sayClosed' | 'sayTooLong'

/**
 * The rows of a waiting chat: its position every five minutes, and a warning five minutes before the limit. There are no loop prompts: in a
 * chat they fail at once, and a queue flow without an error arm then ends silently.
 */
export function waitingInChat(region: OpenRegion, words: CallerWords, refs: PositionRefs): Record<ChatRow, Row<ChatRow | Ends>> {
  const { chatLine, widget } = words
  // The first interval needs no line of its own, and the last has a different one.
  const spellsBetween = longestWaitMinutes / quietRounds - 2
  return {
    chatFirst: { kind: 'say', text: widget.waiting, arms: { next: 'chatWait', error: 'chatWait' } },
    chatWait: { kind: 'wait-in-chat', seconds: roundSeconds, arms: { done: 'chatHours', error: 'chatWaitAgain' } },
    chatWaitAgain: { kind: 'wait-in-chat', seconds: roundSeconds, arms: { done: 'chatHours', error: 'sayTooLong' } },
    chatHours: { kind: 'by-hours', hoursArn: refs.hoursArn, arms: { open: 'quietRounds', closed: 'sayClosed', error: 'quietRounds' } },
    quietRounds: { kind: 'count', rounds: quietRounds - 1, arms: { again: 'chatWait', done: 'chatSpells', error: 'sayTooLong' } },
    chatSpells: { kind: 'count', rounds: spellsBetween, arms: { again: 'chatPlace', done: 'chatEndsSoon', error: 'sayTooLong' } },
    chatPlace: { ...askPosition(region, words, refs.queuePositionArn), arms: { next: 'chatKeepWaited', error: 'chatStill' } },
    chatKeepWaited: { kind: 'remember', attributes: waitedSoFar, arms: { next: 'chatSayPlace', error: 'chatSayPlace' } },
    chatSayPlace: {
      kind: 'say',
      text: `${chatLine.stillWaiting} $.External.sentence`,
      arms: { next: 'chatWait', error: 'chatStill' },
    },
    chatStill: { kind: 'say', text: chatLine.stillWaiting, arms: { next: 'chatWait', error: 'chatWait' } },
    chatEndsSoon: { kind: 'say', text: chatLine.endsSoon(quietRounds), arms: { next: 'lastWait', error: 'lastWait' } },
    lastWait: { kind: 'wait-in-chat', seconds: roundSeconds, arms: { done: 'lastHours', error: 'lastWaitAgain' } },
    lastWaitAgain: { kind: 'wait-in-chat', seconds: roundSeconds, arms: { done: 'lastHours', error: 'sayTooLong' } },
    lastHours: { kind: 'by-hours', hoursArn: refs.hoursArn, arms: { open: 'lastRounds', closed: 'sayClosed', error: 'lastRounds' } },
    lastRounds: { kind: 'count', rounds: quietRounds - 1, arms: { again: 'lastWait', done: 'sayTooLong', error: 'sayTooLong' } },
  }
}
