import type { KeyValueStore, StoredRows } from '../../machine/key-value-store.ts'

/** One item as GetTranscript and the chat socket return it (the capitalised names are the service's). */
export type TranscriptItem = {
  Id: string
  AbsoluteTime: string
  ContactId: string
  InitialContactId: string
  Type: 'MESSAGE' | 'EVENT' | 'MESSAGEMETADATA'
  ContentType: string
  Content?: string
  ParticipantId?: string
  ParticipantRole?: 'CUSTOMER' | 'AGENT' | 'SYSTEM'
  DisplayName?: string
  MessageMetadata?: { MessageId: string; Receipts: Receipt[] }
}
/** When a recipient received and read a message. */
export type Receipt = { RecipientParticipantId: string; DeliveredTimestamp?: string; ReadTimestamp?: string }

type Row = { item: TranscriptItem; clientToken: string | null }
/** The parameters of GetTranscript. */
export type PageAsked = {
  start: { kind: 'edge' } | { kind: 'id'; id: string } | { kind: 'time'; at: Date } | { kind: 'most-recent'; count: number }
  direction: 'FORWARD' | 'BACKWARD'
  order: 'ASCENDING' | 'DESCENDING'
  maximum: number
  nextToken: string | null
}
/** A page of a transcript, or that its start does not exist. */
export type Page = { kind: 'page'; items: TranscriptItem[]; nextToken: string | null } | { kind: 'unknown-start' }

/** The stored transcripts, by chain of contacts. */
export type Transcripts = {
  append(item: TranscriptItem, clientToken?: string): void
  /** The message that this sender already sent with this token, so that a retry is not delivered twice. */
  sentBefore(chain: string, participantId: string, clientToken: string): TranscriptItem | null
  /** Stores that a message was delivered or read; returns all its receipts, or null if nothing changed. */
  receive(chain: string, messageId: string, receipt: Receipt): Receipt[] | null
  item(chain: string, id: string): TranscriptItem | null
  page(chain: string, asked: PageAsked): Page
  /** Deletes the transcript; returns the rows that must still be erased from the disk. */
  forget(chain: string): StoredRows[]
}

/**
 * Stores the transcript of each chain of contacts (by the id of its first contact, so that a transferred customer reads on), on disk before
 * anyone receives an item.
 */
export function openTranscripts(keyValues: KeyValueStore): Transcripts {
  const read = new Map<string, Row[]>()
  const rowsOf = (chain: string): Row[] => {
    const known = read.get(chain)
    if (known) return known
    const rows = keyValues.all(kindOf(chain)).map(({ value }) => value as Row)
    read.set(chain, rows)
    return rows
  }
  return {
    append: (item, clientToken) => {
      const rows = rowsOf(item.InitialContactId)
      const row: Row = { item, clientToken: clientToken ?? null }
      keyValues.put(kindOf(item.InitialContactId), item.Id, row)
      rows.push(row)
    },
    sentBefore: (chain, participantId, clientToken) =>
      rowsOf(chain).find((row) => row.clientToken === clientToken && row.item.ParticipantId === participantId)?.item ?? null,
    receive: (chain, messageId, receipt) => {
      const row = rowsOf(chain).find(({ item }) => item.Id === messageId && item.Type === 'MESSAGE')
      if (!row || row.item.ParticipantId === receipt.RecipientParticipantId) return null
      const others = (row.item.MessageMetadata?.Receipts ?? []).filter(
        (one) => one.RecipientParticipantId !== receipt.RecipientParticipantId,
      )
      const mine = row.item.MessageMetadata?.Receipts.find((one) => one.RecipientParticipantId === receipt.RecipientParticipantId)
      row.item.MessageMetadata = { MessageId: messageId, Receipts: [{ ...receipt, ...mine }, ...others] }
      keyValues.put(kindOf(chain), messageId, row)
      return row.item.MessageMetadata.Receipts
    },
    item: (chain, id) => rowsOf(chain).find((row) => row.item.Id === id)?.item ?? null,
    page: (chain, asked) =>
      pageOf(
        rowsOf(chain).map((row) => row.item),
        asked,
      ),
    forget: (chain) => {
      read.delete(chain)
      return [{ kind: kindOf(chain) }]
    },
  }
}

function kindOf(chain: string): string {
  return `transcript ${chain}`
}

function pageOf(items: TranscriptItem[], asked: PageAsked): Page {
  const from = startIndex(items, asked)
  if (from === null) return { kind: 'unknown-start' }
  const forward = asked.direction === 'FORWARD'
  const taken = forward ? items.slice(from, from + asked.maximum) : items.slice(Math.max(0, from + 1 - asked.maximum), from + 1)
  const next = forward ? items[from + asked.maximum] : items[from - asked.maximum]
  return {
    kind: 'page',
    items: asked.order === 'ASCENDING' ? taken : taken.toReversed(),
    nextToken: next ? tokenFor(next.Id) : null,
  }
}

/** The index at which a page begins; as in the service, the named item belongs to the page. */
function startIndex(items: TranscriptItem[], { nextToken, start, direction }: PageAsked): number | null {
  const edge = direction === 'FORWARD' ? 0 : items.length - 1
  const id = nextToken !== null ? idIn(nextToken) : start.kind === 'id' ? start.id : null
  if (id !== null) {
    const index = items.findIndex((item) => item.Id === id)
    return index < 0 ? null : index
  }
  if (start.kind === 'most-recent') return direction === 'FORWARD' ? Math.max(0, items.length - start.count) : edge
  if (start.kind !== 'time') return edge
  const at = start.at.getTime()
  const after = items.findIndex((item) => Date.parse(item.AbsoluteTime) >= at)
  if (direction === 'FORWARD') return after < 0 ? items.length : after
  return items.findLastIndex((item) => Date.parse(item.AbsoluteTime) <= at)
}

function tokenFor(id: string): string {
  return Buffer.from(`from ${id}`).toString('base64url')
}

function idIn(nextToken: string): string {
  return Buffer.from(nextToken, 'base64url')
    .toString()
    .replace(/^from /, '')
}
