import { type Scenario, type Sentence, type Step } from '../../../infra/scenarios/scenario.ts'
import { type Spoken, textsOf } from '../../../infra/scenarios/sentences.ts'
import { speakingMilliseconds } from '../../../infra/local/connect/flows/prompts.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import type { StoryLine } from './scenario-line.ts'
import { aCall, aChat, type Turned } from './scenario-people.ts'
import { afterwards } from './scenario-state.ts'
import { type AtThePhone, atThePhone } from './scenario-worker.ts'

type Told = Turned & { name: string; place: number; pressedAt: number | null }
type Stage = {
  line: StoryLine
  story: Scenario
  spoken: Spoken
  people: Map<string, Told>
  workers: Map<string, AtThePhone>
  others: AtThePhone[]
}

/** The result of a scenario: what is stored afterwards, and how it ended for the caller. */
export type Played = { afterwards: Awaited<ReturnType<typeof afterwards>>; ends: Scenario['ends'] | 'in no way' }

const timeoutSeconds = 90
// Events arrive up to two seconds late, and notices are sent within the next minute.
const afterSeconds = 66

/** Plays a scenario. Throws when anything else is heard than the scenario gives. `meddles` plants an error before the end. */
export async function play(line: StoryLine, story: Scenario, meddles?: () => Promise<unknown>): Promise<Played> {
  const region = openRegion(story.region)
  if (!region) throw new Error(`${story.region} does not open`)
  const stage: Stage = { line, story, spoken: { ...story, region }, people: new Map(), workers: new Map(), others: [] }
  const signIn = async () => {
    // Outside this scenario: on the other lines the workers who are first on duty are signed in.
    for (const username of await line.firstElsewhere(story.at, region.id)) stage.others.push(await atThePhone(line, username, 'Available'))
    for (const [username, status] of Object.entries(story.signedIn)) stage.workers.set(username, await atThePhone(line, username, status))
  }
  try {
    await line.beginAnew({ at: story.at, emptyRosterOf: story.roster === 'empty' ? region.id : null, signIn })
    for (const { function: name, fault, times } of story.faults) line.localLine.functions.fail(name, fault, times)
    // When somebody else comes first, the arrival of the caller is a step of its own.
    if (!story.steps.some((step) => 'comes' in step && step.who === 'caller')) await comesIn(stage, 'caller')
    for (const step of story.steps) await walk(stage, step)
    await meddles?.()
    await line.passes(afterSeconds, 3)
    for (const person of stage.people.values()) hasHeardAll(person)
    const there = await afterwards(line, (contact) => whose(stage, contact))
    return { afterwards: there, ends: howItEnds(stage, there) }
  } finally {
    for (const { name } of story.faults.map((fault) => ({ name: fault.function }))) line.localLine.functions.fail(name, 'throw', 0)
    for (const person of stage.people.values()) {
      if (!person.isOver()) await person.hangsUp()
      person.leaves()
    }
    for (const worker of [...stage.workers.values(), ...stage.others]) await worker.signsOut()
  }
}

async function comesIn({ line, story, spoken, people }: Stage, name: string): Promise<void> {
  const { region, channel } = spoken
  const from = name === 'caller' ? story.from : (story.others[name] ?? null)
  const turned = channel === 'phone' ? await aCall(line, { region, from }) : await aChat(line, { region, through: story.through })
  people.set(name, Object.assign(turned, { name, place: 0, pressedAt: null }))
}

async function walk(stage: Stage, step: Step): Promise<void> {
  if ('comes' in step) return comesIn(stage, step.who)
  const person = stage.people.get(step.who)
  if (!person) throw new Error(`nobody is called ${step.who}`)
  if ('hears' in step) return hears(stage, person, step)
  if ('waits' in step) return waits(stage, person, step)
  if ('presses' in step) return types(stage, person, step.presses)
  if ('types' in step) return types(stage, person, step.types)
  if ('writes' in step) return person.writes(step.writes)
  if ('asksToBeCalledBack' in step) return person.asksToBeCalledBack(step.asksToBeCalledBack)
  if ('hangsUp' in step) return person.hangsUp()
  if ('isOver' in step) return until(stage, () => person.isOver(), `the end for ${person.name}`)
  return atWork(stage, step)
}

type WorkerStep = Exclude<Step, { comes: 'in' } | { hears: Sentence[] } | { waits: number } | CallerStep>
type CallerStep =
  | { presses: string }
  | { types: string }
  | { writes: string }
  | { asksToBeCalledBack: string }
  | { hangsUp: true }
  | { isOver: true }

