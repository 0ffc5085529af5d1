import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import { markReason } from './mark-reason.ts'
import type { Row } from './rows.ts'
import { weekInWords } from '../../shared/words/week-in-words.ts'

/** The ARNs of the function that decides and of the hours that decide when it does not answer. */
export type DecidedRefs = { routeContactArn: string; hoursArn: string }

/** The rows that `decided` writes. */
export type DecidedRow =
  | 'route'
  | 'keep'
  | 'decide'
  | 'closingSoon'
  | 'askClosing'
  | 'sayClosing'
  | 'markClosing'
  | 'sayClosed'
  | 'markClosed'
  | 'sayNobody'
  | 'markNobody'
  | 'hours'
  | 'sayHours'
type Leads = DecidedRow | 'which' | 'regionQueue' | 'offer' | 'others'

// Connect allows eight seconds. Six, because a caller takes a longer silence for a broken line.
const answerWithinSeconds = 6
const choiceSeconds = 5

/** The rows that invoke route-contact and follow its decision; without an answer, the hours that Connect holds decide. */
export function decided(region: OpenRegion, { phone }: CallerWords, refs: DecidedRefs): Record<DecidedRow, Row<Leads>> {
  const attributes = {
    [attribute.decision]: '$.External.decision',
    [attribute.team]: '$.External.team',
    [attribute.ownNumber]: '$.External.ownNumber',
  }
  const closedHours = phone.closedHours(weekInWords(region.hours.week))
  const said = '$.External.sentence'
  return {
    route: {
      kind: 'ask',
      functionArn: refs.routeContactArn,
      limitSeconds: answerWithinSeconds,
      parameters: { [attribute.region]: region.id },
      arms: { next: 'keep', error: 'hours' },
    },
    keep: { kind: 'remember', attributes, arms: { next: 'decide', error: 'decide' } },
    decide: {
      kind: 'by-decision',
      arms: { offer: 'which', 'closing-soon': 'closingSoon', closed: 'sayClosed', 'nobody-on-duty': 'sayNobody', otherwise: 'hours' },
    },
    closingSoon: { kind: 'by-channel', arms: { voice: 'askClosing', chat: 'sayClosing' } },
    askClosing: {
      kind: 'ask-key',
      text: said,
      seconds: choiceSeconds,
      keys: { 1: 'markClosing' },
      arms: { silence: 'regionQueue', wrong: 'regionQueue', error: 'regionQueue' },
    },
    sayClosing: { kind: 'say', text: said, arms: { next: 'which', error: 'which' } },
    markClosing: markReason('closing', 'others'),
    sayClosed: { kind: 'say', text: said, arms: { next: 'markClosed', error: 'markClosed' } },
    markClosed: markReason('closed', 'offer'),
    sayNobody: { kind: 'say', text: said, arms: { next: 'markNobody', error: 'markNobody' } },
    markNobody: markReason('nobody-on-duty', 'offer'),
    hours: { kind: 'by-hours', hoursArn: refs.hoursArn, arms: { open: 'which', closed: 'sayHours', error: 'which' } },
    sayHours: { kind: 'say', text: closedHours, arms: { next: 'markClosed', error: 'markClosed' } },
  }
}
