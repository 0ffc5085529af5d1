import type { WorkspaceApp } from '../../workspace/workspace-app.ts'
import type { ContactCard } from '../../workspace/workspace-messages.ts'
import type { AppAnswer, AppRequest } from './app-host.ts'
import type { Ask, Snapshot } from './workspace-link.ts'

/** What answering the application's requests needs. */
export type AnswerDeps = { config: WorkspaceApp; region: string; snapshot: Snapshot; ask: Ask; now(): Date }
type Permission = string
type Answering = { needs: Permission; answer(deps: AnswerDeps, data: unknown): AppAnswer | Promise<AppAnswer> }

const fine = (data: unknown): AppAnswer => ({ kind: 'fine', data })
const refused = (errorKey: string): AppAnswer => ({ kind: 'refused', errorKey })

/** Answers a request of the framed application from the agent's snapshot, if the application has the permission. */
export async function answerRequest(deps: AnswerDeps, request: AppRequest): Promise<AppAnswer> {
  const answering = answerings[request.command]
  if (!answering) return refused('handlerNotFound')
  const { permissions } = deps.config
  if (!permissions.includes(answering.needs) && !permissions.includes('*')) return refused('noPermission')
  return await answering.answer(deps, request.data)
}

// The required permissions are those of the administrator guide, "Events and requests when granting third-party applications access".
const answerings: Record<string, Answering> = {
  'agent/getARN': { needs: 'User.Details.View', answer: ({ snapshot }) => fine({ ARN: snapshot.agent.arn }) },
  'agent/getName': {
    needs: 'User.Details.View',
    answer: ({ snapshot }) => fine({ name: `${snapshot.agent.firstName} ${snapshot.agent.lastName}` }),
  },
  'agent/getState': { needs: 'User.Status.View', answer: ({ snapshot }) => fine(agentStateOf(snapshot)) },
  'agent/getAvailabilityState': { needs: 'User.Status.View', answer: ({ snapshot }) => fine(agentStateOf(snapshot)) },
  'agent/listAvailabilityStates': {
    needs: 'User.Configuration.View',
    answer: ({ snapshot }) =>
      fine(snapshot.statuses.map(({ name, arn, routable }) => ({ agentStateARN: arn, type: typeOf(name, routable), name }))),
  },
  'agent/getRoutingProfile': {
    needs: 'User.Configuration.View',
    answer: ({ snapshot: { agent, profile } }) =>
      fine({
        name: profile.name,
        routingProfileARN: agent.routingProfileArn,
        routingProfileId: agent.routingProfileArn.split('/').at(-1),
        queues: [],
      }),
  },
  'agent/listQuickConnects': { needs: 'User.Configuration.View', answer: () => fine({ quickConnects: [], nextToken: null }) },
  'agent/setAvailabilityStateByName': { needs: 'User.Status.Edit', answer: setStatus },
  'contact/getAttributes': {
    needs: 'Contact.Attributes.View',
    answer: (deps, data) => withContact(deps, data, (card) => fine(attributesOf(card, part(data, 'attributes')))),
  },
  'contact/getInitialContactId': details((card) => ({ initialContactId: card.initialContactId })),
  'contact/getChannelType': details((card) => channelOf(card)),
  'contact/getType': details((card) => ({ type: channelOf(card).type })),
  'contact/getQueue': details((card) => queueOf(card)),
  'contact/getQueueTimestamp': details((card) => ({ queueTimestamp: card.queue ? new Date(card.queue.enqueuedAt) : undefined })),
  'contact/getStateDuration': details((card, { now }) => ({ stateDuration: now().getTime() - Date.parse(card.since) })),
  'contact/getContact': details((card) => contactOf(card)),
  'contact/getContactRegion': details((_, { region }) => ({ region })),
  'contact/listContacts': { needs: 'Contact.Details.View', answer: ({ snapshot }) => fine(snapshot.contacts.map(contactOf)) },
  'contact/accept': step('accept'),
  'contact/reject': step('reject'),
  'contact/disconnectSelf': step('hang-up'),
  'contact/clear': step('clear'),
  'voice/getOutboundCallPermission': { needs: 'User.Configuration.View', answer: () => fine({ outboundCallPermission: true }) },
  'voice/createOutboundCall': { needs: 'Contact.Details.Edit', answer: callOut },
  'voice/getInitialCustomerPhoneNumber': {
    needs: 'Contact.CustomerDetails.View',
    answer: (deps, data) => withContact(deps, data, (card) => fine({ phoneNumber: card.customerNumber ?? '' })),
  },
}

