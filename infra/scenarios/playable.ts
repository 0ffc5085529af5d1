import type { NamedScenario } from './read-scenarios.ts'
import type { Scenario, Sentence, Step } from './scenario.ts'
import { type Spoken, textsOf } from './sentences.ts'

/** The part of a scenario that a test case plays: everything before a worker could be rung. */
export type Playable = { decision: Decision; heard: HeardThere[] }
/**
 * The answer of route-contact in the test case. A function that fails in any way becomes an unusable answer; then the hours that Connect
 * holds decide.
 */
export type Decision = 'offer' | 'closed' | 'closing-soon' | 'nobody-on-duty' | 'none-while-open' | 'none-while-closed'
/** A text; whether it is a function's answer, and which; and the keys that are pressed after it. */
export type HeardThere = { text: string; as: 'said' | 'decided' | 'noted' | 'refused' | 'failed'; keys: string | null }

// From these sentences on, a waiting contact may ring a worker, so a test must end before them. Who calls is asked only when somebody is
// signed in, which a test cannot control.
const queueSentences = ['who', 'phone.who', 'phone.connecting', 'phone.waitingBusy', 'widget.waiting']

/** The part of a scenario that a test case can play, or why it can play none. */
export function playableOf({ scenario }: NamedScenario, spoken: Spoken): Playable | { leftOut: string } {
  if (Object.keys(scenario.others).length > 0) return { leftOut: 'several people turn to the line, and a test case is one' }
  if (scenario.channel === 'phone' && scenario.from === null)
    return { leftOut: 'the number is withheld, and a test case cannot choose that' }
  const { steps, reachesQueue, asksWho } = beforeTheQueue(scenario)
  if (steps.some((step) => 'asksToBeCalledBack' in step)) return { leftOut: 'the form of the widget is no part of a flow' }
  if (reachesQueue && scenario.channel === 'chat') return { leftOut: 'a chat is in the queue before a test case can end' }
  const heard = heardIn(steps, spoken)
  // The last sentence is left out, so that the test ends in time: before the queue, or before the hang-up, where speech is not always
  // recognised. Where the menu of who calls follows, there is time enough.
  const endsInTime = scenario.channel === 'phone' && ((reachesQueue && !asksWho) || steps.some((step) => 'isOver' in step))
  const caught = endsInTime ? heard.slice(0, -1) : heard
  return caught.length === 0 ? { leftOut: 'nothing is said before the queue' } : { decision: decisionOf(scenario, steps), heard: caught }
}

function beforeTheQueue({ steps, roster }: Scenario): { steps: Step[]; reachesQueue: boolean; asksWho: boolean } {
  // A test cannot control whether anybody is signed in.
  const later = roster === 'empty' ? queueSentences : [...queueSentences, 'phone.nobodyOnDuty']
  const kept: Step[] = []
  for (const step of steps) {
    if ('hears' in step) {
      const place = step.hears.findIndex((sentence) => typeof sentence === 'string' && later.includes(sentence))
      if (place >= 0) {
        const before = place === 0 ? kept : [...kept, { ...step, hears: step.hears.slice(0, place) }]
        return { steps: before, reachesQueue: true, asksWho: step.hears[place] === 'who' }
      }
    }
    kept.push(step)
    if ('hangsUp' in step) break
  }
  return { steps: kept, reachesQueue: false, asksWho: false }
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
