import type {
  AttemptNoted,
  CallbackClaimed,
  CallbackDialled,
  CallbackNumber,
  CallbackSeen,
  CallbackUndone,
  DeskCallbacks,
  Dialled,
  NoteAttempt,
  OlderAsked,
  OlderUnasked,
} from '../../../shared/contracts/callbacks/callbacks.ts'
import { type CallbackId, contactIdOf, type WorkerId } from '../../../shared/domain/ids.ts'
import { writtenNumber } from '../../../shared/numbers/callable-number.ts'
import type { Callback } from '../../../shared/storage/callbacks/callback-items.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { foldContact } from '../../../shared/domain/contacts/contact.ts'
import { type Desk, namesIn } from '../desk/deps.ts'
import { aroundOf, deskCallback, inWords } from './callback-in-words.ts'

// Strangers make the list of those who left grow, one entry for each interrupted chat. It is stored apart and shown a page at a time, so
// that it never hides the promises.
const maxShown = 100

/**
 * The call-back ledger of the region. `open`: all entries that we may call, by the end of the promised time, those without a time last;
 * then the newest entries of contacts that asked for no call. `closed`: the newest closed ones. `more`: what was left out of each.
 */
export async function ledger(desk: Desk): Promise<DeskCallbacks> {
  const around = await aroundOf(desk)
  const { region } = desk.worker
  const page = { limit: maxShown, older: null }
  const [all, left] = await Promise.all([desk.callbacks.ofRegion(region), desk.callbacks.unasked(region, page)])
  const shown = (callbacks: Callback[]) => callbacks.map((callback) => inWords(desk, callback, around))
  const open = all.filter(({ entry }) => entry.state === 'open')
  const promised = open.filter(({ entry }) => entry.consent.mayCall).sort((one, other) => compare(urgencyOf(one), urgencyOf(other)))
  const closed = all.filter(({ entry }) => entry.state !== 'open').sort((one, other) => closedAt(other) - closedAt(one))
  return {
    open: shown([...promised, ...left.callbacks]),
    closed: shown(closed.slice(0, maxShown)),
    more: { open: left.older, closed: Math.max(0, closed.length - maxShown) },
    workers: (await desk.workers.inRegion(desk.worker.region))
      .filter(({ role }) => role === 'worker')
      .map(({ id, name }) => ({ id, name })),
  }
}

/** The next entries of those who left and asked for nothing, after the oldest one that the desk shows. */
export async function olderUnasked(desk: Desk, { older }: OlderAsked): Promise<OlderUnasked> {
  const around = await aroundOf(desk)
  const page = await desk.callbacks.unasked(desk.worker.region, { limit: maxShown, older })
  return { open: page.callbacks.map((callback) => inWords(desk, callback, around)), more: page.older }
}

/** Makes the signed-in worker the owner of an entry; null when the region has no such entry. */
export async function claim(desk: Desk, id: CallbackId): Promise<CallbackClaimed | null> {
  return claimed(desk, await desk.callbacks.claim(refOf(desk, id), desk.worker.id))
}

/** Takes the owner off an entry: a worker their own, a coordinator anybody's. null = no such entry in the region. */
export async function release(desk: Desk, id: CallbackId): Promise<CallbackClaimed | null> {
  const { role, id: worker } = desk.worker
  return claimed(desk, await desk.callbacks.release(refOf(desk, id), role === 'coordinator' ? role : worker))
}

/** The telephone number of an entry, only for its owner. The desk asks for it just before the call. */
export async function numberOf(desk: Desk, id: CallbackId): Promise<CallbackNumber | null> {
  const asked = await desk.callbacks.numberOf(refOf(desk, id), desk.worker.id)
  if (asked?.kind !== 'number') return asked
  return { kind: 'number', number: asked.number, written: writtenNumber(asked.number) }
}

/**
 * Links an outbound call to the entry that it answers, so that the desk shows the referrer's data and earlier contacts during the call. Its
 * arrival is recorded with the source `desk`, so that the figures do not count it as an incoming contact.
 */