/** The channel in the SDK's terms. */
export function channelOf(card: Pick<ContactCard, 'channel'>): { type: 'voice' | 'chat'; subtype: 'connect:Telephony' | 'connect:Chat' } {
  return card.channel === 'VOICE' ? { type: 'voice', subtype: 'connect:Telephony' } : { type: 'chat', subtype: 'connect:Chat' }
}

/** The agent's state in the SDK's terms. */
export function agentStateOf({ agent, statuses }: Snapshot): { agentStateARN?: string; type: string; name: string; startTimestamp: Date } {
  const status = statuses.find(({ name }) => name === agent.status)
  const type = status ? typeOf(status.name, status.routable) : 'error'
  return { ...(status && { agentStateARN: status.arn }), type, name: agent.status, startTimestamp: new Date(agent.statusSince) }
}

function typeOf(name: string, routable: boolean): string {
  if (routable) return 'routable'
  return name === 'Offline' ? 'offline' : 'not_routable'
}

function details(answer: (card: ContactCard, deps: AnswerDeps) => unknown): Answering {
  return { needs: 'Contact.Details.View', answer: (deps, data) => withContact(deps, data, (card) => fine(answer(card, deps))) }
}

function step(kind: 'accept' | 'reject' | 'hang-up' | 'clear'): Answering {
  return {
    needs: 'Contact.Details.Edit',
    answer: (deps, data) =>
      withContact(deps, data, async ({ id }) =>
        (await deps.ask({ kind, contactId: id })).kind === 'done' ? fine({}) : refused('invalidState'),
      ),
  }
}

async function setStatus({ ask, snapshot }: AnswerDeps, data: unknown): Promise<AppAnswer> {
  const name = part(data, 'agentStateName') ?? part(data, 'name')
  const status = snapshot.statuses.find((one) => one.name === name)
  if (!status || (await ask({ kind: 'status', status: status.name })).kind !== 'done') return refused('invalidState')
  return fine({ status: 'updated', current: { agentStateARN: status.arn, type: typeOf(status.name, status.routable), name: status.name } })
}

async function callOut({ ask }: AnswerDeps, data: unknown): Promise<AppAnswer> {
  const [phoneNumber, queueArn] = [part(data, 'phoneNumber'), part(part(data, 'options'), 'queueARN')]
  if (typeof phoneNumber !== 'string') return refused('invalidPhoneNumber')
  const answer = await ask({ kind: 'call-out', phoneNumber, ...(typeof queueArn === 'string' && { queueArn }) })
  if (answer.kind === 'dialling') return fine({ contactId: answer.contactId })
  return refused(answer.kind === 'not-dialled' ? answer.why : 'invalidState')
}

/** Only the agent's own contacts: an application must not see other people's conversations. */
function withContact<Answer>(deps: AnswerDeps, data: unknown, answer: (card: ContactCard) => Answer): Answer | AppAnswer {
  const card = deps.snapshot.contacts.find(({ id }) => id === part(data, 'contactId'))
  return card ? answer(card) : refused('contactNotFound')
}

function attributesOf({ attributes }: ContactCard, wanted: unknown): Record<string, string> {
  if (!Array.isArray(wanted)) return attributes
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => wanted.includes(key)))
}

function queueOf({ queue }: ContactCard): { name: string; queueARN: string; queueId: string } {
  return { name: queue?.name ?? '', queueARN: queue?.arn ?? '', queueId: queue?.arn.split('/').at(-1) ?? '' }
}

function contactOf(card: ContactCard): Record<string, unknown> {
  return { contactId: card.id, initialContactId: card.initialContactId, ...channelOf(card), queue: queueOf(card) }
}

function part(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? Object.entries(data).find(([key]) => key === name)?.[1] : undefined
}
