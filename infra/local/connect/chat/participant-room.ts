import type { AgentView, Contact, Media } from '../model/engine-api.ts'
import { forgetAllBut, forgetWhenDone, type Memory } from './forget-chats.ts'
import type { ParticipantSockets } from './participant-sockets.ts'
import type { Participant } from './participant-store.ts'
import type { PageAsked, Receipt, TranscriptItem, Transcripts } from './transcript.ts'

/** What the chats need. */
export type ChatRoomDeps = Memory & { sockets: ParticipantSockets; now(): Date; newId(): string }
/** The service's answer to a message or event: id and moment of the new item. */
export type Said = { Id: string; AbsoluteTime: string }
/** The tokens with which an agent's softphone connects to a chat; absent until the agent has accepted it. */
export type AgentSeat = { participantId: string; participantToken: string; connectionToken: string; expiresAt: string }

/** The operations on chats, for the HTTP API, the sockets and the engine. */
export type ChatRoom = {
  media: Pick<Media, 'says' | 'contactChanged' | 'agentJoined' | 'agentLeft' | 'customerLeft' | 'ended'>
  admitCustomer(contact: Contact, firstMessage: string | null): { participantId: string; participantToken: string }
  seatAgent(username: string, contactId: string): AgentSeat | null
  join(participant: Participant): void
  say(participant: Participant, content: string, clientToken: string | undefined): Said
  typing(participant: Participant): Said
  /** Null if this contact has no such message. */
  receive(participant: Participant, messageId: string, how: 'delivered' | 'read'): Said | null
  page(participant: Participant, asked: PageAsked): ReturnType<Transcripts['page']>
  leave(participant: Participant): void
  /** Whether this participant may do this; after the end of the chat, only an agent in after-contact work may still read. */
  admits(participant: Participant, to: 'read' | 'act'): boolean
  /** Deletes all chats except those of these chains, at a restart. */
  forgetAllBut(chains: ReadonlySet<string>): void
}

const eventType = (name: string): string => `application/vnd.amazonaws.connect.event.${name}`

/** Makes the chats: who takes part, what is said and who receives it. */
export function createChatRoom(deps: ChatRoomDeps): ChatRoom {
  const { participants, transcripts } = deps
  const enter = (participant: Participant): void => {
    if (participant.joined || participant.over) return
    participants.change(participant, { joined: true })
    publish(deps, itemBy(deps, participant, { Type: 'EVENT', ContentType: eventType('participant.joined') }))
  }
  const receive = (participant: Participant, messageId: string, how: 'delivered' | 'read'): Said | null =>
    noteReceipt(deps, participant, { messageId, how })
  return {
    media: mediaOf(deps, enter),
    admitCustomer: (contact, firstMessage) => {
      const participant = participants.admit(contact, { role: 'CUSTOMER', displayName: contact.customerName ?? 'Customer', username: null })
      if (firstMessage !== null) publish(deps, itemBy(deps, participant, message(firstMessage)))
      return { participantId: participant.id, participantToken: participants.participantToken(participant) }
    },
    seatAgent: (username, contactId) => seat(deps, username, contactId),
    join: (participant) => {
      enter(participant)
      if (participant.role === 'CUSTOMER') deps.engineApi().customerConnected(participant.contactId)
    },
    say: (participant, content, clientToken) => {
      const before = clientToken === undefined ? null : transcripts.sentBefore(participant.initialContactId, participant.id, clientToken)
      if (before) return said(before)
      const item = publish(deps, itemBy(deps, participant, message(content)), clientToken)
      if (participant.role === 'CUSTOMER') deps.engineApi().customerWrote(participant.contactId)
      return said(item)
    },
    typing: (participant) => {
      const item = itemBy(deps, participant, { Type: 'EVENT', ContentType: eventType('typing') })
      deps.sockets.deliver(item, hears(deps, item))
      return said(item)
    },
    receive,
    page: (participant, asked) => transcripts.page(participant.initialContactId, asked),
    leave: (participant) => {
      if (participant.role === 'CUSTOMER') deps.engineApi().customerHangsUp(participant.contactId)
      else deps.engineApi().agentHangsUp(participant.username ?? '', participant.contactId)
    },
    admits: (participant, to) => {
      if (!participant.over && !participant.left) return true
      if (to === 'act') return false
      if (participant.role === 'CUSTOMER') return !participant.over
      const agent = deps.engineApi().agent(participant.username ?? '')
      return agent?.contacts.some(({ contactId }) => contactId === participant.contactId) ?? false
    },
    forgetAllBut: (chains) => forgetAllBut(deps, chains),
  }
}

