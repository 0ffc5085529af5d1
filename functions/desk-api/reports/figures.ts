import type { DeskFigures } from '../../../shared/contracts/reports/figures.ts'
import { addDays, type Day, dayOf } from '../../../shared/domain/time/brussels-time.ts'
import type { ContactId } from '../../../shared/domain/ids.ts'
import { promiseDisposition, type ContactDisposition, contactDisposition } from '../../../shared/domain/reports/contact-disposition.ts'
import type { Callback } from '../../../shared/storage/callbacks/callback-items.ts'
import { hasNumber } from '../../../shared/storage/callbacks/callbacks.ts'
import { contactFacts, type LineFact } from '../../../shared/domain/reports/line-facts.ts'
import type { Desk } from '../desk/deps.ts'

const daysCounted = 14
const atOnce = 25

/**
 * Counts the contacts of the last 14 days, today included, by how they ended. Computed from the stored facts at each request; no count is
 * stored.
 */
export async function figures(desk: Desk): Promise<DeskFigures> {
  const to = dayOf(desk.now())
  const from = addDays(to, 1 - daysCounted)
  const ledger = await desk.callbacks.ofRegion(desk.worker.region)
  const cameIn = await whoCameIn(desk, { from, to, ledger })
  const counted = countOf(from, to)
  for (let first = 0; first < cameIn.length; first += atOnce) {
    const some = cameIn.slice(first, first + atOnce)
    const became = await Promise.all(some.map((contact) => dispositionOf(desk, contact, ledger)))
    for (const one of became) add(desk, counted, one)
  }
  // A referrer who left a number in the widget's form without a chat has no contact and is only in the ledger.
  for (const callback of ledger.filter(({ entry }) => entry.contact === null && isBetween(dayOf(entry.askedAt), from, to)))
    add(desk, counted, { became: 'promised', callback })
  return counted
}

type Dispositions = { became: ContactDisposition; callback: Callback | null }
type Window = { from: Day; to: Day; ledger: readonly Callback[] }

// The contacts of the ledger are added because the arrival of a contact may have failed to be stored.
async function whoCameIn(desk: Desk, { from, to, ledger }: Window): Promise<ContactId[]> {
  const listed = await desk.contacts.cameIn(desk.worker.region, from, to)
  const inLedger = ledger.flatMap(({ entry: { contact, askedAt } }) => (contact && isBetween(dayOf(askedAt), from, to) ? [contact] : []))
  return [...new Set([...listed, ...inLedger])]
}

async function dispositionOf(desk: Desk, contact: ContactId, ledger: readonly Callback[]): Promise<Dispositions> {
  const facts = await desk.contacts.factsOf(contact)
  const callback = entryOf(contact, facts, ledger)
  return { became: contactDisposition(contactFacts(facts), callback?.entry ?? null, desk.now()), callback }
}

// A repeated request is added to the referrer's first entry, so the promise fact names the entry. A promise fact without a stored entry
// does not count as promised.
function entryOf(contact: ContactId, facts: readonly LineFact[], ledger: readonly Callback[]): Callback | null {
  const promised = facts.find((fact) => fact.kind === 'callback-promised')
  const own = ledger.filter(({ entry }) => entry.contact === contact)
  return ledger.find(({ entry }) => entry.id === promised?.callback) ?? own[0] ?? null
}

function countOf(from: Day, to: Day): DeskFigures {
  const promised = { all: 0, open: 0, done: 0, notReached: 0, cameBack: 0, broken: 0 }
  return { from, to, cameIn: 0, reached: 0, promised, heardClosing: 0, leftByThemselves: 0, stillThere: 0, lost: 0 }
}

function add(desk: Desk, counted: DeskFigures, { became, callback }: Dispositions): void {
  counted.cameIn += 1
  if (became === 'reached') counted.reached += 1
  if (became === 'heard-closing') counted.heardClosing += 1
  if (became === 'left-by-themselves') counted.leftByThemselves += 1
  if (became === 'still-there') counted.stillThere += 1
  if (became === 'lost') counted.lost += 1
  if (became !== 'promised' || callback === null) return
  counted.promised.all += 1
  counted.promised[promiseDisposition(callback.entry, hasNumber(callback, desk.now()))] += 1
}

function isBetween(day: Day, from: Day, to: Day): boolean {
  return from <= day && day <= to
}
