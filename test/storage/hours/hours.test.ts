import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { openHours, type HoursStore } from '../../../shared/storage/hours/hours.ts'
import { hoursKey } from '../../../shared/storage/hours/keys.ts'
import { putItem, type Table } from '../../../shared/storage/table/table.ts'
import { at } from '../../support/time/at.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { kempen, oost } from '../../support/people/make.ts'

let database: TestDatabase
let table: Table
let hours: HoursStore
let version = 0

beforeAll(async () => {
  database = await startTestDatabase()
  table = database.table(() => at('2026-11-24 10:30'))
  hours = openHours(table)
})
afterAll(() => database?.stop())
beforeEach(async () => {
  version = (await hours.versioned(oost.id)).version
})

const shorter: OpeningHours = { ...oost.hours, week: { mon: [{ from: '09:00', to: '12:00' }] } }

describe('opening hours', () => {
  it('that nobody saved are those of the row', async () => {
    expect(await hours.versioned(kempen.id)).toEqual({ hours: kempen.hours, version: 0 })
  })

  it('that a coordinator saved win over the row', async () => {
    expect(await hours.save(oost.id, shorter, version)).toBe('saved')
    expect(await hours.hoursOf(oost.id)).toEqual(shorter)
    expect(await hours.versioned(oost.id)).toEqual({ hours: shorter, version: version + 1 })
    expect(await hours.hoursOf(kempen.id)).toEqual(kempen.hours)
  })

  it('saved on an older version change nothing', async () => {
    await hours.save(oost.id, shorter, version)
    for (const old of [version, 0]) expect(await hours.save(oost.id, oost.hours, old)).toBe('stale')
    expect(await hours.hoursOf(oost.id)).toEqual(shorter)
  })

  it('saved by two at once are saved by one', async () => {
    const both = await Promise.all([shorter, oost.hours].map((one) => hours.save(oost.id, one, version)))
    expect(both.sort()).toEqual(['saved', 'stale'])
  })

  it('of a line that is not open are nobody’s', async () => {
    await expect(hours.hoursOf('oost-brabant')).rejects.toThrow('not open')
  })

  it('that no longer read are not guessed at', async () => {
    await putItem(table, { ...hoursKey(kempen.id), hours: { week: {} }, version: 1 })
    await expect(hours.hoursOf(kempen.id)).rejects.toThrow()
  })
})

describe('what was put in Connect', () => {
  it('reads as it was noted', async () => {
    expect(await hours.applied(oost.id)).toBeNull()
    await hours.noteApplied(oost.id, '{"week":[]}')
    expect(await hours.applied(oost.id)).toBe('{"week":[]}')
  })
})
