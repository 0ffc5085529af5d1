import type { DraftSaved, LogConversation, Logged, SaveDraft } from '../../../shared/contracts/conversations/conversations.ts'
import { dayOf, wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { missingNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { ContactId, ConversationId } from '../../../shared/domain/ids.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import type { Saved } from '../../../shared/storage/conversations/conversations.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversation-items.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import { deskConversation, unwritten } from '../contacts/contact-details.ts'
import { codeOf } from '../contacts/referrer-code.ts'
import { loadContact } from '../contacts/load-contact.ts'
import type { Desk } from '../desk/deps.ts'
import { promisedCall } from './promised-call.ts'

/**
 * Saves a draft if nobody saved a newer version since the one that the worker edited. Otherwise the newer version is returned and nothing
 * is written, so that the desk can show both texts. null = no such conversation for this worker.
 */
export async function saveDraft(desk: Desk, id: ConversationId, draft: SaveDraft): Promise<DraftSaved | null> {
  const conversation = await conversationHere(desk, id)
  if (!conversation) return null
  const saved = await desk.conversations.saveDraft({ id, ...draft })
  if (saved.kind === 'saved') return { ...saved, savedAt: wallMomentOf(desk.now(), desk.now()) }
  return refusedSave(desk, saved)
}

/**
 * Logs a conversation, after which it cannot change. The answer holds the referrer's code, with which a next contact of the same referrer
 * can be linked to this one. What its outcome promises is created with it, or nothing is logged. null = no such conversation for this worker.
 */
export async function logConversation(desk: Desk, id: ConversationId, draft: LogConversation): Promise<Logged | null> {
  const conversation = await conversationHere(desk, id)
  if (!conversation) return null
  if (conversation.state === 'logged') return { kind: 'already-logged' }
  const { version, notes } = draft
  const { outcome } = notes
  const view = await loadContact(desk, conversation.contact)
  const { missing: missingCall, promised } = await promisedCall(desk, draft, { conversation, view })
  const missing = [...missingNotes(notes, dayOf(desk.now())), ...missingCall]
  if (missing.length > 0 || outcome === null) return { kind: 'incomplete', missing }

  const { contact, region, openedAt } = conversation
  const codeFrom = await firstConversationOf(desk, conversation)
  const code = codeOf(desk.callerKey, codeFrom)
  const referrerKey = referrerKeyOf(desk.callerKey, { kind: 'code', code })
  const at = view?.arrivedAt ?? openedAt
  const saved = await desk.conversations.log({
    id,
    version,
    notes,
    outcome,
    promised,
    worker: desk.worker.id,
    at: desk.now(),
    codeFrom,
    link: { by: 'code', referrerKey, contact, region, channel: view?.channel ?? 'phone', at },
  })
  return saved.kind === 'saved' ? { kind: 'logged', version: saved.version, referrerCode: code } : refusedSave(desk, saved)
}

/** The conversation, created as an empty draft if it does not exist yet; null when its contact is not in this worker's region. */
async function conversationHere(desk: Desk, id: ConversationId): Promise<Conversation | null> {
  const stored = await desk.conversations.conversationOf(id)
  if (stored) return stored.region === desk.worker.region ? stored : null
  const view = await loadContact(desk, contactOf(id))
  if (!view) return null
  return desk.conversations.open(unwritten(desk, view))
}

// A referrer who gave a code keeps that code, and a code is derived from the first conversation that it was given out for.
async function firstConversationOf(desk: Desk, conversation: Conversation): Promise<ConversationId> {
  const byCode = (await desk.contacts.linksOf(conversation.contact)).find((link) => link.by === 'code')
  const first = byCode && (await desk.conversations.firstWithCode(byCode.referrerKey))
  return first ?? conversation.id
}

type NotSaved = Exclude<Saved, { kind: 'saved' }>
type SaveRefused = Extract<DraftSaved, { kind: 'stale' | 'already-logged' }>

async function refusedSave(desk: Desk, saved: NotSaved): Promise<SaveRefused | null> {
  if (saved.kind === 'not-found') return null
  return saved.kind === 'stale' ? { kind: 'stale', newer: await deskConversation(desk, saved.newer) } : saved
}

function contactOf(id: ConversationId): ContactId {
  return contactIdOf(id.slice('conversation_'.length))
}
