import type { NamedScenario } from './read-scenarios.ts'
import type { Scenario, Sentence, Step } from './scenario.ts'
import { type Spoken, textsOf } from './sentences.ts'

/** What a test case in AWS plays of a story: all that happens before a worker could be rung. */
export type Playable = { decision: Decision; heard: HeardThere[] }
/** What route-contact answers there. A function that fails in whatever way is there one whose answer is of no use: then the hours that Connect holds decide. */
export type Decision = 'offer' | 'closed' | 'closing-soon' | 'nobody-on-duty' | 'none-while-open' | 'none-while-closed'
/** A text, whether it is the answer of a function and of which kind, and the keys that are pressed once it is heard. */
export type HeardThere = { text: string; as: 'said' | 'decided' | 'noted' | 'refused' | 'failed'; keys: string | null }

// From here on somebody who waits may be rung; a test contact must not come so far.
const queueSentences = ['phone.connecting', 'phone.waitingFirst', 'phone.waitingBusy', 'widget.waiting']

/** What of a story AWS can play, or why it can play none of it. */
export function playableOf({ scenario }: NamedScenario, spoken: Spoken): Playable | { leftOut: string } {
  if (Object.keys(scenario.others).length > 0) return { leftOut: 'several people turn to the line, and a test case is one' }
  if (scenario.channel === 'phone' && scenario.from === null)
    return { leftOut: 'the number is withheld, and a test case cannot choose that' }
  const { steps, reachesQueue } = beforeTheQueue(scenario)
  if (steps.some((step) => 'asksToBeCalledBack' in step)) return { leftOut: 'the form of the widget is no part of a flow' }
  if (reachesQueue && scenario.channel === 'chat') return { leftOut: 'a chat is in the queue before a test case can end' }
  const heard = heardIn(steps, spoken)
  // One sentence is left for the end to come in time: before the queue, or before the hang-up, where a voice is not always caught.
  const endsInTime = scenario.channel === 'phone' && (reachesQueue || steps.some((step) => 'isOver' in step))
  const caught = endsInTime ? heard.slice(0, -1) : heard
  return caught.length === 0 ? { leftOut: 'nothing is said before the queue' } : { decision: decisionOf(scenario, steps), heard: caught }
}

function beforeTheQueue({ steps, roster }: Scenario): { steps: Step[]; reachesQueue: boolean } {
  // Whether anybody is signed in is not for a test to say.
  const later = roster === 'empty' ? queueSentences : [...queueSentences, 'phone.nobodyOnDuty']
  const kept: Step[] = []
  for (const step of steps) {
    if ('hears' in step) {
      const place = step.hears.findIndex((sentence) => typeof sentence === 'string' && later.includes(sentence))
      if (place >= 0) return { steps: place === 0 ? kept : [...kept, { ...step, hears: step.hears.slice(0, place) }], reachesQueue: true }
    }
    kept.push(step)
    if ('hangsUp' in step) break
  }
  return { steps: kept, reachesQueue: false }
}

function heardIn(steps: readonly Step[], spoken: Spoken): HeardThere[] {
  const heard: HeardThere[] = []
  for (const step of steps) {
    if ('hears' in step)
      heard.push(...step.hears.flatMap((one) => textsOf(one, spoken).map((text) => ({ text, as: kindOf(one), keys: null }))))
    const keys = 'presses' in step ? step.presses : 'types' in step ? step.types : null
    const last = heard.at(-1)
    if (keys !== null && last) last.keys = keys
  }
  return heard
}

const decided: Readonly<Record<string, Decision>> = {
  'phone.closed': 'closed',
  'phone.closingSoon': 'closing-soon',
  'chatLine.closingSoon': 'closing-soon',
  'phone.nobodyOnDuty': 'nobody-on-duty',
}

function kindOf(sentence: Sentence): HeardThere['as'] {
  const key = keyOf(sentence)
  if (key === 'promise.done') return 'noted'
  if (key === 'phone.offer.notNoted') return 'failed'
  if (key.startsWith('promise.')) return 'refused'
  return key in decided ? 'decided' : 'said'
}

function decisionOf({ faults }: Scenario, steps: readonly Step[]): Decision {
  const keys = steps.flatMap((step) => ('hears' in step ? step.hears.map(keyOf) : []))
  if (faults.some((one) => one.function === 'route-contact'))
    return keys.includes('phone.closedHours') ? 'none-while-closed' : 'none-while-open'
  return keys.map((key) => decided[key]).find((decision) => decision !== undefined) ?? 'offer'
}

function keyOf(sentence: Sentence): string {
  if (typeof sentence === 'string') return sentence
  return 'together' in sentence ? 'together' : sentence.say
}
