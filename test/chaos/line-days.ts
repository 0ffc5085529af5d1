import fc from 'fast-check'
import { type LocalLine, startLocalLine } from '../../infra/local/local-line.ts'
import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import { contactEventExample } from '../../shared/contracts/connect/contact-events.ts'
import type { DeskFigures } from '../../shared/contracts/reports/figures.ts'
import { flowEvent, sqsBatch } from '../support/fixtures/lambda-events.ts'
import { signedInAt } from '../support/journey/line-desk.ts'
import { at } from '../support/time/at.ts'
import type { StormOptions, Verdict } from './verdict.ts'

const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']
const region = 'limburg-oost'
const courses = ['reached', 'left', 'promised', 'closed'] as const
type Course = (typeof courses)[number]
type Planned = { day: number; minute: number; course: Course; index: number; seconds: number }

const anyContact = fc.record({
  day: fc.nat(days.length - 1),
  // Some moments are enough: between two of them the line's own schedules run.
  minute: fc.constantFrom(0, 40, 80),
  course: fc.constantFrom(...courses),
  seconds: fc.integer({ min: 20, max: 900 }),
})

/**
 * Five working days of `count` calls each way (reached, hung up while waiting, promised a call, closed), their events told late, twice and in
 * any order. The figures must equal what was sent, and nobody is lost.
 */
export async function lineDays({ seed, count }: StormOptions): Promise<Verdict> {
  const planned = fc.sample(anyContact, { seed, numRuns: count }).map((one, index) => ({ ...one, index }))
  const localLine = await startLocalLine({ clock: at(`${days[0]} 09:00`), seed, quiet: true })
  try {
    await localLine.bus.runSchedules()
    const sent = planned.sort((one, other) => momentOf(one).getTime() - momentOf(other).getTime())
    const events: unknown[] = []
    for (const contact of sent) events.push(...(await comesIn(localLine, contact)))
    await localLine.clock.set(at(`${days.at(-1)} 21:30`))
    const shuffled = fc.sample(fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }), { seed, numRuns: 1 })[0] ?? []
    for (const event of shuffled) await tell(localLine, event)
    const desk = await signedInAt(localLine, coordinator)
    const figures = await desk.get<DeskFigures>('figures')
    return {
      name: 'line days',
      counted: { days: days.length, contacts: sent.length, events: shuffled.length },
      wrongs: differences(figures, sent),
    }
  } finally {
    await localLine.stop()
  }
}

const coordinator = 'greet.eik'

function momentOf({ day, minute, course }: Planned): Date {
  const hour = course === 'closed' ? 19 : 10
  return at(`${days[day]} ${String(hour + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`)
}

async function comesIn(localLine: LocalLine, contact: Planned): Promise<unknown[]> {
  const id = idOf(contact)
  const moment = momentOf(contact)
  if (localLine.clock.now() < moment) await localLine.clock.set(moment)
  await invoke(localLine, 'route-contact', flowEvent({ contact: id, region }))
  if (contact.course === 'promised') {
    const event = flowEvent({ contact: id, region })
    const number = `+3247${String(2_000_000 + contact.index)}`
    const asked = { task: 'promise-callback', region, language: 'nl', number, reason: 'busy', mayOthersAnswer: 'no' }
    await invoke(localLine, 'promise-callback', { ...event, Details: { ...event.Details, Parameters: asked } })
  }
  return eventsOf(contact, id, moment)
}

function eventsOf({ course, seconds }: Planned, contactId: string, begins: Date): unknown[] {
  const after = (more: number) => new Date(begins.getTime() + more * 1_000).toISOString()
  const arrived = { contactId, initiationTimestamp: begins.toISOString(), tags: { [attribute.region]: region }, queueInfo: undefined }
  const queued = course === 'closed' ? arrived : { ...arrived, queueInfo: { enqueueTimestamp: after(5) } }
  const answered = course === 'reached' ? { ...queued, agentInfo: { connectedToAgentTimestamp: after(15) } } : queued
  const ended = { ...answered, disconnectTimestamp: after(15 + seconds) }
  return [
    event({ ...arrived, eventType: 'INITIATED' }),
    ...(course === 'closed' ? [] : [event({ ...queued, eventType: 'QUEUED' })]),
    ...(course === 'reached' ? [event({ ...answered, eventType: 'CONNECTED_TO_AGENT' })] : []),
    event({ ...ended, eventType: 'DISCONNECTED' }),
    event({ ...ended, eventType: 'COMPLETED' }),
  ]
}

function event(detail: object): unknown {
  return { ...contactEventExample, detail: { ...contactEventExample.detail, ...detail } }
}

async function tell(localLine: LocalLine, told: unknown): Promise<void> {
  await invoke(localLine, 'record-contact', sqsBatch([told]))
}

async function invoke({ assembly, functions }: LocalLine, name: string, given: unknown): Promise<void> {
  const named = assembly
    .ofType('AWS::Lambda::Function')
    .find(({ metadata }) => metadata['permanence:entry'] === `functions/${name}/handler.ts`)
  const outcome = await functions.invoke(named?.arn ?? '', given)
  if (outcome.kind !== 'answered') throw new Error(`${name} did not answer: ${outcome.kind}`)
}

/** Where the figures differ from what was sent, a sentence each. */
export function differences(figures: DeskFigures, sent: readonly { course: Course }[]): string[] {
  const sentAs = (course: Course) => sent.filter((one) => one.course === course).length
  const pairs = [
    ['contacts that came in', figures.cameIn, sent.length],
    ['reached', figures.reached, sentAs('reached')],
    ['promised a call', figures.promised.all, sentAs('promised')],
    ['left by themselves', figures.leftByThemselves, sentAs('left')],
    ['heard that the line is closed', figures.heardClosing, sentAs('closed')],
    ['lost', figures.lost, 0],
  ] as const
  return pairs.filter(([, counted, right]) => counted !== right).map(([what, counted, right]) => `${what}: ${counted} instead of ${right}`)
}

function idOf({ index }: Planned): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}
