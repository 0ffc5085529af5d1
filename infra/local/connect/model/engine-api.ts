/** The interface between the parts of the local Connect: the engine moves contacts, the media present them to people. */

/** The channel of a contact. */
export type Channel = 'VOICE' | 'CHAT'

/** One contact as it is stored: plain JSON (moments in ISO format), so that it survives a kill of the process. */
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
  /** `ended` is final. */
  state: 'in-flow' | 'queued' | 'ringing' | 'connected' | 'ended'
  agent: { arn: string; username: string; ringingSince: string | null; connectedAt: string | null } | null
  connectionAttempts: number
  disconnectedAt: string | null
  disconnectReason: string | null
  endedWorkAt: string | null
}

/** The result of calling a telephone: it rings, is in a call already, or is not connected. */
export type Rung = 'rings' | 'busy' | 'nobody'

/** The result of an agent's outbound call: it is being dialled, or why not. */
export type CalledOut =
  | { kind: 'dialling'; contactId: string }
  | { kind: 'not-dialled'; why: 'agentNotSignedIn' | 'agentBusy' | 'invalidPhoneNumber' | 'invalidQueue' | 'noCallerNumber' }

/** An agent as media and pages may see it. */
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
  /** The agent's contacts, with Connect's names for their state. */
  contacts: { contactId: string; channel: Channel; state: 'INCOMING' | 'CONNECTING' | 'CONNECTED' | 'MISSED' | 'ENDED'; since: string }[]
}

/** What the engine tells the media (phone, chat, workspace); called synchronously and in order. */
export type Media = {
  /** A prompt for the customer: spoken on the phone, a SYSTEM message in a chat. `milliseconds` is its duration in line time. */
  says(contact: Contact, prompt: { text: string; languageCode: string; milliseconds: number }): void
  /** The phone must collect keys; null when that ends. */
  gathers(contact: Contact, asking: { maximumDigits: number; endKey: string } | null): void
  /** A prompt that only the agent hears. */
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

/** What the media may ask of the engine; an unknown id or a step that is not possible now returns false and changes nothing. */
export type EngineApi = {
  contact(id: string): Contact | null
  agents(): AgentView[]
  agent(username: string): AgentView | null
  /** The statuses that an agent may choose, routable ones first. */
  statuses(): { name: string; arn: string; id: string; routable: boolean }[]
  numbers(): { number: string; label: string }[]
  dial(call: { from: string | null; to: string }): Contact | null
  startChat(chat: { flowId: string; displayName: string; attributes: Record<string, string>; initialMessage: string | null }): Contact
  pressKey(contactId: string, key: string): boolean
  /** The customer whom an agent calls answers. */
  customerAnswers(contactId: string): boolean
  customerHangsUp(contactId: string): boolean
  /** The chat customer wrote something; a Wait action may be waiting for that. */
  customerWrote(contactId: string): void
  /** The chat customer opened a connection (required within five minutes of the start). */
  customerConnected(contactId: string): void
  stopContact(contactId: string): boolean
  updateAttributes(initialContactId: string, attributes: Record<string, string>): boolean
  signIn(username: string): AgentView | null
  signOut(username: string): void
  setStatus(username: string, status: string): boolean
  /** An agent calls out with the caller number of the given queue, or else of the profile's default outbound queue. */
  callOut(call: { username: string; phoneNumber: string; queueArn?: string | undefined }): CalledOut
  accept(username: string, contactId: string): boolean
  reject(username: string, contactId: string): boolean
  agentHangsUp(username: string, contactId: string): boolean
  clear(username: string, contactId: string): boolean
}
