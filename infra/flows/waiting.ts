import type { OpenRegion } from '../../shared/domain/region.ts'
import type { CallerWords } from '../../shared/words/words.ts'
import { flow } from './flow.ts'
import { goodbye } from './goodbye.ts'
import type { Row } from './rows.ts'
import type { FlowContent } from './rules/flow-content.ts'

/** The longest that anybody waits before she is told that nobody comes: an end that is said is better than a wait without one. */
export const longestWaitMinutes = 20

// Each round lasts a minute. In a chat a line is written every fifth round: often enough to know that one is not forgotten.
const roundSeconds = 60
const quietRounds = 5
const pauseSeconds = 30

/**
 * What is heard and read while waiting. The hours are asked again each round, because Connect keeps a contact in its queue after closing
 * time; a worker who answers interrupts this flow at any moment.
 */
export function waiting(region: OpenRegion, words: CallerWords, refs: { hoursArn: string }): FlowContent {
  const { phone } = words
  return flow({
    start: 'channel',
    rows: {
      channel: { kind: 'by-channel', arms: { voice: 'first', chat: 'chatFirst' } },
      ...onThePhone(words, refs.hoursArn),
      ...inAChat(region, words, refs.hoursArn),
      sayClosed: { kind: 'say', text: phone.closedWhileWaiting, arms: { next: 'goodbye', error: 'goodbye' } },
      sayChatClosed: { kind: 'say', text: words.chatLine.closedWhileWaiting, arms: { next: 'goodbye', error: 'goodbye' } },
      sayTooLong: { kind: 'say', text: phone.waitedTooLong, arms: { next: 'goodbye', error: 'goodbye' } },
      ...goodbye(words, region),
    },
  })
}

type PhoneRow = 'first' | 'hold' | 'holdPlainly' | 'hours' | 'rounds'

function onThePhone({ phone }: CallerWords, hoursArn: string): Record<PhoneRow, Row<PhoneRow | 'sayClosed' | 'sayTooLong'>> {
  const prompt = { text: phone.waitingRepeat, pauseSeconds }
  return {
    first: { kind: 'say', text: phone.waitingFirst, arms: { next: 'hold', error: 'hold' } },
    hold: { kind: 'hold-the-line', ...prompt, interruptSeconds: roundSeconds, arms: { interrupted: 'hours', error: 'holdPlainly' } },
    // Loop prompts that fail return at once: a plain prompt with a pause keeps the round a round.
    holdPlainly: { kind: 'say-and-pause', ...prompt, arms: { next: 'hours', error: 'hours' } },
    hours: { kind: 'by-hours', hoursArn, arms: { open: 'rounds', closed: 'sayClosed', error: 'rounds' } },
    rounds: { kind: 'count', rounds: longestWaitMinutes - 1, arms: { again: 'hold', done: 'sayTooLong', error: 'sayTooLong' } },
  }
}

type ChatRow = 'chatFirst' | 'chatWait' | 'chatWaitAgain' | 'chatHours' | 'quietRounds' | 'chatRounds' | 'chatStill' | 'sayChatTooLong'

// No loop prompts here: in a chat they fail at once, and a queue flow without an error arm then stops without a word.
function inAChat(
  region: OpenRegion,
  { widget }: CallerWords,
  hoursArn: string,
): Record<ChatRow, Row<ChatRow | 'sayChatClosed' | 'goodbye'>> {
  const spells = longestWaitMinutes / quietRounds
  return {
    chatFirst: { kind: 'say', text: widget.waiting, arms: { next: 'chatWait', error: 'chatWait' } },
    chatWait: { kind: 'wait-in-chat', seconds: roundSeconds, arms: { done: 'chatHours', error: 'chatWaitAgain' } },
    chatWaitAgain: { kind: 'wait-in-chat', seconds: roundSeconds, arms: { done: 'chatHours', error: 'sayChatTooLong' } },
    chatHours: { kind: 'by-hours', hoursArn, arms: { open: 'quietRounds', closed: 'sayChatClosed', error: 'quietRounds' } },
    quietRounds: { kind: 'count', rounds: quietRounds - 1, arms: { again: 'chatWait', done: 'chatRounds', error: 'sayChatTooLong' } },
    chatRounds: { kind: 'count', rounds: spells - 1, arms: { again: 'chatStill', done: 'sayChatTooLong', error: 'sayChatTooLong' } },
    chatStill: { kind: 'say', text: widget.waiting, arms: { next: 'chatWait', error: 'chatWait' } },
    sayChatTooLong: { kind: 'say', text: widget.failed(region.publicPhone), arms: { next: 'goodbye', error: 'goodbye' } },
  }
}
