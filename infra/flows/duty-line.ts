import { attribute } from '../../shared/contracts/connect.ts'
import type { OpenRegion } from '../../shared/domain/region.ts'
import type { CallerWords } from '../../shared/words/words.ts'
import { flow } from './flow.ts'
import { type GoodbyeRow, goodbye } from './goodbye.ts'
import type { Row } from './rows.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { weekInWords } from './week-in-words.ts'

/** What the line's flow points at; flows that it hangs on a contact exist before it. */
export type DutyLineRefs = {
  routeContactArn: string
  hoursArn: string
  regionQueueArn: string
  /** One queue per team of the region. */
  teamQueueArns: Readonly<Record<string, string>>
  waitingFlowArn: string
  whisperFlowArn: string
  workerLeftFlowArn: string
}

type StartRow = 'noLog' | 'noRecording' | 'channel' | 'markChat'

// Connect waits eight seconds at most. Six leave a caller no silence that she takes for a broken line.
const answerWithinSeconds = 6

/**
 * The flow that every call and chat of a region walks: welcomed, decided, queued. When the function cannot decide, the hours that Connect
 * holds itself decide; each arm ends in a queue or after a spoken sentence.
 */
export function dutyLine(region: OpenRegion, words: CallerWords, refs: DutyLineRefs): FlowContent {
  return flow<StartRow | WelcomeRow | DecidedRow | QueuedRow | GoodbyeRow>({
    start: 'noLog',
    rows: {
      noLog: { kind: 'no-log', arms: { next: 'noRecording' } },
      noRecording: { kind: 'no-recording', arms: { next: 'channel' } },
      channel: { kind: 'by-channel', arms: { voice: 'voice', chat: 'markChat' } },
      markChat: { kind: 'remember', attributes: { [attribute.region]: region.id }, arms: { next: 'route', error: 'route' } },
      ...welcome(region, words, refs),
      ...decided(region, words, refs),
      ...queued(region, words, refs),
      ...goodbye(words, region),
    },
  })
}

type WelcomeRow = 'voice' | 'language' | 'markCall' | 'whisper' | 'greet' | 'emergency' | 'privacy'

/** What a caller hears first; in a chat the widget has shown it before the first word was typed. */
function welcome(region: OpenRegion, words: CallerWords, refs: DutyLineRefs): Record<WelcomeRow, Row<WelcomeRow | 'route'>> {
  const { phone } = words
  const line = { brand: region.brand, region: region.spokenName }
  const emergency = region.crisisPhone ? `${phone.emergency} ${phone.crisis(region.crisisPhone.spoken)}` : phone.emergency
  const marks = { [attribute.region]: region.id, [attribute.language]: words.language }
  return {
    voice: { kind: 'with-voice', voice: 'Lisa', engine: 'Neural', arms: { next: 'language', error: 'language' } },
    language: { kind: 'in-language', locale: words.locale, arms: { next: 'markCall', error: 'markCall' } },
    markCall: { kind: 'remember', attributes: marks, arms: { next: 'whisper', error: 'whisper' } },
    whisper: { kind: 'hang', hook: 'AgentWhisper', flowArn: refs.whisperFlowArn, arms: { next: 'greet', error: 'greet' } },
    greet: { kind: 'say', text: phone.welcome(line), arms: { next: 'emergency', error: 'emergency' } },
    emergency: { kind: 'say', text: emergency, arms: { next: 'privacy', error: 'privacy' } },
    privacy: { kind: 'say', text: phone.privacy, arms: { next: 'route', error: 'route' } },
  }
}

type DecidedRow = 'route' | 'keep' | 'decide' | 'sayDecided' | 'sayClosingSoon' | 'hours' | 'sayHours'

