import { readFileSync } from 'node:fs'
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactIdOf, conversationIdOf } from '../../../shared/domain/ids.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import type { Item } from '../../../shared/storage/table/table.ts'
import { at } from '../../support/time/at.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { noor } from '../../support/people/people.ts'

// Items as the code of November 2026 wrote them. They are never changed: the code must go on reading them. What newer code could write is
// derived from them: fields that we do not know, at any depth, and kinds that we do not know, beside those that we know.

const golden: Item[] = JSON.parse(readFileSync(new URL('./as-of-2026-11.json', import.meta.url), 'utf8'))
const region = 'limburg-oost'
const contact = contactIdOf('5a7e0c1b-2d3f-4e5a-9b6c-7d8e9f0a1b2c')
const now = () => at('2026-11-24 10:30')

/** Every list that the stores give, and what stands in it. */
const lists: Record<string, (stores: Stores) => Promise<readonly unknown[]>> = {
  callbacks: (stores) => stores.callbacks.ofRegion(region),
  facts: (stores) => stores.contacts.factsOf(contact),
  arrivals: (stores) => stores.contacts.cameIn(region, '2026-11-24', '2026-11-24'),
  links: (stores) => stores.contacts.linksOf(contact),
  'contacts of a referrer': (stores) => stores.contacts.ofReferrer('hash-of-golden'),
  unfinished: (stores) => stores.unfinished.unfinishedIn(region, '', 100),
  workers: (stores) => stores.workers.inRegion(region),
  notices: (stores) => stores.notices.due(),
  'to finish': (stores) => stores.conversations.toFinish(noor),
  conversations: (stores) => stores.conversations.conversationsOf([conversationIdOf(contact)]),
  swaps: (stores) => stores.swaps.openSwaps(region),
  cases: (stores) => stores.cases.casesOf(noor),
  'applied profiles': async (stores) => [...(await stores.rosters.applied(region)).values()],
  turns: async (stores) => (await stores.rosters.rosterOf(region)).shifts,
}

const databases: TestDatabase[] = []
async function tableWith(items: readonly Item[]): Promise<Stores> {
  const database = await startTestDatabase()
  databases.push(database)
  const table = database.table(now)
  for (const from of Array.from({ length: Math.ceil(items.length / 25) }, (_, batch) => batch * 25)) {
    const puts = items.slice(from, from + 25).map((item) => ({ PutRequest: { Item: item } }))
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }))
  }
  return openStores(table)
}
afterAll(async () => {
  for (const database of databases) await database.stop()
})

function withNewFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNewFields)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.entries(value).map(([key, one]) => [key, withNewFields(one)] as const)
  return { ...Object.fromEntries(inner), addedTomorrow: { deep: ['ly'] } }
}

const itemOf = (sk: string, pk = '') => golden.find((item) => String(item['sk']).startsWith(sk) && String(item['pk']).startsWith(pk)) ?? {}
const entry = itemOf('callback_golden-left')
const roster = itemOf('roster')
const shifts = (roster['roster'] as { shifts: object[] }).shifts
// A copy of an item with another key and a value that we do not know.
const strangers: readonly (readonly [list: string, what: string, item: Item])[] = [
  ['callbacks', 'callback', { ...entry, sk: 'callback_strange', entry: { ...(entry['entry'] as object), reason: 'asked-by-letter' } }],
  ['facts', 'fact', { ...itemOf('fact#contact-queued'), sk: 'fact#contact-transferred', kind: 'contact-transferred' }],
  ['arrivals', 'arrival', { ...itemOf('contact#', 'region#'), sk: 'contact#strange', contact: 7, gsi1pk: 'none' }],
  ['links', 'link', { ...itemOf('referrer#number'), sk: 'referrer#letter', by: 'letter', gsi2pk: 'none' }],
  ['contacts of a referrer', 'link', { ...itemOf('referrer#number'), pk: 'contact#strange', by: 'letter' }],
  ['unfinished', 'arrival', { ...itemOf('contact#', 'region#'), pk: 'strange', contact: null }],
  ['workers', 'worker', { ...itemOf('worker#', 'region#'), sk: 'worker#strange', role: 'supervisor' }],
  ['notices', 'notice', { ...itemOf('2026-11-24T09:30:00.000Z#golden'), sk: '2026#strange', kind: 'family-waits' }],
  ['to finish', 'conversation', { ...itemOf('notes'), pk: 'conversation#strange', state: 'checked' }],
  ['swaps', 'swap', { ...itemOf('swap#'), sk: 'swap#strange', state: 'thought-over' }],
  ['cases', 'case', { ...itemOf('case', 'case#'), pk: 'case#strange', stage: 'moved' }],
  ['applied profiles', 'applied-profile', { ...itemOf('applied#'), sk: 'applied#strange', profile: null }],
  ['turns', 'turn', { ...roster, roster: { ...(roster['roster'] as object), shifts: [...shifts, { ...shifts[0], role: 'third' }, null] } }],
]

let today: Stores
let tomorrow: Stores
beforeAll(async () => {
  today = await tableWith(golden)
  tomorrow = await tableWith(golden.map((item) => withNewFields(item) as Item))
})

describe('what the code of November 2026 wrote', () => {
  it.each(Object.entries(lists))('is read: %s', async (_title, read) => {
    const lines = await logOf(async () => expect(await read(today)).not.toHaveLength(0))
    expect(lines).toEqual([])
  })

  it('is whole: the roster to change, the hours, the log', async () => {
    expect((await today.rosters.versioned(region)).roster).toEqual(await today.rosters.rosterOf(region))
    expect((await today.hours.versioned(region)).version).toBe(1)
    expect((await today.conversations.conversationOf(conversationIdOf(contact)))?.notes.consent).toMatchObject({ kind: 'yes' })
  })
})

describe('fields that newer code added are not read', () => {
  it.each(Object.entries(lists))('5.7: %s', async (_title, read) => {
    const lines = await logOf(async () => expect(await read(tomorrow)).toEqual(await read(today)))
    expect(lines).toEqual([])
  })

  it('5.7: the roster to change, the hours, the log, the promise', async () => {
    expect(await tomorrow.rosters.versioned(region)).toEqual(await today.rosters.versioned(region))
    expect(await tomorrow.hours.versioned(region)).toEqual(await today.hours.versioned(region))
    const id = conversationIdOf(contact)
    expect(await tomorrow.conversations.conversationOf(id)).toEqual(await today.conversations.conversationOf(id))
  })
})

describe('one item of a kind that we do not know is set aside, and told', () => {
  it.each(strangers.map(([list, what, item]) => ['5.7', list, what, item] as const))('%s: %s', async (_row, list, what, item) => {
    const read = lists[list]
    if (!read) throw new Error('no such list')
    const stores = await tableWith([...golden.filter(({ pk, sk }) => pk !== item['pk'] || sk !== item['sk']), item])
    const lines = await logOf(async () => expect(await read(stores)).toEqual(await read(today)))
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        function: 'storage',
        contactId: null,
        kind: `set-aside-${what}`,
        milliseconds: 0,
        errorName: 'ItemSetAside',
        count: list === 'turns' ? 2 : 1,
      },
    ])
  })
})
