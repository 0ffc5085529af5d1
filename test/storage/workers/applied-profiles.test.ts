import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { noor, sam } from '../../support/people/people.ts'

let database: TestDatabase
let stores: Stores

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => at('2026-11-24 10:30')))
})
afterAll(() => database?.stop())

it('what the roster last made of a worker in Connect is remembered by region', async () => {
  const hers = { worker: noor, profile: 'on-duty', before: null, at: at('2026-11-24 09:00') }
  const his = { worker: sam, profile: 'backup', before: 'off-duty', at: at('2026-11-24 09:00') }
  for (const applied of [hers, his]) await stores.rosters.noteApplied('limburg-oost', applied)
  await stores.rosters.noteApplied('limburg-oost', { ...hers, profile: 'off-duty', before: 'on-duty' })
  expect(await stores.rosters.applied('limburg-oost')).toEqual(
    new Map([
      [noor, { ...hers, profile: 'off-duty', before: 'on-duty' }],
      [sam, his],
    ]),
  )
  expect(await stores.rosters.applied('voor-en-noorderkempen')).toEqual(new Map())
})