export async function dialled(desk: Desk, id: CallbackId, call: Dialled): Promise<CallbackDialled | null> {
  const { region } = desk.worker
  const asked = await desk.callbacks.keysOf(refOf(desk, id), desk.worker.id)
  const callback = await desk.callbacks.entryOf(refOf(desk, id))
  if (!asked || !callback) return null
  if (asked.kind !== 'known') return { kind: asked.kind === 'erased' ? 'closed' : asked.kind }
  const contact = contactIdOf(call.contactId)
  const facts = contactFacts(await desk.contacts.factsOf(contact))
  const known = foldContact(contact, facts)
  // Only a call of this region that we started: a contact with any other fact came in by itself and must not be linked to this entry.
  if ((known.region !== null && known.region !== region) || facts.some((fact) => fact.kind !== 'contact-arrived')) return null
  const { alias, referrerType, municipality } = callback.entry
  const at = desk.now()
  await desk.contacts.recordFacts(
    contact,
    [{ kind: 'contact-arrived', at, channel: 'phone', region, municipality, referrerType, alias }],
    'desk',
  )
  await desk.contacts.link({ by: 'number', referrerKey: asked.numberKey, contact, region, channel: 'phone', at })
  // The call is to whoever asked for it, so the desk asks nothing about this promise and shows the contact that asked as certain.
  const ours = { same: true, by: 'call', worker: desk.worker.id, at } as const
  await desk.contacts.saySame(contact, { ...ours, about: id })
  if (callback.entry.contact) await desk.contacts.saySame(contact, { ...ours, about: callback.entry.contact })
  return { kind: 'dialled' }
}

/** Records how a call to the entry ended. When the referrer was reached, the other open entries of the same referrer are closed too. */
export async function noteAttempt(desk: Desk, id: CallbackId, { result }: NoteAttempt): Promise<AttemptNoted | null> {
  const [ref, at] = [refOf(desk, id), desk.now()]
  // Read before the attempt is saved: closing the entry erases its number and the keys that find the referrer's other entries.
  const known = await desk.callbacks.keysOf(ref, desk.worker.id)
  const stepped = await desk.callbacks.attempt(ref, { at, worker: desk.worker.id, result })
  if (!stepped) return null
  const { outcome, callback } = stepped
  if (known?.kind === 'known' && callback.entry.state === 'done') {
    const { referrerKeys } = known
    await desk.callbacks.closeOfReferrer({ contact: null, region: ref.region, referrerKeys, at })
  }
  return outcome.kind === 'noted' ? { kind: 'noted', callback: await deskCallback(desk, callback) } : outcome
}

/** Undoes the signed-in worker's last attempt. null = no such entry in the region. */
export async function undo(desk: Desk, id: CallbackId): Promise<CallbackUndone | null> {
  const stepped = await desk.callbacks.undo(refOf(desk, id), desk.worker.id)
  if (!stepped) return null
  const { outcome, callback } = stepped
  return outcome.kind === 'undone' ? { kind: 'undone', callback: await deskCallback(desk, callback) } : outcome
}

/** Closes an entry that asked for no call. */
export async function markSeen(desk: Desk, id: CallbackId): Promise<CallbackSeen | null> {
  const stepped = await desk.callbacks.seen(refOf(desk, id), { worker: desk.worker.id, at: desk.now() })
  if (!stepped) return null
  const { outcome, callback } = stepped
  if (outcome.kind === 'claimed-by-other') return { kind: outcome.kind, worker: await nameOf(desk, outcome.owner) }
  return outcome.kind === 'seen' ? { kind: 'seen', callback: await deskCallback(desk, callback) } : outcome
}

async function claimed(desk: Desk, stepped: Awaited<ReturnType<Desk['callbacks']['claim']>>): Promise<CallbackClaimed | null> {
  if (!stepped) return null
  const { outcome, callback } = stepped
  if (outcome.kind === 'closed') return outcome
  if (outcome.kind === 'claimed-by-other') return { kind: outcome.kind, worker: await nameOf(desk, outcome.owner) }
  return { kind: outcome.kind, callback: await deskCallback(desk, callback) }
}

async function nameOf(desk: Desk, worker: WorkerId): Promise<string> {
  return (await namesIn(desk)).get(worker) ?? worker
}

function refOf(desk: Desk, id: CallbackId) {
  return { region: desk.worker.region, id }
}

// Sort key: entries with a promised time first, by its end; then those without one, by when they were asked.
function urgencyOf({ entry }: Callback): number[] {
  const { promise, askedAt } = entry
  return [promise !== null ? 0 : 1, promise?.by.getTime() ?? 0, askedAt.getTime()]
}

function compare(one: number[], other: number[]): number {
  const differsAt = one.findIndex((value, index) => value !== other[index])
  return differsAt < 0 ? 0 : (one[differsAt] ?? 0) - (other[differsAt] ?? 0)
}

function closedAt({ entry }: Callback): number {
  return entry.closedAt?.getTime() ?? 0
}
