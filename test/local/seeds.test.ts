import { describe, expect, it } from 'vitest'
import { people } from '../../infra/local/people.ts'
import { weeklyRoster } from '../../infra/local/seeds.ts'
import { addDays, dayOf, instantOf } from '../../shared/domain/brussels-time.ts'
import { onDuty } from '../../shared/domain/duty-roster.ts'
import { openingAt } from '../../shared/domain/opening-hours.ts'
import { openRegions } from '../../shared/domain/region.ts'
import { regions } from '../../shared/domain/regions.ts'

describe.each(openRegions(regions).map((region) => [region.id, region] as const))('in %s', (_id, region) => {
  const team = people.filter((person) => person.region === region.id)
  const roster = weeklyRoster(region, team)

  it('somebody and a backup of another team have every opening minute', () => {
    const monday = dayOf(new Date('2026-11-23T12:00:00Z'))
    let minutes = 0
    for (let minute = 0; minute < 7 * 24 * 60; minute += 1) {
      const at = new Date(instantOf(monday, '00:00').getTime() + minute * 60_000)
      const duty = onDuty(roster, at)
      const isOpen = openingAt(region.hours, at).kind === 'open'
      expect([duty.first.length, duty.backup.length]).toEqual(isOpen ? [1, 1] : [0, 0])
      if (!isOpen) continue
      minutes += 1
      const [first, backup] = [duty.first[0], duty.backup[0]].map((worker) => team.find((person) => person.worker === worker))
      expect(first?.team).not.toBe(backup?.team)
    }
    expect(minutes).toBeGreaterThan(500)
    expect(addDays(monday, 7)).toBe('2026-11-30')
  })

  it('everybody who answers has a turn, and the coordinator none', () => {
    const onRoster = new Set(roster.shifts.map((shift) => shift.worker))
    for (const person of team) expect(onRoster.has(person.worker)).toBe(person.role === 'worker')
  })

  it('somebody works half-time', () => {
    expect(team.some((person) => person.fullTimeShare === 0.5)).toBe(true)
  })
})
