import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskFigures } from '../../shared/contracts/reports/figures.ts'
import { startTestDatabase, type TestDatabase } from '../support/fixtures/database.ts'
import { at } from '../support/time/at.ts'
import { functionFaults } from './function-faults.ts'
import { kills, missingIn } from './kills.ts'
import { differences, lineDays } from './line-days.ts'
import { wrongsOf } from './verdict.ts'

// A sample of each storm of `npm run chaos`, and for each a planted wrong that it must see.

let database: TestDatabase
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database.stop())

const seed = 7

describe('a storm', () => {
  it('of power cuts loses nothing that was acknowledged', async () => {
    const verdict = await kills({ seed, count: 1 })
    expect(verdict.wrongs).toEqual([])
    expect(verdict.counted).toMatchObject({ kills: 1 })
    expect(verdict.counted['operations']).toBeGreaterThan(0)
  })

  it('of failing functions leaves nobody in silence', async () => {
    expect(await functionFaults({ seed, count: 2 })).toMatchObject({ counted: { calls: 2 }, wrongs: [] })
  })

  it('of calls in any order is counted as it was sent', async () => {
    expect(await lineDays({ seed, count: 8 })).toMatchObject({ counted: { contacts: 8 }, wrongs: [] })
  })
})

describe('a planted wrong shows', () => {
  it('when something acknowledged is not there', async () => {
    const [promise, contact, draft] = [randomUUID(), randomUUID(), randomUUID()]
    const kept = { promises: [promise], contacts: [contact], drafts: new Map([[draft, 'Bezorgdheid']]) }
    const wrongs = await missingIn(
      database.table(() => at('2026-11-24 10:30')),
      kept,
    )
    expect(wrongs).toEqual([
      `the call-back promised to ${promise} is lost`,
      `the contact ${contact} was recorded and is not there whole`,
      `the notes of ${draft} were saved and are lost`,
    ])
  })

  it('when a figure is not what was sent', () => {
    const promised = { all: 0, open: 0, done: 0, notReached: 0, cameBack: 0, broken: 0 }
    const none = { cameIn: 1, reached: 0, promised, heardClosing: 0, leftByThemselves: 0, stillThere: 0, lost: 1 }
    const figures: DeskFigures = { from: '2026-11-23', to: '2026-11-27', ...none }
    expect(differences(figures, [{ course: 'reached' }])).toEqual(['reached: 0 instead of 1', 'lost: 1 instead of 0'])
  })

  it('when a run proves less than it says', () => {
    const verdict = { name: 'kills', counted: { kills: 3 }, wrongs: ['one is lost'] }
    expect(wrongsOf(verdict, { kills: 80 })).toEqual(['kills: one is lost', 'kills: kills is below 80'])
  })
})
