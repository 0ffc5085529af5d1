import * as z from 'zod'
import { startChat } from '../routing/arrivals.ts'
import { answerBefore, rememberAnswer } from './client-tokens.ts'
import { tagsOf } from '../model/contact-events.ts'
import { endContact, newestOf, updateAttributes } from '../routing/contacts.ts'
import { type ControlCall, fine, type Operation, refused, type Reply, seconds, withBody } from './control-call.ts'
import { contactOf, type Exchange, type LineContact } from '../model/exchange.ts'
import type { Flow } from '../model/flow-content.ts'
import { found } from '../model/instance.ts'
import { attributesProblem } from '../model/limits.ts'
import { positionInQueue } from '../routing/queues.ts'

const longestMessageBytes = 16_384
const defaultActiveChats = 500

const ContentType = z.enum([
  'text/plain',
  'text/markdown',
  'application/json',
  'application/vnd.amazonaws.connect.message.interactive',
  'application/vnd.amazonaws.connect.message.interactive.response',
])
const StartChat = z.object({
  ContactFlowId: z.string().min(1),
  ParticipantDetails: z.object({ DisplayName: z.string().min(1).max(256) }),
  Attributes: z.record(z.string(), z.string()).default({}),
  InitialMessage: z.object({ ContentType: z.string(), Content: z.string().min(1) }).optional(),
  ClientToken: z.string().max(500).optional(),
  ChatDurationInMinutes: z.number().int().min(60).max(10_080).optional(),
  SupportedMessagingContentTypes: z.array(ContentType).optional(),
})
type StartChat = z.infer<typeof StartChat>

// With these, the service continues earlier or related contacts; the line does not use that, so they are refused.
const notSupported = ['PersistentChat', 'RelatedContactId', 'ParticipantConfiguration', 'DisconnectOnCustomerExit', 'CustomerId'] as const

function startChatContact(call: ControlCall): Reply {
  const unsupported = notSupported.find((name) => call.body !== null && typeof call.body === 'object' && name in call.body)
  if (unsupported) return refused('InvalidRequestException', `${unsupported} is not supported by the local Connect.`)
  return withBody(call, StartChat, (options) => {
    const { keyValues } = call.exchange.deps
    const before = options.ClientToken === undefined ? null : answerBefore(keyValues, options.ClientToken)
    if (before !== null) return fine(before)
    const flow = found(call.exchange.instance.flows, options.ContactFlowId)
    if (!flow) return refused('ResourceNotFoundException', 'The contact flow was not found.')
    return chatRefusal(call.exchange, options, flow) ?? admit(call, options, flow)
  })
}

function chatRefusal(exchange: Exchange, options: StartChat, flow: Flow): Reply | null {
  const problem = attributesProblem(options.Attributes)
  if (problem !== null) return refused('InvalidParameterException', problem)
  if (flow.type !== 'CONTACT_FLOW') return refused('InvalidParameterException', 'ContactFlowId must name an inbound flow.')
  if (Buffer.byteLength(options.InitialMessage?.Content ?? '') > longestMessageBytes) {
    return refused('InvalidParameterException', 'InitialMessage.Content may take 16384 bytes.')
  }
  if (options.SupportedMessagingContentTypes?.includes('text/plain') === false) {
    return refused('InvalidParameterException', 'SupportedMessagingContentTypes must include text/plain.')
  }
  const active = [...exchange.contacts.values()].filter((contact) => contact.channel === 'CHAT' && contact.state !== 'ended')
  if (active.length < (exchange.deps.limits?.activeChats ?? defaultActiveChats)) return null
  return refused('LimitExceededException', 'Too many active chats for instance')
}

function admit({ exchange, startParticipant }: ControlCall, options: StartChat, flow: Flow): Reply {
  const initialMessage = options.InitialMessage?.Content ?? null
  const contact = startChat(exchange, {
    flowArn: flow.arn,
    customerName: options.ParticipantDetails.DisplayName,
    attributes: options.Attributes,
    initialMessage,
    lastsMinutes: options.ChatDurationInMinutes,
  })
  const { participantId, participantToken } = startParticipant(contact, initialMessage)
  const answer = { ContactId: contact.id, ParticipantId: participantId, ParticipantToken: participantToken }
  if (options.ClientToken !== undefined) rememberAnswer(exchange.deps.keyValues, options.ClientToken, answer)
  return fine(answer)
}

const MetricsOptions = z.object({
  ContactId: z.string().min(1),
  Metrics: z.array(z.object({ Name: z.literal('POSITION_IN_QUEUE') })).min(1),
})

