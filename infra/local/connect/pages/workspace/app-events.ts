import type { ContactCard } from '../../workspace/workspace-messages.ts'
import { agentStateOf, channelOf } from './app-answers.ts'
import type { AppTopic } from './app-host.ts'
import type { Snapshot } from './workspace-link.ts'

/** An event for the framed applications, with the permission it needs. */
export type AppEvent = { topic: AppTopic; data: object; needs: string }

const namespace = 'aws.connect.contact'

// `contact/incoming` is for queued call-backs; an inbound call or chat that rings is `connecting`.
const keyOf = {
  INCOMING: 'contact/connecting',
  CONNECTING: 'contact/connecting',
  CONNECTED: 'contact/connected',
  ENDED: 'contact/acw',
  MISSED: 'contact/missed',
} as const

/** The events for the framed applications when the snapshot changes. */
export function eventsBetween(before: Snapshot, after: Snapshot): AppEvent[] {
  const was = new Map(before.contacts.map((card) => [card.id, card]))
  const is = new Map(after.contacts.map((card) => [card.id, card]))
  const moved = after.contacts.filter((card) => was.get(card.id)?.state !== card.state).map((card) => contactEvent(keyOf[card.state], card))
  const gone = before.contacts.filter((card) => !is.has(card.id))
  const cleared = gone.flatMap((card) => [contactEvent('contact/cleared', card), contactEvent('contact/destroy', card)])
  return [...moved, ...cleared, ...agentEvents(before, after)]
}

function contactEvent(key: string, card: ContactCard): AppEvent {
  const data = { contactId: card.id, initialContactId: card.initialContactId, ...channelOf(card) }
  return { topic: { namespace, key, parameter: card.id }, data, needs: 'Contact.Details.View' }
}

function agentEvents(before: Snapshot, after: Snapshot): AppEvent[] {
  if (before.agent.status === after.agent.status) return []
  const needs = 'User.Status.View'
  const names = { state: after.agent.status, previous: { state: before.agent.status } }
  const states = { state: agentStateOf(after), previous: { state: agentStateOf(before) } }
  return [
    { topic: { namespace, key: 'agent/stateChange' }, data: names, needs },
    { topic: { namespace, key: 'agent/availabilityStateChanged' }, data: states, needs },
  ]
}