async function atWork(stage: Stage, step: WorkerStep): Promise<void> {
  const [action, username] = Object.entries(step).find(([name]) => name !== 'who') ?? ['', '']
  const worker = stage.workers.get(username)
  if (!worker) throw new Error(`${username} is not signed in in this story`)
  const ringing = () => worker.held('INCOMING')
  if (action === 'workerHangsUp') return worker.does('hang-up', worker.held('CONNECTED') ?? 'nothing')
  if (action === 'finishes') return worker.does('clear', worker.held('ENDED') ?? worker.held('MISSED') ?? 'nothing')
  await until(stage, () => ringing() !== null, `a ring at ${username}`)
  if (action === 'misses') return until(stage, () => worker.held('MISSED') !== null, `a ring that ${username} misses`)
  if (action === 'rings') return
  const contact = ringing() ?? 'nothing'
  await worker.does('accept', contact)
  await until(stage, () => worker.isWith(contact), `${username} and the caller together`)
}

async function types({ line }: Stage, person: Told, keys: string): Promise<void> {
  person.pressedAt = line.localLine.clock.now().getTime()
  for (const key of keys) await person.presses(key)
}

async function hears(stage: Stage, person: Told, step: Extract<Step, { hears: Sentence[] }>): Promise<void> {
  const { withinSeconds } = step
  const before = person.heard[person.place - 1]
  const first = person.place
  for (const text of step.hears.flatMap((sentence) => textsOf(sentence, stage.spoken))) {
    await until(stage, () => person.heard.length > person.place, `“${text}” for ${person.name}`)
    const heard = person.heard[person.place]?.text
    if (heard !== text) throw new Error(`${person.name} hears “${heard}” where the story says “${text}”`)
    person.place += 1
  }
  const { pressedAt } = person
  person.pressedAt = null
  const after = person.heard[first]
  if (withinSeconds === undefined || !before || !after) return
  // A key press ends the prompt that asks for the key, so the silence begins there.
  const silentSince = pressedAt ?? before.at.getTime() + speakingMilliseconds(before.text)
  const silence = (after.at.getTime() - silentSince) / 1000
  if (silence > withinSeconds) throw new Error(`${person.name} hears nothing for ${silence} seconds of line time before “${after.text}”`)
}

async function waits(stage: Stage, person: Told, step: Extract<Step, { waits: number }>): Promise<void> {
  const all = (sentence: Sentence) => textsOf(sentence, stage.spoken)
  const meanwhile = new Set(step.meanwhile.flatMap(all))
  const last = step.until === undefined ? null : all(step.until).at(-1)
  const stepSeconds = step.waits > 120 ? 4 : 1
  for (let waited = 0; waited < step.waits; waited += stepSeconds) {
    await stage.line.passes(Math.min(stepSeconds, step.waits - waited), stepSeconds)
    while (person.place < person.heard.length) {
      const { text } = person.heard[person.place] ?? { text: '' }
      if (text !== last && !meanwhile.has(text)) throw new Error(`${person.name} hears “${text}” while she waits`)
      person.place += 1
      if (text === last) return
    }
  }
  if (last !== null) throw new Error(`${person.name} waited ${step.waits} seconds for “${last}”`)
}

async function until(stage: Stage, isSo: () => boolean, what: string): Promise<void> {
  await stage.line.settles()
  for (let waited = 0; !isSo(); waited += 1) {
    if (waited >= timeoutSeconds) throw new Error(`for ${timeoutSeconds} seconds of line time there was not ${what}`)
    await stage.line.passes(1)
  }
}

function hasHeardAll({ name, heard, place }: Told): void {
  if (heard.length > place) throw new Error(`${name} hears more than the story tells: “${heard[place]?.text}”`)
}

function whose({ people, story }: Stage, contact: { id: string; initialContactId: string; customerNumber: string | null }): string {
  const ofChat = [...people.values()].find(
    ({ contactId }) => contactId !== null && [contact.id, contact.initialContactId].includes(contactId),
  )
  if (ofChat || story.channel === 'chat') return ofChat?.name ?? 'somebody'
  if (contact.customerNumber === story.from) return 'caller'
  return Object.entries(story.others).find(([, number]) => number === contact.customerNumber)?.[0] ?? 'somebody'
}

/** How it ended for the caller, derived from what is stored: with a worker, a promised call, hanging up, or the closing text. */
function howItEnds({ people }: Stage, { contacts, ledger }: Played['afterwards']): Played['ends'] {
  const own = contacts.find(({ who }) => who === 'caller')
  if (own?.answeredBy) return 'with a worker'
  if (ledger.some(({ mayCall, state }) => mayCall && state === 'open') && (own === undefined || own.became === 'promised'))
    return 'call-back promised'
  if (own?.endedBy === 'referrer') return 'left'
  const said = people.get('caller')?.isOver() === true
  return said && (own === undefined || own.endedBy === 'line') ? 'closing' : 'in no way'
}