/** Asks route-contact once, and walks its answer; without an answer, Connect's own hours decide. */
function decided(
  region: OpenRegion,
  { phone }: CallerWords,
  refs: DutyLineRefs,
): Record<DecidedRow, Row<DecidedRow | 'which' | 'goodbye'>> {
  const kept = { [attribute.decision]: '$.External.decision', [attribute.team]: '$.External.team' }
  const closedHours = phone.closedHours(weekInWords(region.hours.week))
  return {
    route: {
      kind: 'ask',
      functionArn: refs.routeContactArn,
      limitSeconds: answerWithinSeconds,
      parameters: { [attribute.region]: region.id },
      arms: { next: 'keep', error: 'hours' },
    },
    keep: { kind: 'remember', attributes: kept, arms: { next: 'decide', error: 'decide' } },
    decide: {
      kind: 'by-decision',
      arms: { offer: 'which', 'closing-soon': 'sayClosingSoon', closed: 'sayDecided', 'nobody-on-duty': 'sayDecided', otherwise: 'hours' },
    },
    sayClosingSoon: { kind: 'say', text: '$.External.sentence', arms: { next: 'which', error: 'which' } },
    sayDecided: { kind: 'say', text: '$.External.sentence', arms: { next: 'goodbye', error: 'goodbye' } },
    hours: { kind: 'by-hours', hoursArn: refs.hoursArn, arms: { open: 'which', closed: 'sayHours', error: 'which' } },
    sayHours: { kind: 'say', text: closedHours, arms: { next: 'goodbye', error: 'goodbye' } },
  }
}

type TeamRow = `team-${string}`
type QueuedRow =
  | 'which'
  | 'byTeam'
  | 'connecting'
  | 'regionQueue'
  | 'queueFlow'
  | 'queueFlowAgain'
  | 'leftFlow'
  | 'toQueue'
  | 'sayFull'
  | 'broken'
  | 'sayBroken'
  | 'chatBroken'
  | TeamRow

/** A call waits in the region's queue; a chat in its team's, when the family's municipality has one. */
function queued(region: OpenRegion, { phone, widget }: CallerWords, refs: DutyLineRefs): Record<QueuedRow, Row<QueuedRow | 'goodbye'>> {
  const teams = region.teams.map(({ id }): [string, TeamRow] => [id, `team-${id}`])
  const flowArn = refs.waitingFlowArn
  return {
    which: { kind: 'by-channel', arms: { voice: 'connecting', chat: 'byTeam' } },
    byTeam: { kind: 'by-text', reference: '$.External.team', arms: Object.fromEntries(teams), otherwise: 'regionQueue' },
    ...teamQueues(region, refs),
    connecting: { kind: 'say', text: phone.connecting, arms: { next: 'regionQueue', error: 'regionQueue' } },
    regionQueue: { kind: 'choose-queue', queueArn: refs.regionQueueArn, arms: { next: 'queueFlow', error: 'broken' } },
    queueFlow: { kind: 'hang', hook: 'CustomerQueue', flowArn, arms: { next: 'leftFlow', error: 'queueFlowAgain' } },
    // Without ours, Connect's own queue flow plays music past closing time and for ever: better an honest sentence than that.
    queueFlowAgain: { kind: 'hang', hook: 'CustomerQueue', flowArn, arms: { next: 'leftFlow', error: 'broken' } },
    leftFlow: { kind: 'hang', hook: 'CustomerRemaining', flowArn: refs.workerLeftFlowArn, arms: { next: 'toQueue', error: 'toQueue' } },
    toQueue: { kind: 'to-queue', arms: { full: 'sayFull', error: 'broken' } },
    sayFull: { kind: 'say', text: phone.queueFull, arms: { next: 'goodbye', error: 'goodbye' } },
    broken: { kind: 'by-channel', arms: { voice: 'sayBroken', chat: 'chatBroken' } },
    sayBroken: { kind: 'say', text: phone.error, arms: { next: 'goodbye', error: 'goodbye' } },
    chatBroken: { kind: 'say', text: widget.failed(region.publicPhone), arms: { next: 'goodbye', error: 'goodbye' } },
  }
}

function teamQueues(region: OpenRegion, { teamQueueArns }: DutyLineRefs): Record<TeamRow, Row<'queueFlow' | 'regionQueue'>> {
  const rows: Record<TeamRow, Row<'queueFlow' | 'regionQueue'>> = {}
  for (const { id } of region.teams) {
    const queueArn = teamQueueArns[id]
    if (queueArn === undefined) throw new Error(`The team ${id} of ${region.id} has no queue.`)
    rows[`team-${id}`] = { kind: 'choose-queue', queueArn, arms: { next: 'queueFlow', error: 'regionQueue' } }
  }
  return rows
}