/** GetContactMetrics: only the position of a waiting contact, without the service's estimates of the wait. */
function contactMetrics(call: ControlCall): Reply {
  return withBody(call, MetricsOptions, ({ ContactId }) => {
    const contact = contactOf(call.exchange, ContactId)
    if (!contact) return refused('ResourceNotFoundException', 'The contact was not found.')
    const place = positionInQueue(call.exchange, contact)
    if (place === null) return refused('InvalidRequestException', 'Metrics are only there while the contact is in a queue.')
    const Arn = `${call.exchange.instance.arn}/contact/${contact.id}`
    return fine({ MetricResults: [{ Name: 'POSITION_IN_QUEUE', Value: { Number: place } }], Id: contact.id, Arn })
  })
}

const unstoppable = ['DISCONNECT', 'QUEUE_TRANSFER']

function stopContact(call: ControlCall): Reply {
  return withBody(call, z.object({ ContactId: z.string().min(1) }), ({ ContactId }) => {
    const contact = contactOf(call.exchange, ContactId)
    if (!contact || contact.state === 'ended') return refused('ContactNotFoundException', 'The contact was not found or has ended.')
    if (contact.channel === 'VOICE' && unstoppable.includes(contact.initiationMethod)) {
      return refused('InvalidRequestException', 'A voice contact that began by a transfer cannot be stopped.')
    }
    endContact(call.exchange, contact, 'API')
    return fine()
  })
}

function updateContactAttributes(call: ControlCall): Reply {
  const shape = z.object({ InitialContactId: z.string().min(1), Attributes: z.record(z.string(), z.string()) })
  return withBody(call, shape, ({ InitialContactId, Attributes }) => {
    const contact = contactOf(call.exchange, InitialContactId)
    if (!contact) return refused('ResourceNotFoundException', 'The contact was not found.')
    const problem = attributesProblem({ ...contact.attributes, ...Attributes })
    if (problem !== null) return refused('InvalidParameterException', problem)
    updateAttributes(call.exchange, contact, Attributes)
    return fine()
  })
}

function getContactAttributes({ exchange, path }: ControlCall): Reply {
  const contact = newestOf(exchange, path['InitialContactId'] ?? '')
  if (!contact) return refused('ResourceNotFoundException', 'The contact was not found.')
  return fine({ Attributes: contact.attributes })
}

function describeContact({ exchange, path }: ControlCall): Reply {
  const contact = contactOf(exchange, path['ContactId'] ?? '')
  if (!contact) return refused('ResourceNotFoundException', 'The contact was not found.')
  return fine({ Contact: described(exchange, contact) })
}

function described(exchange: Exchange, contact: LineContact): unknown {
  const endpoint = (address: string | null) => (address === null ? undefined : { Type: 'TELEPHONE_NUMBER', Address: address })
  const idOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)
  return {
    Arn: `${exchange.instance.arn}/contact/${contact.id}`,
    Id: contact.id,
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId ?? undefined,
    InitiationMethod: contact.initiationMethod,
    Name: contact.name ?? undefined,
    Description: contact.description ?? undefined,
    Channel: contact.channel,
    QueueInfo: contact.queue ? { Id: idOf(contact.queue.arn), EnqueueTimestamp: seconds(contact.queue.enqueuedAt) } : undefined,
    AgentInfo: contact.agent?.connectedAt
      ? {
          Id: idOf(contact.agent.arn),
          ConnectedToAgentTimestamp: seconds(contact.agent.connectedAt),
          AfterContactWorkStartTimestamp: seconds(contact.workStartedAt),
          AfterContactWorkEndTimestamp: contact.workStartedAt === null ? undefined : seconds(contact.endedWorkAt),
        }
      : undefined,
    InitiationTimestamp: seconds(contact.initiatedAt),
    DisconnectTimestamp: seconds(contact.disconnectedAt),
    LastUpdateTimestamp: seconds(contact.updatedAt),
    CustomerEndpoint: endpoint(contact.customerNumber),
    SystemEndpoint: endpoint(contact.dialledNumber),
    QueuePriority: contact.priority,
    Tags: tagsOf(exchange, contact),
    DisconnectReason: contact.disconnectReason ?? undefined,
    SegmentAttributes: { 'connect:Subtype': { ValueString: contact.channel === 'VOICE' ? 'connect:Telephony' : 'connect:Chat' } },
  }
}

/** The operations of the control API on contacts. */
export const contactOperations: Operation[] = [
  { name: 'StartChatContact', method: 'PUT', path: '/contact/chat', limited: false, run: startChatContact },
  { name: 'StopContact', method: 'POST', path: '/contact/stop', limited: false, run: stopContact },
  { name: 'UpdateContactAttributes', method: 'POST', path: '/contact/attributes', limited: false, run: updateContactAttributes },
  {
    name: 'GetContactAttributes',
    method: 'GET',
    path: '/contact/attributes/{InstanceId}/{InitialContactId}',
    limited: false,
    run: getContactAttributes,
  },
  { name: 'DescribeContact', method: 'GET', path: '/contacts/{InstanceId}/{ContactId}', limited: false, run: describeContact },
  { name: 'GetContactMetrics', method: 'POST', path: '/metrics/contact', limited: false, run: contactMetrics },
]
