import { createHash, randomBytes } from 'node:crypto'
import { machineNow } from '../../machine/clock.ts'
import type { KeyValueStore, StoredRows } from '../../machine/key-value-store.ts'
import type { Contact } from '../model/engine-api.ts'

/** A customer or agent in a chat. */
export type Participant = {
  id: string
  /** The contact of the chain in which the participant is now: a customer moves to the next contact, an agent does not. */
  contactId: string
  initialContactId: string
  role: 'CUSTOMER' | 'AGENT'
  displayName: string
  /** The Connect user of an agent; null for the customer. */
  username: string | null
  joined: boolean
  left: boolean
  /** Whether the contact is over, which makes every token of this participant invalid. */
  over: boolean
}

type StoredToken = { participantId: string; expiresAt: string | null }
/** The token for the operations of the participant service, and until when it is valid. */
export type ConnectionToken = { token: string; expiresAt: Date }

/** The stored participants and their tokens. */
export type Participants = {
  admit(contact: Contact, as: Pick<Participant, 'role' | 'displayName' | 'username'>): Participant
  /** A new ParticipantToken; only its hash is stored, so that a copy of the store gives no access. */
  participantToken(participant: Participant): string
  connectionToken(participant: Participant): ConnectionToken
  byParticipantToken(token: string): Participant | null
  byConnectionToken(token: string): Participant | null
  byId(id: string): Participant | null
  inChain(initialContactId: string): Participant[]
  /** The ids of all chains that have participants. */
  chains(): string[]
  /** Deletes the participants of a chain; returns the rows that must still be erased from the disk. */
  forget(initialContactId: string): StoredRows[]
  change(participant: Participant, change: Partial<Pick<Participant, 'contactId' | 'joined' | 'left' | 'over'>>): void
}

// docs/connect.md 3.5: a ConnectionToken is valid for one day. Real time, because the browser compares it with its own clock.
const connectionLifeMilliseconds = 24 * 60 * 60 * 1000

/** Stores the participants of chats and their tokens. */
export function openParticipants(keyValues: KeyValueStore, newId: () => string): Participants {
  const known = new Map(keyValues.all('participant').map(({ id, value }) => [id, value as Participant]))
  for (const { id, value } of keyValues.all('connection-token')) if (isPast(value as StoredToken)) keyValues.drop('connection-token', id)
  const save = (participant: Participant): void => {
    known.set(participant.id, participant)
    keyValues.put('participant', participant.id, participant)
  }
  const mint = (kind: string, participant: Participant, expiresAt: string | null): string => {
    const token = randomBytes(32).toString('base64url')
    keyValues.put(kind, fingerprint(token), { participantId: participant.id, expiresAt })
    return token
  }
  const find = (kind: string, token: string): Participant | null => {
    const row = keyValues.get(kind, fingerprint(token)) as StoredToken | null
    if (!row || isPast(row)) return null
    return known.get(row.participantId) ?? null
  }
  const inChain = (initialContactId: string) =>
    [...known.values()].filter((participant) => participant.initialContactId === initialContactId)
  return {
    admit: (contact, as) => {
      const { id: contactId, initialContactId } = contact
      const participant = { id: newId(), contactId, initialContactId, ...as, joined: false, left: false, over: false }
      save(participant)
      return participant
    },
    participantToken: (participant) => mint('participant-token', participant, null),
    connectionToken: (participant) => {
      const expiresAt = new Date(machineNow().getTime() + connectionLifeMilliseconds)
      return { token: mint('connection-token', participant, expiresAt.toISOString()), expiresAt }
    },
    byParticipantToken: (token) => find('participant-token', token),
    byConnectionToken: (token) => find('connection-token', token),
    byId: (id) => known.get(id) ?? null,
    inChain,
    chains: () => [...new Set([...known.values()].map(({ initialContactId }) => initialContactId))],
    forget: (initialContactId) => {
      const people = inChain(initialContactId).map(({ id }) => id)
      for (const id of people) known.delete(id)
      return [...people.map((id) => ({ kind: 'participant', id })), ...tokensOf(keyValues, people)]
    },
    change: (participant, change) => save(Object.assign(participant, change)),
  }
}

function tokensOf(keyValues: KeyValueStore, people: readonly string[]): StoredRows[] {
  return ['participant-token', 'connection-token'].flatMap((kind) =>
    keyValues.all(kind).flatMap(({ id, value }) => (people.includes((value as StoredToken).participantId) ? [{ kind, id }] : [])),
  )
}

function isPast({ expiresAt }: StoredToken): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= machineNow().getTime()
}

function fingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
