import { people } from '../../../infra/local/people/people.ts'
import type { LineContact } from '../../../infra/local/connect/model/exchange.ts'
import type { OutboxMessage } from '../../../infra/local/aws/sns.ts'
import { Afterwards } from '../../../infra/scenarios/scenario.ts'
import { clockOf, dayOf } from '../../../shared/domain/time/brussels-time.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import { openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { contactDisposition } from '../../../shared/domain/reports/contact-disposition.ts'
import { openCallbacks } from '../../../shared/storage/callbacks/callbacks.ts'
import { openContacts } from '../../../shared/storage/contacts/contacts.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import { callbackNumberKey } from '../../../shared/storage/callbacks/keys.ts'
import { getItem, type Item } from '../../../shared/storage/table/table.ts'
import { itemsIn, type StoryLine } from './scenario-line.ts'

/** A running line with its table. */
export type LineThere = Pick<StoryLine, 'localLine' | 'table'>

/** The name, in the scenario, of the person whose contact this is; found by its number or its id. */
export type WhoIs = (contact: Pick<LineContact, 'id' | 'initialContactId' | 'customerNumber'>) => string

/** The state of the line in the terms of a scenario. What a scenario has no term for is listed under `strange`. */
export async function afterwards(line: LineThere, whoIs: WhoIs): Promise<Afterwards & { strange: string[] }> {
  const items = await itemsIn(line.table)
  const ledger = await ledgerOf(line)
  const contacts = await contactsOf(line, whoIs, ledger)
  const notices = noticesIn(items)
  const told = Afterwards.parse({ contacts, ledger: ledger.map(({ row }) => row), notices, errors: errorsIn(line.localLine.lines) })
  return { ...sorted(told), strange: [...strangeItems(items), ...strangeMessages(line, items), ...buried(line)] }
}

/** The same lists in a fixed order, so that the order in a scenario file does not matter. */
export function sorted(told: Afterwards): Afterwards {
  const inOrder = <Row>(rows: readonly Row[]): Row[] =>
    rows.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
  const { contacts, ledger, notices, errors } = told
  return { contacts: inOrder(contacts), ledger: inOrder(ledger), notices: inOrder(notices), errors: inOrder(errors) }
}

/** The same state, with `some` as the number of notices where the scenario gives `some`. */
export function inWordsOf<There extends Afterwards>(there: There, { notices }: Afterwards): There {
  const isSome = (row: Afterwards['notices'][number]) =>
    notices.some(({ kind, to, times }) => kind === row.kind && to === row.to && times === 'some')
  const told = there.notices.map((row) => (isSome(row) ? { ...row, times: 'some' as const } : row))
  return { ...there, notices: told }
}

type Entry = {
  contact: string | null
  row: unknown
  entry: Awaited<ReturnType<ReturnType<typeof openCallbacks>['ofRegion']>>[number]['entry']
}

async function ledgerOf({ table }: LineThere): Promise<Entry[]> {
  const callbacks = openCallbacks(table)
  const inRegion = async (id: string) => [
    ...(await callbacks.ofRegion(id)),
    ...(await callbacks.unasked(id, { limit: 1000, older: null })).callbacks,
  ]
  const entries = (await Promise.all(openRegions(regions).map(({ id }) => inRegion(id)))).flat()
  return Promise.all(
    entries.map(async ({ entry }) => {
      const numberItem = await getItem(table, callbackNumberKey(entry.id))
      const { reason, state, consent, promise, contact } = entry
      const { mayCall, othersMayAnswer } = consent
      const by = promise && `${dayOf(promise.by)} ${clockOf(promise.by)}`
      return { contact, entry, row: { reason, mayCall, othersMayAnswer, state, by, number: numberItem?.['number'] ?? null } }
    }),
  )
}

const endedBy: Record<string, string> = {
  CUSTOMER_DISCONNECT: 'referrer',
  AGENT_DISCONNECT: 'worker',
  CONTACT_FLOW_DISCONNECT: 'line',
  API: 'form',
}

