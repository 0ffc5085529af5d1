import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emptyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import { rosterKey } from '../../../shared/storage/roster/keys.ts'
import type { RosterStore } from '../../../shared/storage/roster/rosters.ts'
import { openStores } from '../../../shared/storage/stores.ts'
import { putItem, type Table } from '../../../shared/storage/table/table.ts'
import { at } from '../../support/time/at.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { fullRoster, makeAbsence, makeChange, makeRoster, makeShift } from '../../support/people/make.ts'
import { sam } from '../../support/people/people.ts'
import { setRoster } from '../../support/people/roster.ts'

const region = 'limburg-oost'
let database: TestDatabase
let table: Table
let rosters: RosterStore

beforeAll(async () => {
  database = await startTestDatabase()
  table = database.table(() => at('2026-11-24 10:30'))
  rosters = openStores(table).rosters
})
afterAll(() => database?.stop())
beforeEach(() => setRoster(rosters, region, fullRoster()))

describe('a roster', () => {
  it('reads as it was saved', async () => {
    const { version } = await rosters.versioned(region)
    const changed = { ...makeRoster(makeShift()), changes: [makeChange()], absences: [makeAbsence()] }
    expect(await rosters.save(region, changed, version)).toBe('saved')
    expect(await rosters.rosterOf(region)).toEqual(changed)
    expect(await rosters.versioned(region)).toEqual({ roster: changed, version: version + 1 })
  })

  it('that nobody made is empty', async () => {
    expect(await rosters.rosterOf('voor-en-noorderkempen')).toEqual(emptyRoster)
    expect(await rosters.versioned('voor-en-noorderkempen')).toEqual({ roster: emptyRoster, version: 0 })
  })

  it('of before there were versions is one that nobody made', async () => {
    const old = [{ on: 'tue', from: '09:00', to: '17:00', worker: sam, role: 'first' }]
    await putItem(table, { ...rosterKey('oost-brabant'), shifts: old })
    expect(await rosters.versioned('oost-brabant')).toEqual({ roster: emptyRoster, version: 0 })
    expect(await rosters.save('oost-brabant', fullRoster(), 0)).toBe('saved')
    expect(await rosters.rosterOf('oost-brabant')).toEqual(fullRoster())
  })
})

describe('two who change a roster at once', () => {
  const one = makeRoster(makeShift())
  const other = makeRoster(makeShift({ worker: sam }))

  it.each([1, 2, 3, 4, 5])('give one winner, and tell the other, round %i', async () => {
    const { version } = await rosters.versioned(region)
    const outcomes = await Promise.all([rosters.save(region, one, version), rosters.save(region, other, version)])
    expect(outcomes.toSorted()).toEqual(['saved', 'stale'])
    expect(await rosters.rosterOf(region)).toEqual(outcomes[0] === 'saved' ? one : other)
  })

  it('give one winner when there was no roster yet', async () => {
    const outcomes = await Promise.all([one, other, emptyRoster].map((roster) => rosters.save('mechelen', roster, 0)))
    expect(outcomes.toSorted()).toEqual(['saved', 'stale', 'stale'])
  })

  it('are not two when a save comes again after its answer was lost', async () => {
    const { version } = await rosters.versioned(region)
    await rosters.save(region, one, version)
    expect(await rosters.save(region, one, version)).toBe('saved')
    expect((await rosters.versioned(region)).version).toBe(version + 1)
    expect(await rosters.save(region, other, version)).toBe('stale')
  })
})
