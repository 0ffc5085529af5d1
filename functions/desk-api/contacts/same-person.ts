import type {
  CodeFound,
  EarlierContact,
  PromiseToAskAbout,
  SameNoted,
  SaySame,
} from '../../../shared/contracts/contacts/earlier-contacts.ts'
import { mayConcern } from '../../../shared/domain/callbacks/settling.ts'
import { type Channel, foldContact } from '../../../shared/domain/contacts/contact.ts'
import { identifies } from '../../../shared/domain/contacts/recognition.ts'
import { readReferrerCode } from '../../../shared/domain/contacts/referrer-code.ts'
import { CallbackId, type ContactId, contactIdOf, conversationIdOf } from '../../../shared/domain/ids.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import type { ReferrerLink } from '../../../shared/storage/contacts/referrer-links.ts'
import type { SaidSame } from '../../../shared/storage/contacts/same-person.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import type { Desk } from '../desk/deps.ts'
import { loadContact } from './load-contact.ts'

// The newest earlier contacts that are answered: a choice of this project, more than a worker can read during a conversation.
const maxEarlier = 20

type Referrer = { earlier: EarlierContact[] | null; promises: PromiseToAskAbout[] }

/**
 * What is known of the referrer of a contact: the earlier contacts, certain by code, session or a worker's word and only possible by number;
 * and the promises to the same number about which the worker is asked. `earlier` is null when neither a code nor a number is known.
 */
export async function referrerOf(desk: Desk, contact: ContactId): Promise<Referrer> {
  const [links, said] = await Promise.all([desk.contacts.linksOf(contact), desk.contacts.saidOf(contact)])
  const earlier = await earlierOf(desk, contact, { links, said })
  const isKnown = links.some(({ by }) => by !== 'session') || earlier.length > 0
  return { earlier: isKnown ? earlier : null, promises: await promisesToAskAbout(desk, contact, { links, said }) }
}

/**
 * Looks up a code that the referrer gives during the conversation and links the contact to it, unless the conversation is already logged.
 * null = no such contact, an invalid code, or a code without an earlier contact in this region; these look the same from outside.
 */
export async function lookUpCode(desk: Desk, id: ContactId, typed: string): Promise<CodeFound | null> {
  const code = readReferrerCode(typed)
  const view = code === null ? null : await loadContact(desk, id)
  if (code === null || view?.region == null || view.channel === null) return null
  const { region, channel, arrivedAt } = view
  const referrerKey = referrerKeyOf(desk.callerKey, { kind: 'code', code })
  const link = { by: 'code', referrerKey, contact: id, region, channel, at: arrivedAt ?? desk.now() } as const
  const found = (await desk.contacts.knowsCode(referrerKey)) ? await earlierOf(desk, id, { links: [link], said: [] }) : []
  if (found.length === 0) return null
  const conversation = await desk.conversations.conversationOf(conversationIdOf(id))
  if (conversation?.state === 'logged') return { earlier: found }
  await desk.contacts.link(link)
  await settle(desk, id, [referrerKey])
  return { earlier: (await referrerOf(desk, id)).earlier ?? found }
}

/**
 * Records the worker's answer whether a promise or an earlier contact is of the person in this contact. A yes settles the promise as of the
 * moment the talk was answered. null = no such contact, or nothing to ask about it.
 */
export async function saySame(desk: Desk, id: ContactId, { about, same }: SaySame): Promise<SameNoted | null> {
  if (!(await loadContact(desk, id))) return null
  const callback = CallbackId.safeParse(about)
  const subject = callback.success ? callback.data : contactIdOf(about.slice('conversation_'.length))
  const [known, said] = await Promise.all([referrerOf(desk, id), desk.contacts.saidOf(id)])
  const isAsked = [...known.promises.map((one) => one.id), ...(known.earlier ?? []).map((one) => one.conversationId)].some(
    (one) => one === about,
  )
  if (!isAsked && !said.some((one) => one.about === subject)) return null
  const word = { same, by: 'word', worker: desk.worker.id, at: desk.now() } as const
  await desk.contacts.saySame(id, { ...word, about: subject })
  if (callback.success && same) {
    const entry = (await desk.callbacks.entryOf({ region: desk.worker.region, id: callback.data }))?.entry
    if (entry?.contact) await desk.contacts.saySame(id, { ...word, about: entry.contact })
    await settle(desk, id, [])
  }
  return { kind: 'noted', ...(await referrerOf(desk, id)) }
}

