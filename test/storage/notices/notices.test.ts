import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dueNoticeKey } from '../../../shared/storage/notices/keys.ts'
import type { Notice } from '../../../shared/storage/notices/notices.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { putItem, type Table } from '../../../shared/storage/table/table.ts'
import { at } from '../../support/time/at.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { noor } from '../../support/people/people.ts'

let now = at('2026-11-24 10:30')
let database: TestDatabase
let table: Table
let stores: Stores

beforeAll(async () => {
  database = await startTestDatabase()
  table = database.table(() => now)
  stores = openStores(table)
})
afterAll(() => database?.stop())
beforeEach(async () => {
  now = at('2026-11-24 10:30')
  for (const notice of await stores.notices.due()) await stores.notices.sent(notice)
})

const makeNotice = (given: Partial<Notice> = {}): Notice => ({
  id: randomUUID(),
  kind: 'waiting-long',
  region: 'limburg-oost',
  worker: noor,
  at: now,
  minutes: 4,
  ...given,
})

describe('a notice that is raised', () => {
  it('waits in the outbox as it was raised, the oldest first', async () => {
    const one = makeNotice({ at: at('2026-11-24 10:29') })
    const other = makeNotice({ kind: 'swap-asked', minutes: null })
    expect([await stores.notices.enqueueNotice(other), await stores.notices.enqueueNotice(one)]).toEqual(['raised', 'raised'])
    expect(await stores.notices.due()).toEqual([one, other])
  })

  it('again within a day waits once, also when it left already', async () => {
    const notice = makeNotice()
    await stores.notices.enqueueNotice(notice)
    await stores.notices.sent(notice)
    now = at('2026-11-25 10:29')
    expect(await stores.notices.enqueueNotice({ ...notice, at: now })).toBe('raised-before')
    expect(await stores.notices.due()).toEqual([])
    now = at('2026-11-25 10:30')
    expect(await stores.notices.enqueueNotice({ ...notice, at: now })).toBe('raised')
    expect(await stores.notices.due()).toHaveLength(1)
  })

  it('by many at once waits once', async () => {
    const notice = makeNotice()
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => stores.notices.enqueueNotice(notice)))
    expect(outcomes.filter((outcome) => outcome === 'raised')).toHaveLength(1)
    expect(await stores.notices.due()).toEqual([notice])
  })

  it('of before notices had minutes is still read', async () => {
    const old = { id: 'case_old', kind: 'case-taken-on', region: 'limburg-oost', worker: noor, at: now.toISOString() }
    await putItem(table, { ...dueNoticeKey('case_old', now), ...old })
    expect(await stores.notices.due()).toEqual([{ ...old, at: now, minutes: null }])
  })
})
