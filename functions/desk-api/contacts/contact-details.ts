import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import { wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { emptyNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { ContactView } from '../../../shared/domain/contacts/contact.ts'
import { type ContactId, conversationIdOf } from '../../../shared/domain/ids.ts'
import { municipalityOf } from '../../../shared/domain/regions/municipalities.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversation-items.ts'
import { codeOf } from './referrer-code.ts'
import { loadContact } from './load-contact.ts'
import { referrerOf } from './same-person.ts'
import { type Desk, namesIn } from '../desk/deps.ts'

/**
 * What the desk shows of a contact: its data, what is known of its referrer, and the conversation log. null = no such contact for this
 * worker.
 */
export async function contactDetails(desk: Desk, id: ContactId): Promise<DeskContact | null> {
  const view = await loadContact(desk, id)
  if (!view) return null
  const stored = await desk.conversations.conversationOf(conversationIdOf(id))
  return {
    contact: contactInWords(desk, view),
    ...(await referrerOf(desk, id)),
    conversation: await deskConversation(desk, stored ?? unwritten(desk, view)),
  }
}

/** The answer form of a conversation: worker ids are replaced by names, moments by wall time. */
export async function deskConversation(desk: Desk, conversation: Conversation): Promise<DeskConversation> {
  const names = await namesIn(desk)
  const takenOn = await desk.conversations.takenOn(conversation.id)
  const { id, contact, version, state, openedBy, openedAt, notes, codeFrom } = conversation
  return {
    id,
    contactId: contact,
    version,
    state,
    openedBy: names.get(openedBy) ?? openedBy,
    openedAt: wallMomentOf(openedAt, desk.now()),
    notes,
    referrerCode: codeFrom === null ? null : codeOf(desk.callerKey, codeFrom),
    takenOn: takenOn && { caseId: takenOn.case, worker: names.get(takenOn.worker) ?? takenOn.worker },
  }
}

/**
 * The empty draft of a contact that has no stored conversation yet. It is stored at the first save, or when Connect reports who answered.
 */
export function unwritten(desk: Desk, view: ContactView): Conversation {
  return {
    id: conversationIdOf(view.id),
    contact: view.id,
    region: desk.worker.region,
    openedBy: view.answeredBy ?? desk.worker.id,
    openedAt: desk.now(),
    version: 0,
    state: 'draft',
    notes: emptyNotes(view),
    codeFrom: null,
  }
}

function contactInWords(desk: Desk, view: ContactView): DeskContact['contact'] {
  const { id, channel, referrerType, alias, arrivedAt, state } = view
  const region = openRegion(desk.worker.region)
  const served = region?.municipalities.find((one) => one.nis === view.municipality)
  const known = view.municipality === null ? null : municipalityOf(view.municipality)
  return {
    id,
    channel,
    municipality: known && { ...known, team: region?.teams.find((team) => team.id === served?.team)?.name ?? null },
    referrerType,
    alias,
    arrived: arrivedAt && wallMomentOf(arrivedAt, desk.now()),
    state,
  }
}