function mediaOf(deps: ChatRoomDeps, enter: (participant: Participant) => void): ChatRoom['media'] {
  const { participants } = deps
  const leaves = (participant: Participant | undefined): void => {
    if (!participant?.joined || participant.left) return
    participants.change(participant, { left: true })
    publish(deps, itemBy(deps, participant, { Type: 'EVENT', ContentType: eventType('participant.left') }))
  }
  const isChat = (contact: Contact): boolean => contact.channel === 'CHAT'
  const customerOf = (contact: Contact): Participant | undefined =>
    participants.inChain(contact.initialContactId).find(({ role }) => role === 'CUSTOMER')
  return {
    says: (contact, prompt) => {
      const speaker = { ParticipantId: contact.initialContactId, ParticipantRole: 'SYSTEM', DisplayName: 'BOT' } as const
      if (isChat(contact)) publish(deps, { ...blank(deps, contact), ...message(prompt.text), ...speaker })
    },
    contactChanged: (contact) => {
      const customer = isChat(contact) && contact.previousContactId !== null ? customerOf(contact) : undefined
      if (customer && customer.contactId === contact.previousContactId) participants.change(customer, { contactId: contact.id })
      if (isChat(contact) && contact.endedWorkAt !== null) forgetWhenDone(deps, contact.initialContactId)
    },
    agentJoined: (contact, agent) => {
      if (isChat(contact)) enter(agentIn(deps, contact, agent))
    },
    agentLeft: (contact, agent) => {
      if (isChat(contact)) leaves(present(deps, contact, agent.username))
    },
    customerLeft: (contact) => {
      if (isChat(contact)) leaves(customerOf(contact))
    },
    ended: (contact) => {
      if (!isChat(contact)) return
      const here = participants.inChain(contact.initialContactId).filter(({ over }) => !over)
      if (here.length === 0) return
      for (const participant of here) participants.change(participant, { over: true })
      publish(deps, { ...blank(deps, contact), Type: 'EVENT', ContentType: eventType('chat.ended') })
      forgetWhenDone(deps, contact.initialContactId)
    },
  }
}

function agentIn(deps: ChatRoomDeps, contact: Contact, agent: AgentView): Participant {
  const here = present(deps, contact, agent.username)
  return here ?? deps.participants.admit(contact, { role: 'AGENT', displayName: agent.firstName, username: agent.username })
}

function present(deps: ChatRoomDeps, contact: Contact, username: string): Participant | undefined {
  const chain = deps.participants.inChain(contact.initialContactId)
  return chain.findLast((participant) => participant.username === username && participant.contactId === contact.id)
}

function seat(deps: ChatRoomDeps, username: string, contactId: string): AgentSeat | null {
  const contact = deps.engineApi().contact(contactId)
  const participant = contact && present(deps, contact, username)
  if (!participant) return null
  const { token, expiresAt } = deps.participants.connectionToken(participant)
  const participantToken = deps.participants.participantToken(participant)
  return { participantId: participant.id, participantToken, connectionToken: token, expiresAt: expiresAt.toISOString() }
}

function noteReceipt(
  deps: ChatRoomDeps,
  participant: Participant,
  { messageId, how }: { messageId: string; how: 'delivered' | 'read' },
): Said | null {
  if (!deps.transcripts.item(participant.initialContactId, messageId)) return null
  const at = deps.now().toISOString()
  const receipt: Receipt = { RecipientParticipantId: participant.id, DeliveredTimestamp: at, ...(how === 'read' && { ReadTimestamp: at }) }
  const receipts = deps.transcripts.receive(participant.initialContactId, messageId, receipt)
  const { ContactId, InitialContactId, Id, AbsoluteTime } = itemBy(deps, participant, { Type: 'EVENT', ContentType: '' })
  const ContentType = eventType('message.metadata')
  const MessageMetadata = { MessageId: messageId, Receipts: receipts ?? [] }
  const item: TranscriptItem = { Id, AbsoluteTime, ContactId, InitialContactId, Type: 'MESSAGEMETADATA', ContentType, MessageMetadata }
  if (receipts) deps.sockets.deliver(item, hears(deps, item))
  return said(item)
}

function publish(deps: ChatRoomDeps, item: TranscriptItem, clientToken?: string): TranscriptItem {
  deps.transcripts.append(item, clientToken)
  deps.sockets.deliver(item, hears(deps, item))
  return item
}

/**
 * Everyone in the chat receives an item, including other windows of its sender (clients ignore an id they have already). A participant who
 * left still receives the end of that contact, but nothing of a later one.
 */
function hears(deps: ChatRoomDeps, item: TranscriptItem): Parameters<ParticipantSockets['deliver']>[1] {
  const here = deps.participants.inChain(item.InitialContactId).filter(({ left, contactId }) => !left || contactId === item.ContactId)
  return (listener) =>
    here.some(({ id, username }) => (listener.kind === 'agent' ? username === listener.username : id === listener.participantId))
}

function itemBy(deps: ChatRoomDeps, by: Participant, rest: Pick<TranscriptItem, 'Type' | 'ContentType' | 'Content'>): TranscriptItem {
  const speaker = { ParticipantId: by.id, ParticipantRole: by.role, DisplayName: by.displayName }
  return { ...blank(deps, { id: by.contactId, initialContactId: by.initialContactId }), ...rest, ...speaker }
}

function blank(
  deps: ChatRoomDeps,
  contact: Pick<Contact, 'id' | 'initialContactId'>,
): Pick<TranscriptItem, 'Id' | 'AbsoluteTime' | 'ContactId' | 'InitialContactId'> {
  return { Id: deps.newId(), AbsoluteTime: deps.now().toISOString(), ContactId: contact.id, InitialContactId: contact.initialContactId }
}

function message(content: string): { Type: 'MESSAGE'; ContentType: string; Content: string } {
  return { Type: 'MESSAGE', ContentType: 'text/plain', Content: content }
}

function said({ Id, AbsoluteTime }: TranscriptItem): Said {
  return { Id, AbsoluteTime }
}
