import type { DeskFigures } from '../../../shared/contracts/reports/figures.ts'
import { addDays, type Day, dayOf } from '../../../shared/domain/time/brussels-time.ts'
import type { ContactId } from '../../../shared/domain/ids.ts'
import { lossOf } from '../../../shared/domain/callbacks/promise-loss.ts'
import {
  type ContactDisposition,
  contactDisposition,
  type PromiseDisposition,
  promiseDisposition,
} from '../../../shared/domain/reports/contact-disposition.ts'
import type { Callback } from '../../../shared/storage/callbacks/callback-items.ts'
import { contactFacts, type LineFact } from '../../../shared/domain/reports/line-facts.ts'
import type { Desk } from '../desk/deps.ts'

const daysCounted = 14
const atOnce = 25

/**
 * Counts the contacts and promises of the last 14 days, today included, by how they ended. Computed from the stored facts at each request;
 * only the count of refused starts is stored, because a refused start leaves nothing else.
 */
export async function figures(desk: Desk): Promise<DeskFigures> {
  const to = dayOf(desk.now())
  const from = addDays(to, 1 - daysCounted)
  const ledger = await desk.callbacks.ofRegion(desk.worker.region)
  const cameIn = await whoCameIn(desk, { from, to, ledger })
  const counted = { ...countOf(from, to), refused: await desk.refusedStarts.between(desk.worker.region, from, to) }
  for (let first = 0; first < cameIn.length; first += atOnce) {
    const some = cameIn.slice(first, first + atOnce)
    const became = await Promise.all(some.map((contact) => dispositionOf(desk, contact, ledger)))
    for (const one of became) addContact(counted, one)
  }
  // A referrer who left a number in the widget's form without a chat has no contact and is only in the ledger.
  for (const { entry } of ledger) if (entry.contact === null && isBetween(dayOf(entry.askedAt), from, to)) addContact(counted, 'promised')
  for (const callback of ledger)
    if (callback.entry.consent.mayCall && isBetween(dayOf(callback.entry.lastAskedAt), from, to)) addPromise(counted, callback, desk.now())
  counted.lost = counted.unrecorded + counted.losses.length
  counted.losses.sort((one, other) => other.on.localeCompare(one.on))
  return counted
}

type Window = { from: Day; to: Day; ledger: readonly Callback[] }

// The contacts of the ledger are added because the arrival of a contact may have failed to be stored.
async function whoCameIn(desk: Desk, { from, to, ledger }: Window): Promise<ContactId[]> {
  const listed = await desk.contacts.cameIn(desk.worker.region, from, to)
  const inLedger = ledger.flatMap(({ entry: { contact, askedAt } }) => (contact && isBetween(dayOf(askedAt), from, to) ? [contact] : []))
  return [...new Set([...listed, ...inLedger])]
}

async function dispositionOf(desk: Desk, contact: ContactId, ledger: readonly Callback[]): Promise<ContactDisposition> {
  const facts = await desk.contacts.factsOf(contact)
  const callback = entryOf(contact, facts, ledger)
  const wasPromised = facts.some(({ kind }) => kind === 'callback-promised')
  const left = callback === null && !wasPromised && (await desk.callbacks.hadEntry(contact)) ? 'left' : null
  return contactDisposition(contactFacts(facts), callback?.entry ?? left, desk.now())
}

// A repeated request is added to the referrer's first entry, so the promise fact names the entry. A promise fact without a stored entry
// does not count as promised.
function entryOf(contact: ContactId, facts: readonly LineFact[], ledger: readonly Callback[]): Callback | null {
  const promised = facts.find((fact) => fact.kind === 'callback-promised')
  const own = ledger.filter(({ entry }) => entry.contact === contact)
  return ledger.find(({ entry }) => entry.id === promised?.callback) ?? own[0] ?? null
}

function countOf(from: Day, to: Day): Omit<DeskFigures, 'refused'> {
  const promises = { all: 0, open: 0, done: 0, cameBack: 0, neverCalled: 0, notReached: 0, givenUp: 0 }
  const contacts = { cameIn: 0, reached: 0, promised: 0, heardClosing: 0, leftByThemselves: 0, stillThere: 0, unrecorded: 0 }
  return { from, to, ...contacts, promises, lost: 0, losses: [] }
}

const countOfContact = {
  reached: 'reached',
  promised: 'promised',
  'heard-closing': 'heardClosing',
  'left-by-themselves': 'leftByThemselves',
  'still-there': 'stillThere',
  unrecorded: 'unrecorded',
} as const satisfies Record<ContactDisposition, keyof DeskFigures>

const countOfPromise = {
  open: 'open',
  done: 'done',
  'came-back': 'cameBack',
  'never-called': 'neverCalled',
  'not-reached': 'notReached',
  'given-up': 'givenUp',
} as const satisfies Record<PromiseDisposition, keyof DeskFigures['promises']>

function addContact(counted: DeskFigures, became: ContactDisposition): void {
  counted.cameIn += 1
  counted[countOfContact[became]] += 1
}

// Counted from the ledger itself and not by contact: a promise may also be made to somebody who was reached.
function addPromise(counted: DeskFigures, { entry, numberUntil }: Callback, now: Date): void {
  counted.promises.all += 1
  counted.promises[countOfPromise[promiseDisposition(entry, numberUntil, now)]] += 1
  const loss = lossOf(entry, numberUntil, now)
  if (loss) counted.losses.push({ on: dayOf(loss.at), why: loss.why })
}

function isBetween(day: Day, from: Day, to: Day): boolean {
  return from <= day && day <= to
}
