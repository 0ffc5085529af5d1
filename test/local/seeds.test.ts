import { describe, expect, it } from 'vitest'
import { people } from '../../infra/local/people/people.ts'
import { seedRoster } from '../../infra/local/seeds.ts'
import { addDays, dayOf, instantOf } from '../../shared/domain/time/brussels-time.ts'
import { DutyRoster, emptyRoster, onDuty } from '../../shared/domain/roster/duty-roster.ts'
import { openingAt } from '../../shared/domain/hours/opening-hours.ts'
import { openRegions } from '../../shared/domain/regions/region.ts'
import { regions } from '../../shared/domain/regions/regions.ts'
import { setShifts } from '../../shared/domain/roster/roster-pattern.ts'
import { at } from '../support/time/at.ts'

describe.each(openRegions(regions).map((region) => [region.id, region] as const))('in %s', (_id, region) => {
  const team = people.filter((person) => person.region === region.id)
  const roster = seedRoster(region, team)

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

describe('the line is with people whom the stories of this machine name', () => {
  it.each([
    ['limburg-oost', '2026-11-24 10:30', 'worker_sam-wilg', 'worker_ines-linde'],
    ['voor-en-noorderkempen', '2026-11-24 10:30', 'worker_wout-populier', 'worker_fatma-hazelaar'],
    ['limburg-oost', '2026-11-27 10:30', 'worker_sam-wilg', 'worker_tom-esdoorn'],
    ['limburg-oost', '2026-12-04 10:30', 'worker_lien-beuk', 'worker_ines-linde'],
  ])('%s, %s', (id, moment, first, backup) => {
    const region = openRegions(regions).find((one) => one.id === id)
    if (!region) throw new Error(`${id} does not open`)
    const roster = seedRoster(
      region,
      people.filter((person) => person.region === id),
    )
    expect(onDuty(roster, at(moment))).toEqual({ first: [first], backup: [backup] })
  })

  it('every second Friday others have it, and the pattern is one that a coordinator may save', () => {
    for (const region of openRegions(regions)) {
      const team = people.filter((person) => person.region === region.id)
      const { shifts } = seedRoster(region, team)
      const saved = setShifts(emptyRoster, { shifts, hours: region.hours }, at('2026-11-24 10:30'))
      expect(saved).toEqual({ kind: 'changed', roster: { ...emptyRoster, shifts }, warnings: [] })
      expect(DutyRoster.parse({ ...emptyRoster, shifts }).shifts).toEqual(shifts)
    }
  })
})
