import {
  type AgentContactReference,
  GetCurrentMetricDataCommand,
  GetCurrentUserDataCommand,
  GetEffectiveHoursOfOperationsCommand,
  StopContactCommand,
  type OperationalHour,
  type UserData,
} from '@aws-sdk/client-connect'
import { Clock } from '../domain/time/day.ts'
import type { Day } from '../domain/time/brussels-time.ts'
import type { Span } from '../domain/regions/region.ts'
import type { AgentNow } from '../domain/line/line-watch.ts'
import type { ConnectInstance } from './client.ts'

/** A signed-in agent and the agent's current state. */
export type AgentAtWork = { agentArn: string; state: AgentNow['state'] }

/** How many calls and chats wait in some queues, and the wait of the oldest in seconds; 0 when none waits. */
export type WaitingNow = { contacts: number; longestSeconds: number }

// Connect accepts at most this many agents in one filter, and returns at most as many in one answer.
const agentsAtOnce = 100

type ContactState = NonNullable<AgentContactReference['AgentContactState']>
const inHands: readonly ContactState[] = ['INCOMING', 'PENDING', 'CONNECTING', 'CONNECTED', 'CONNECTED_ONHOLD']
// The contact rang and was not answered. It occupies the agent until the agent closes it or becomes available again.
const notTaken: readonly ContactState[] = ['MISSED', 'REJECTED', 'ERROR']

/** The current state of these agents; without those who are not signed in or whose status is Offline. */
export async function agentsNow({ client, instanceId }: ConnectInstance, agentArns: readonly string[]): Promise<AgentAtWork[]> {
  const atWork: AgentAtWork[] = []
  const arnOf = new Map(agentArns.map((arn) => [arn.slice(arn.lastIndexOf('/') + 1), arn]))
  const agentIds = [...arnOf.keys()]
  for (let from = 0; from < agentIds.length; from += agentsAtOnce) {
    const Agents = agentIds.slice(from, from + agentsAtOnce)
    const question = new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters: { Agents }, MaxResults: agentsAtOnce })
    const { UserDataList = [] } = await client.send(question)
    for (const one of UserDataList) {
      const agentArn = arnOf.get(one.User?.Id ?? '')
      const state = stateOf(one)
      if (agentArn !== undefined && state !== null) atWork.push({ agentArn, state })
    }
  }
  return atWork
}

function stateOf({ Status, Contacts = [] }: UserData): AgentAtWork['state'] | null {
  if (Status?.StatusName === 'Offline') return null
  const has = (states: readonly ContactState[]) =>
    Contacts.some(({ AgentContactState: state }) => state !== undefined && states.includes(state))
  // An agent in a conversation counts as such, even with a missed contact still open.
  if (has(inHands)) return 'in-conversation'
  if (has(notTaken)) return 'missed'
  return Status?.StatusName === 'Available' ? 'available' : 'away'
}

/** How many contacts wait in these queues now, and how long. */
export async function waitingIn({ client, instanceId }: ConnectInstance, queueIds: readonly string[]): Promise<WaitingNow> {
  const question = new GetCurrentMetricDataCommand({
    InstanceId: instanceId,
    Filters: { Queues: [...queueIds], Channels: ['VOICE', 'CHAT'] },
    // Without a grouping Connect returns the age in milliseconds, although the unit says seconds.
    Groupings: ['QUEUE'],
    CurrentMetrics: [
      { Name: 'CONTACTS_IN_QUEUE', Unit: 'COUNT' },
      { Name: 'OLDEST_CONTACT_AGE', Unit: 'SECONDS' },
    ],
  })
  const { MetricResults = [] } = await client.send(question)
  const collected = MetricResults.flatMap(({ Collections = [] }) => Collections)
  const valuesOf = (name: string) => collected.filter(({ Metric }) => Metric?.Name === name).map(({ Value = 0 }) => Value)
  return {
    contacts: valuesOf('CONTACTS_IN_QUEUE').reduce((sum, value) => sum + value, 0),
    longestSeconds: Math.max(0, ...valuesOf('OLDEST_CONTACT_AGE')),
  }
}

/** The spans in which Connect itself considers these hours open on a day. */
export async function openOnDay({ client, instanceId }: ConnectInstance, hoursId: string, day: Day): Promise<Span[]> {
  const { EffectiveHoursOfOperationList = [] } = await client.send(
    new GetEffectiveHoursOfOperationsCommand({ InstanceId: instanceId, HoursOfOperationId: hoursId, FromDate: day, ToDate: day }),
  )
  const hours = EffectiveHoursOfOperationList.filter((one) => one.Date === day).flatMap((one) => one.OperationalHours ?? [])
  return hours.flatMap(spanOf)
}

function spanOf({ Start, End }: OperationalHour): Span[] {
  const from = clockOf(Start)
  const to = clockOf(End)
  return from === undefined || to === undefined ? [] : [{ from, to }]
}

function clockOf(time: OperationalHour['Start']): Clock | undefined {
  const twoDigits = (number: number | undefined) => String(number ?? '').padStart(2, '0')
  return Clock.safeParse(`${twoDigits(time?.Hours)}:${twoDigits(time?.Minutes)}`).data
}

/** Ends a contact; one that has ended already is no error. */
export async function stopContact({ client, instanceId }: ConnectInstance, contactId: string): Promise<void> {
  try {
    await client.send(new StopContactCommand({ InstanceId: instanceId, ContactId: contactId }))
  } catch (error) {
    if (!(error instanceof Error && ['ContactNotFoundException', 'ResourceNotFoundException'].includes(error.name))) throw error
  }
}
