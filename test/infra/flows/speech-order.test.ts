import { describe, expect, it } from 'vitest'
import { waiting } from '../../../infra/flows/waiting.ts'
import type { FlowContent } from '../../../infra/flows/rules/flow-content.ts'
import { otherLanguagesOf } from '../../../infra/flows/welcome.ts'
import { speakingMilliseconds } from '../../../infra/local/connect/flows/prompts.ts'
import { type Language, type OpenRegion, openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { wordsIn } from '../../../shared/words/languages.ts'
import { threeLanguages } from '../../support/people/three-languages.ts'
import { at } from '../../support/time/at.ts'
import { block, dutyLineOf } from './product-flows.ts'

// Speech is counted at 65 milliseconds a character, about fifteen characters a second: the unhurried rate at which the local Connect speaks.
// Silence in which an answer is awaited is counted apart.
const limits = { closedIsHeard: 10, firstRing: 15, silenceBeforeRing: 5 }
const seconds = (text: string) => speakingMilliseconds(text) / 1000

type Heard = { texts: string[]; silence: number }
type Course = { decision: string; sentence: string; staffed: boolean }

/** What a caller who presses no key hears from the first block up to a sentence or to the queue; nothing fails. */
function heardUntil(flow: FlowContent, course: Course, stop: (text: string) => boolean = () => false): Heard {
  const heard: Heard = { texts: [], silence: 0 }
  for (let name: string | undefined = flow.StartAction; name !== undefined; ) {
    const { Type, Parameters = {}, Transitions = {} } = block(flow, name)
    if (Type === 'TransferContactToQueue') return heard
    if (typeof Parameters['Text'] === 'string') {
      const text = Parameters['Text'].replace('$.External.sentence', course.sentence)
      heard.texts.push(text)
      if (stop(text)) return heard
    }
    const silent = Type === 'GetParticipantInput'
    if (silent) heard.silence += Number(Parameters['InputTimeLimitSeconds'])
    const answer =
      Type === 'CheckMetricData'
        ? course.staffed
          ? '0'
          : ''
        : (({ '$.Channel': 'VOICE', '$.External.decision': course.decision } as Record<string, string>)[
            String(Parameters['ComparisonValue'])
          ] ?? '')
    const met = silent ? undefined : Transitions.Conditions?.find(({ Condition }) => Condition.Operands[0] === answer)
    const otherwise = Transitions.Errors?.find(({ ErrorType }) => ErrorType === (silent ? 'InputTimeLimitExceeded' : 'NoMatchingCondition'))
    name = met?.NextAction ?? otherwise?.NextAction ?? Transitions.NextAction
  }
  throw new Error('The flow ended before.')
}

const spoken = ({ texts }: Heard) => texts.reduce((total, text) => total + seconds(text), 0)

/** The seconds of speech up to the end of the sentence that says it. */
function secondsToDecision(flow: FlowContent, decision: string, sentence: string): number {
  const [says = ''] = sentence.split(/(?<=\.)\s/)
  const heard = heardUntil(flow, { decision, sentence, staffed: true }, (text) => text.includes(says))
  const last = heard.texts.at(-1) ?? ''
  return spoken(heard) - seconds(last) + seconds(last.slice(0, last.indexOf(says) + says.length))
}

const offered: Course = { decision: 'offer', sentence: '', staffed: true }
const made = [...openRegions(regions), threeLanguages()]
const flowOf = (region: OpenRegion) =>
  dutyLineOf(region, Object.fromEntries(otherLanguagesOf(region).map((language): [Language, string] => [language, `arn:${language}`])))
const lines = made.map((region) => ({ region, flow: flowOf(region), words: wordsIn(region.languages[0] ?? 'nl') }))
const opens = wallMomentOf(at('2026-12-28 09:00'), at('2026-12-24 18:00'))

describe.each(lines.map((line) => [line.region.id, line] as const))('a caller of %s', (_id, { flow, words, region }) => {
  it.each([
    ['is closed', 'closed', words.phone.closed(opens)],
    ['is closed for an unknown time', 'closed', words.phone.closed(null)],
    ['has nobody on duty', 'nobody-on-duty', words.phone.nobodyOnDuty],
  ])('hears within ten seconds of speech that the line %s, and is asked nothing before', (_how, decision, sentence) => {
    expect(secondsToDecision(flow, decision, sentence)).toBeLessThanOrEqual(limits.closedIsHeard)
    const { texts } = heardUntil(flow, { decision, sentence, staffed: true }, (text) => text === sentence)
    expect(texts).toHaveLength(2)
    expect(texts.join()).not.toContain(words.phone.who)
  })

  it('hears as soon that nobody is signed in, and is asked nothing before', () => {
    const { nobodyOnDuty, who } = words.phone
    const heard = heardUntil(flow, { ...offered, staffed: false }, (text) => text === nobodyOnDuty)
    expect(spoken(heard)).toBeLessThanOrEqual(limits.firstRing)
    expect(heard.texts).toHaveLength(2)
    expect(heard.texts).not.toContain(who)
  })

  it('rings a worker within fifteen seconds of speech, and is not left in silence meanwhile', () => {
    const heard = heardUntil(flow, offered)
    expect(spoken(heard)).toBeLessThanOrEqual(limits.firstRing)
    expect(heard.silence).toBeLessThanOrEqual(limits.silenceBeforeRing + (region.languages.length > 1 ? 2 : 0))
  })

  it('is heard when she presses a key during the greeting', () => {
    const keys = block(flow, 'greet')
      .Transitions?.Conditions?.map(({ Condition }) => Condition.Operands[0])
      .toSorted()
    expect(keys).toEqual(['1', '2', '3', ...(region.languages.length > 1 ? ['8', '9'] : [])])
  })
})

describe.each(lines.filter(({ region }) => region.languages.length === 1).map((line) => [line.region.id, line] as const))(
  'near closing, a caller of %s',
  (_id, { flow, words, region }) => {
    const ends = Object.values(region.hours.week).flatMap((spans) => spans.map(({ to }) => to))

    it.each([...new Set(ends)])('rings a worker within fifteen seconds, after hearing until when she may wait: %s', (clock) => {
      const sentence = words.phone.closingSoon({ ...opens, clock })
      const heard = heardUntil(flow, { decision: 'closing-soon', sentence, staffed: true })
      expect(heard.texts).toContain(sentence)
      expect(spoken(heard)).toBeLessThanOrEqual(limits.firstRing)
      expect(heard.texts).not.toContain(words.phone.who)
    })
  },
)

describe('what is not said before the ring is said while it rings', () => {
  it.each(made.flatMap((region) => region.languages.map((language) => [region.id, language, region] as const)))(
    '%s in %s',
    (_id, language, region) => {
      const words = wordsIn(language)
      const flow = waiting(region, words, { hoursArn: 'h', queuePositionArn: 'q', promiseCallbackArn: 'p' })
      for (const name of ['saySafety', 'askSafety']) {
        const text = String(block(flow, name).Parameters?.['Text'])
        expect(text).toContain(words.phone.emergency)
        expect(text).toContain(words.phone.privacy)
      }
    },
  )
})

describe('planted: a line that says everything before it decides', () => {
  const [line] = lines
  if (!line) throw new Error('There is no region.')
  const early = `${line.words.phone.emergency} ${line.words.phone.privacy} ${line.words.phone.who}`
  const late: FlowContent = {
    ...line.flow,
    Actions: line.flow.Actions.map((action) =>
      action.Identifier === 'greet'
        ? { ...action, Parameters: { ...action.Parameters, Text: `${String(action.Parameters?.['Text'])} ${early}` } }
        : action,
    ),
  }

  it('is found too slow, closed and open', () => {
    expect(secondsToDecision(late, 'closed', line.words.phone.closed(opens))).toBeGreaterThan(limits.closedIsHeard)
    expect(spoken(heardUntil(late, offered))).toBeGreaterThan(limits.firstRing)
  })
})
