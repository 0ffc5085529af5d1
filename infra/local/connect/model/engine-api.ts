/** The words in which the parts of the local Connect speak with each other: the engine moves contacts, the media show them. */

export type Channel = 'VOICE' | 'CHAT'

/** One contact as the local Connect keeps it: plain JSON (ISO moments), so that it survives a kill -9. */
export type Contact = {
  id: string
  initialContactId: string
  previousContactId: string | null
  channel: Channel
  initiationMethod: 'INBOUND' | 'API' | 'OUTBOUND' | 'DISCONNECT' | 'QUEUE_TRANSFER'
  attributes: Record<string, string>
  flowAttributes: Record<string, string>
  external: Record<string, unknown>
  storedInput: string
  tags: Record<string, string>
  languageCode: string
  /** E.164 number of the caller; null when withheld and for chats. */
  customerNumber: string | null
  dialledNumber: string | null
  customerName: string | null
  initiatedAt: string
  connectedToSystemAt: string | null
  targetQueueArn: string | null
  queue: { arn: string; enqueuedAt: string } | null
  priority: number
  hooks: Partial<Record<'CustomerQueue' | 'AgentWhisper' | 'CustomerWhisper' | 'CustomerRemaining', string>>
  /** Where the contact is; `ended` is final. */
  state: 'in-flow' | 'queued' | 'ringing' | 'connected' | 'ended'
  agent: { arn: string; username: string; ringingSince: string | null; connectedAt: string | null } | null
  connectionAttempts: number
  disconnectedAt: string | null
  disconnectReason: string | null
  endedWorkAt: string | null
}

/** Whether a telephone rings for a call that an agent makes, is in a call already, or is not there at all. */
export type Rung = 'rings' | 'busy' | 'nobody'

/** A call that an agent makes: it is dialling, or why it is not. */
export type CalledOut =
  | { kind: 'dialling'; contactId: string }
  | { kind: 'not-dialled'; why: 'agentNotSignedIn' | 'agentBusy' | 'invalidPhoneNumber' | 'invalidQueue' | 'noCallerNumber' }

export type AgentView = {
  arn: string
  id: string
  username: string
  firstName: string
  lastName: string
  routingProfileArn: string
  /** Name of the agent status (`Available`, `Offline`, a custom one) or Connect's own `Missed`. */
  status: string
  statusSince: string
  signedIn: boolean
  /** Contacts in this agent's hands with the state that Connect names them by. */
  contacts: { contactId: string; channel: Channel; state: 'INCOMING' | 'CONNECTING' | 'CONNECTED' | 'MISSED' | 'ENDED'; since: string }[]
}

/** What the engine tells the media (phone, chat, workspace). Called synchronously, in order. */
export type Media = {
  /** A prompt for the customer: spoken on the phone, a SYSTEM message in a chat. `whole` is how long it takes in line milliseconds. */
  says(contact: Contact, prompt: { text: string; languageCode: string; milliseconds: number }): void
  /** The phone is asked for keys (null = the asking ended). */
  gathers(contact: Contact, asking: { maximumDigits: number; endKey: string } | null): void
  /** A whisper for the agent only. */
  whispers(contact: Contact, username: string, text: string): void
  contactChanged(contact: Contact): void
  /** An agent calls this contact's number. */
  rings(contact: Contact): Rung
  agentJoined(contact: Contact, agent: AgentView): void
  agentLeft(contact: Contact, agent: AgentView): void
  customerLeft(contact: Contact): void
  ended(contact: Contact): void
  agentChanged(agent: AgentView): void
}

/** What the media may ask of the engine. An unknown id or a step that is not possible now answers false and changes nothing. */
export type EngineApi = {
  contact(id: string): Contact | null
  agents(): AgentView[]
  agent(username: string): AgentView | null
  /** Names of the statuses an agent may choose, routable ones first. */
  statuses(): { name: string; arn: string; id: string; routable: boolean }[]
  numbers(): { number: string; label: string }[]
  dial(call: { from: string | null; to: string }): Contact | null
  startChat(chat: { flowId: string; displayName: string; attributes: Record<string, string>; initialMessage: string | null }): Contact
  pressKey(contactId: string, key: string): boolean
  /** The one whom an agent called picks up. */
  customerAnswers(contactId: string): boolean
  customerHangsUp(contactId: string): boolean
  /** The chat customer wrote something: a flow may be waiting for her return. */
  customerWrote(contactId: string): void
  /** The chat customer has opened her connection (within five minutes of the start). */
  customerConnected(contactId: string): void
  stopContact(contactId: string): boolean
  updateAttributes(initialContactId: string, attributes: Record<string, string>): boolean
  signIn(username: string): AgentView | null
  signOut(username: string): void
  setStatus(username: string, status: string): boolean
  /** An agent calls somebody, from the caller number of a queue: the one asked for, else her profile's own for calls out. */
  callOut(call: { username: string; phoneNumber: string; queueArn?: string | undefined }): CalledOut
  accept(username: string, contactId: string): boolean
  reject(username: string, contactId: string): boolean
  agentHangsUp(username: string, contactId: string): boolean
  clear(username: string, contactId: string): boolean
}
