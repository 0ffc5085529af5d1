import type { DraftSaved, Logged, SaveDraft } from '../../../shared/contracts/conversations/conversations.ts'
import { dayOf, wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { missingNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { ContactId, ConversationId } from '../../../shared/domain/ids.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import type { Conversation, Saved } from '../../../shared/storage/conversations/conversations.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import { deskConversation, unwritten } from '../contacts/contact-details.ts'
import { codeOf } from '../contacts/referrer-code.ts'
import { loadContact } from '../contacts/load-contact.ts'
import type { Desk } from '../desk/deps.ts'

/** Saves what a worker typed so far, on the version she saw; a newer one comes back beside hers, so that no words are lost. */
export async function saveDraft(desk: Desk, id: ConversationId, draft: SaveDraft): Promise<DraftSaved | null> {
  const conversation = await conversationHere(desk, id)
  if (!conversation) return null
  const saved = await desk.conversations.saveDraft({ id, ...draft })
  if (saved.kind === 'saved') return { ...saved, savedAt: wallMomentOf(desk.now(), desk.now()) }
  return refusedSave(desk, saved)
}

/** Logs a conversation, once: from then on it stays as it is, and the referrer gets a code by which she is known next time. */
export async function logConversation(desk: Desk, id: ConversationId, draft: SaveDraft): Promise<Logged | null> {
  const conversation = await conversationHere(desk, id)
  if (!conversation) return null
  if (conversation.state === 'logged') return { kind: 'already-logged' }
  const missing = missingNotes(draft.notes, dayOf(desk.now()))
  const { outcome } = draft.notes
  if (missing.length > 0 || outcome === null) return { kind: 'incomplete', missing }

  const { contact, region, openedAt } = conversation
  const view = await loadContact(desk, contact)
  const codeFrom = await firstConversationOf(desk, conversation)
  const code = codeOf(desk.callerKey, codeFrom)
  const referrerKey = referrerKeyOf(desk.callerKey, { kind: 'code', code })
  const at = view?.arrivedAt ?? openedAt
  const saved = await desk.conversations.log({
    id,
    ...draft,
    outcome,
    worker: desk.worker.id,
    at: desk.now(),
    codeFrom,
    link: { by: 'code', referrerKey, contact, region, channel: view?.channel ?? 'phone', at },
  })
  return saved.kind === 'saved' ? { kind: 'logged', version: saved.version, referrerCode: code } : refusedSave(desk, saved)
}

/** A conversation of this worker's region, opened if nobody wrote in it yet; null when there is no such contact for her. */
async function conversationHere(desk: Desk, id: ConversationId): Promise<Conversation | null> {
  const stored = await desk.conversations.conversationOf(id)
  if (stored) return stored.region === desk.worker.region ? stored : null
  const view = await loadContact(desk, contactOf(id))
  if (!view) return null
  return desk.conversations.open(unwritten(desk, view))
}

// A referrer who gave her code keeps it; her first conversation made it.
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