// Settled as of the moment the talk was answered, so that what was promised later stays. When no event told of the answer yet, that event
// settles it: the link or the word is written before the facts are read here, and the facts before those are read there.
async function settle(desk: Desk, contact: ContactId, referrerKeys: readonly string[]): Promise<void> {
  const at = await talkedAt(desk, contact)
  if (at !== null) await desk.callbacks.closeOfReferrer({ contact, region: desk.worker.region, referrerKeys, at })
}

// The last answer counts: a contact that was passed on was answered again. Of a call that we made no event tells.
async function talkedAt(desk: Desk, contact: ContactId): Promise<Date | null> {
  const [facts, said] = await Promise.all([desk.contacts.factsOf(contact), desk.contacts.saidOf(contact)])
  const answered = facts.findLast(({ kind }) => kind === 'contact-answered')
  return answered?.at ?? said.find(({ by }) => by === 'call')?.at ?? null
}

type Known = { links: readonly ReferrerLink[]; said: readonly SaidSame[] }
type Found = { contact: ContactId; at: Date; channel: Channel | null; sure: boolean }

async function earlierOf(desk: Desk, present: ContactId, { links, said }: Known): Promise<EarlierContact[]> {
  const isDenied = (contact: ContactId) => said.some(({ about, same }) => about === contact && !same)
  const byLink = await Promise.all(
    links.map(async ({ by, referrerKey }) =>
      (await desk.contacts.ofReferrer(referrerKey))
        .filter(({ region, contact }) => region === desk.worker.region && contact !== present && !isDenied(contact))
        .map(({ contact, at, channel }): Found => ({ contact, at, channel, sure: identifies(by) })),
    ),
  )
  const found = [...byLink.flat(), ...(await saidToBeTheSame(desk, said))]
  // The certain ones last: of two ways to the same contact they replace the other.
  const byContact = new Map(found.toSorted((one, other) => Number(one.sure) - Number(other.sure)).map((one) => [one.contact, one]))
  const newestFirst = [...byContact.values()].sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, maxEarlier)
  const conversations = await desk.conversations.conversationsOf(newestFirst.map(({ contact }) => conversationIdOf(contact)))
  return newestFirst.map(({ contact, at, channel, sure }) => {
    const conversation = conversations.find((one) => one.contact === contact)
    const outcome = sure && conversation?.state === 'logged' ? conversation.notes.outcome : null
    return { conversationId: conversationIdOf(contact), sure, at: wallMomentOf(at, desk.now()), channel, outcome }
  })
}

async function saidToBeTheSame(desk: Desk, said: readonly SaidSame[]): Promise<Found[]> {
  const contacts = said.flatMap(({ about, same }) => (same && !CallbackId.safeParse(about).success ? [about as ContactId] : []))
  const views = await Promise.all(contacts.map(async (one) => foldContact(one, contactFacts(await desk.contacts.factsOf(one)))))
  return views.flatMap(({ id, region, channel, arrivedAt }) =>
    region === desk.worker.region && arrivedAt ? [{ contact: id, at: arrivedAt, channel, sure: true }] : [],
  )
}

async function promisesToAskAbout(desk: Desk, contact: ContactId, { links, said }: Known): Promise<PromiseToAskAbout[]> {
  const numbers = links.filter(({ by }) => !identifies(by)).map(({ referrerKey }) => referrerKey)
  if (numbers.length === 0) return []
  const { region } = desk.worker
  const entries = (await Promise.all(numbers.map((numberKey) => desk.callbacks.promisesFor({ region, numberKey })))).flat()
  const talk = { contact, talkedAt: (await talkedAt(desk, contact)) ?? desk.now() }
  return entries
    .filter((entry) => mayConcern(entry, talk) && !said.some(({ about }) => about === entry.id))
    .map(({ id, askedAt, channel, referrerType, alias }) => ({
      id,
      asked: wallMomentOf(askedAt, desk.now()),
      channel,
      referrerType,
      alias,
    }))
}