async function contactsOf({ localLine, table }: LineThere, whoIs: WhoIs, ledger: readonly Entry[]): Promise<unknown[]> {
  const kinds = ['connect-contact', 'connect-past-contact']
  const records = kinds.flatMap((kind) => localLine.keyValues.all(kind).map(({ value }) => value as LineContact))
  return Promise.all(
    records.map(async (record) => {
      const id = contactIdOf(record.id)
      const facts = contactFacts(await openContacts(table).factsOf(id))
      const entry = ledger.find(({ contact }) => contact === id)?.entry ?? ((await openCallbacks(table).hadEntry(id)) ? 'left' : null)
      return {
        who: whoIs(record),
        became: contactDisposition(facts, entry, localLine.clock.now()),
        answeredBy: record.agent?.connectedAt ? record.agent.username : null,
        endedBy: endedBy[record.disconnectReason ?? ''] ?? record.disconnectReason ?? record.state,
      }
    }),
  )
}

function noticesIn(items: readonly Item[]): unknown[] {
  const raised = items.filter(({ pk, sk }) => pk === 'notices#due' || (String(pk).startsWith('notice#') && sk === 'sent'))
  const counted = new Map<string, { kind: string; to: string; times: number }>()
  for (const { kind, worker } of raised) {
    const to = usernameOf(worker)
    const row = counted.get(`${kind} ${to}`) ?? { kind: String(kind), to, times: 0 }
    counted.set(`${kind} ${to}`, { ...row, times: row.times + 1 })
  }
  return [...counted.values()]
}

function usernameOf(worker: unknown): string {
  return people.find((person) => person.worker === worker)?.username ?? String(worker)
}

// On a busy machine a write can miss its short deadline. The queue then delivers the event again; one that is never recorded is found among
// the dead letters.
const redelivered = 'record-contact TimeoutError'

/** The errors that the functions and the local line logged, one for each log line. */
function errorsIn(lines: readonly string[]): string[] {
  const requests = lines.map((line) => /^(\S+): (\{.*\})$/.exec(line))
  const named = requests.flatMap((request) => {
    const errorName: unknown = request ? JSON.parse(request[2] ?? '{}').errorName : null
    return request && typeof errorName === 'string' ? [`${request[1]} ${errorName}`] : []
  })
  // A function that throws logs its own line and the runtime then logs the error; the second one counts only without the first.
  const complained = new Set(named.map((one) => one.split(' ')[0]))
  const others = lines.filter((line, place) => requests[place] === null && !complained.has(line.split(': ')[0]))
  return [...named.filter((one) => one !== redelivered), ...others]
}

const lateMilliseconds = 70_000
const knownGroups = /^(contact|callbacks?|conversation|referrer|notices?|worker|agent|subject|quota|region|unasked|starts|start-ticket)#/

function strangeItems(items: readonly Item[]): string[] {
  return items.map(({ pk, sk }) => `${String(pk)} ${String(sk)}`).filter((key) => !knownGroups.test(key))
}

/** Each sent message must match a raised notice for the same person. A raised notice is sent within the next minute. */
function strangeMessages({ localLine }: LineThere, items: readonly Item[]): string[] {
  const left = new Map<string, number>()
  const count = (to: string, by: number) => left.set(to, (left.get(to) ?? 0) + by)
  for (const { worker, sk } of items) if (sk === 'sent') count(usernameOf(worker), 1)
  for (const { value } of localLine.keyValues.all('outbox')) {
    const { attributes, message } = value as OutboxMessage
    count((attributes['to'] ?? '').split('@')[0] ?? '', -message.split('\n').length)
  }
  const uneven = [...left].filter(([, more]) => more !== 0).map(([to, more]) => `${more} more sent than left to ${to}`)
  const now = localLine.clock.now().getTime()
  const late = items.filter(({ pk, at }) => pk === 'notices#due' && now - Date.parse(String(at)) > lateMilliseconds)
  return [...uneven, ...late.map(({ kind, worker }) => `${String(kind)} to ${usernameOf(worker)} lies there`)]
}

function buried({ localLine }: LineThere): string[] {
  return localLine.bus.deadLetters().map(({ letter }) => `a dead letter: ${letter.reason}`)
}
