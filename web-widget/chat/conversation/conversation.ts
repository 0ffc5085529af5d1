/** One item of Connect’s transcript, in the same shape from the socket and from GetTranscript. */
export type TranscriptItem = {
  readonly Id: string
  readonly AbsoluteTime: string
  readonly Type: string
  readonly ContentType?: string | undefined
  readonly Content?: string | undefined
  readonly DisplayName?: string | undefined
  readonly ParticipantRole?: string | undefined
  readonly ParticipantId?: string | undefined
}

/** `text` is null for what this chat cannot show, such as a file. */
export type Said = { id: string; at: number; by: 'you' | 'worker' | 'line'; name: string; text: string | null }
export type Happened = { id: string; at: number; what: 'worker-joined' | 'worker-left' | 'ended'; name: string; who: string }

/** A message typed here that is not in the transcript yet. A `refused` one is sent again only when the referrer asks. */
export type Unsent = { token: string; text: string; state: 'queued' | 'sending' | 'not-sent' | 'refused' }

export type Stage = 'waiting' | 'joined' | 'worker-left' | 'ended'

export type Conversation = {
  said: readonly Said[]
  happened: readonly Happened[]
  unsent: readonly Unsent[]
  link: 'connecting' | 'up' | 'lost'
  /** A new object for each typing event, so that the timer that hides it starts again. */
  typing: { name: string } | null
  /** The service refused the token, or the chat ended while this page was disconnected; the transcript has no item for that. */
  isOver: boolean
}

export type Told =
  | { kind: 'items'; items: readonly TranscriptItem[] }
  | { kind: 'wrote'; token: string; text: string }
  | { kind: 'sending'; token: string }
  | { kind: 'sent'; token: string; id: string; at: string }
  | { kind: 'not-sent'; token: string }
  | { kind: 'refused'; token: string }
  | { kind: 'send-again'; token: string }
  | { kind: 'typing'; name: string }
  | { kind: 'typing-stopped' }
  | { kind: 'link'; link: Conversation['link'] }
  | { kind: 'over' }

export function emptyConversation(): Conversation {
  return { said: [], happened: [], unsent: [], link: 'connecting', typing: null, isOver: false }
}

/**
 * Reduces one event into the conversation. Connect delivers items more than once and in any order; the outcome is the same, since items
 * are identified by Id and sorted by AbsoluteTime, then Id.
 */
export function listen(known: Conversation, told: Told): Conversation {
  switch (told.kind) {
    case 'items':
      return told.items.reduce(withItem, known)
    case 'wrote':
      return { ...known, unsent: [...known.unsent, { token: told.token, text: told.text, state: 'queued' }] }
    case 'sending':
    case 'not-sent':
    case 'refused':
      return withState(known, told.token, told.kind)
    case 'send-again':
      return withState(known, told.token, 'queued')
    case 'sent':
      return withSent(known, told)
    case 'typing':
      return { ...known, typing: { name: told.name } }
    case 'typing-stopped':
      return { ...known, typing: null }
    case 'link':
      return withLink(known, told.link)
    case 'over':
      return { ...known, isOver: true, typing: null }
  }
}

/** The stage of the conversation, from the events in the transcript’s order, not in the order of arrival; joined while any worker is in. */
export function stageOf(known: Conversation): Stage {
  if (known.isOver || known.happened.some((one) => one.what === 'ended')) return 'ended'
  if (known.happened.length === 0) return 'waiting'
  return workersIn(known).length > 0 ? 'joined' : 'worker-left'
}

/** The display name of the worker who is, or was last, in the conversation. */
export function workerIn(known: Conversation): string | null {
  const joined = known.happened.filter((one) => one.what === 'worker-joined')
  return (workersIn(known).at(-1) ?? joined.at(-1))?.name ?? null
}

function workersIn(known: Conversation): Happened[] {
  let present: Happened[] = []
  for (const one of known.happened) {
    present = present.filter(({ who }) => who !== one.who)
    if (one.what === 'worker-joined') present.push(one)
  }
  return present
}

/** The next message to send: in the order of writing, one at a time, and none ahead of one that waits for the network. */
export function nextToSend(known: Conversation): Unsent | null {
  const first = known.unsent.find((one) => one.state !== 'refused')
  return known.link === 'up' && first?.state === 'queued' ? first : null
}

const eventKinds: Readonly<Record<string, Happened['what']>> = {
  'application/vnd.amazonaws.connect.event.participant.joined': 'worker-joined',
  'application/vnd.amazonaws.connect.event.participant.left': 'worker-left',
  'application/vnd.amazonaws.connect.event.chat.ended': 'ended',
}

function withItem(known: Conversation, item: TranscriptItem): Conversation {
  const at = Date.parse(item.AbsoluteTime)
  if (item.Type === 'MESSAGE' || item.Type === 'ATTACHMENT') {
    const text = item.ContentType?.startsWith('text/') && item.Type === 'MESSAGE' ? (item.Content ?? '') : null
    return withSaid(known, { id: item.Id, at, by: speakerOf(item), name: item.DisplayName ?? '', text })
  }
  const what = item.Type === 'EVENT' ? eventKinds[item.ContentType ?? ''] : undefined
  if (what === undefined || (what !== 'ended' && !isWorker(item.ParticipantRole))) return known
  if (known.happened.some((one) => one.id === item.Id)) return known
  const name = item.DisplayName ?? ''
  const happened = { id: item.Id, at, what, name, who: item.ParticipantId ?? name }
  return { ...known, happened: inOrder([...known.happened, happened]), typing: null }
}

function withSaid(known: Conversation, said: Said): Conversation {
  if (said.id === '' || known.said.some((one) => one.id === said.id)) return known
  // Our own message may arrive before the response to sending it, or after a response that was lost: it is then no longer unsent.
  const echoed = said.by === 'you' ? known.unsent.find((one) => one.text === said.text && one.state !== 'queued') : undefined
  const unsent = echoed ? known.unsent.filter((one) => one !== echoed) : known.unsent
  const typing = said.by === 'worker' ? null : known.typing
  return { ...known, said: inOrder([...known.said, said]), unsent, typing }
}

function withSent(known: Conversation, told: Extract<Told, { kind: 'sent' }>): Conversation {
  const own = known.unsent.find((one) => one.token === told.token)
  if (own === undefined) return known
  const rest = { ...known, unsent: known.unsent.filter((one) => one !== own) }
  return withSaid(rest, { id: told.id, at: Date.parse(told.at), by: 'you', name: '', text: own.text })
}

function withState(known: Conversation, token: string, state: Unsent['state']): Conversation {
  return { ...known, unsent: known.unsent.map((one) => (one.token === token ? { ...one, state } : one)) }
}

// When the link is back, messages that failed are sent again under the same ClientToken, by which the service drops duplicates.
function withLink(known: Conversation, link: Conversation['link']): Conversation {
  if (link !== 'up') return { ...known, link, typing: null }
  return { ...known, link, unsent: known.unsent.map((one) => (one.state === 'not-sent' ? { ...one, state: 'queued' } : one)) }
}

function speakerOf(item: TranscriptItem): Said['by'] {
  if (item.ParticipantRole === 'CUSTOMER') return 'you'
  return isWorker(item.ParticipantRole) ? 'worker' : 'line'
}

/** Whether this role of Connect is a person of the line: a worker, or a supervisor who joins the conversation. */
export function isWorker(role: string | undefined): boolean {
  return role === 'AGENT' || role === 'SUPERVISOR'
}

function inOrder<Kind extends { at: number; id: string }>(items: readonly Kind[]): readonly Kind[] {
  return [...items].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
}
