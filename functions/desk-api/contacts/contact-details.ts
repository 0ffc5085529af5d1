import type { CodeFound, EarlierContact } from '../../../shared/contracts/contacts/earlier-contacts.ts'
import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import { wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { emptyNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { ContactView } from '../../../shared/domain/contacts/contact.ts'
import { type ContactId, conversationIdOf } from '../../../shared/domain/ids.ts'
import { municipalityOf } from '../../../shared/domain/regions/municipalities.ts'
import { readReferrerCode } from '../../../shared/domain/contacts/referrer-code.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversations.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import { codeOf } from './referrer-code.ts'
import { loadContact } from './load-contact.ts'
import { type Desk, namesIn } from '../desk/deps.ts'

// The newest earlier contacts that are answered: a choice of this project, more than a worker can read during a conversation.
const maxEarlier = 20

/**
 * What the desk shows of a contact: its data, the referrer's earlier contacts, and the conversation log. null = no such contact for this
 * worker.
 */
export async function contactDetails(desk: Desk, id: ContactId): Promise<DeskContact | null> {
  const view = await loadContact(desk, id)
  if (!view) return null
  const links = await desk.contacts.linksOf(id)
  const stored = await desk.conversations.conversationOf(conversationIdOf(id))
  return {
    contact: contactInWords(desk, view),
    earlier:
      links.length === 0
        ? null
        : await earlierBy(
            desk,
            links.map((link) => link.referrerKey),
            id,
          ),
    conversation: await deskConversation(desk, stored ?? unwritten(desk, view)),
  }
}

/**
 * Looks up a code that the referrer gives during the conversation and links the contact to it, unless the conversation is already logged.
 * null = no such contact, an invalid code, or a code without an earlier contact in this region; these look the same from outside.
 */
export async function lookUpCode(desk: Desk, id: ContactId, typed: string): Promise<CodeFound | null> {
  const code = readReferrerCode(typed)
  const view = code === null ? null : await loadContact(desk, id)
  if (code === null || view?.region == null || view.channel === null) return null
  const referrerKey = referrerKeyOf(desk.callerKey, { kind: 'code', code })
  const earlier = (await desk.contacts.knowsCode(referrerKey)) ? await earlierBy(desk, [referrerKey], id) : []
  if (earlier.length === 0) return null
  const conversation = await desk.conversations.conversationOf(conversationIdOf(id))
  if (conversation?.state !== 'logged') {
    const { region, channel, arrivedAt } = view
    await desk.contacts.link({ by: 'code', referrerKey, contact: id, region, channel, at: arrivedAt ?? desk.now() })
    // The referrer is being spoken to, so the open call-backs of the same referrer need no call any more.
    await desk.callbacks.closeOfReferrer({ contact: id, region, referrerKeys: [referrerKey], at: desk.now() })
  }
  return { earlier }
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

async function earlierBy(desk: Desk, referrerKeys: string[], present: ContactId): Promise<EarlierContact[]> {
  const found = (await Promise.all(referrerKeys.map((key) => desk.contacts.ofReferrer(key)))).flat()
  const here = found.filter((link) => link.region === desk.worker.region && link.contact !== present)
  const byContact = new Map(here.map((link) => [link.contact, link]))
  const newestFirst = [...byContact.values()].sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, maxEarlier)
  const conversations = await desk.conversations.conversationsOf(newestFirst.map((link) => conversationIdOf(link.contact)))
  return newestFirst.map((link) => {
    const conversation = conversations.find((one) => one.contact === link.contact)
    const outcome = conversation?.state === 'logged' ? conversation.notes.outcome : null
    return { conversationId: conversationIdOf(link.contact), at: wallMomentOf(link.at, desk.now()), channel: link.channel, outcome }
  })
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
