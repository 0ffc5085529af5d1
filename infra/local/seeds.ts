import { addDays, type Day, weekdays } from '../../shared/domain/time/brussels-time.ts'
import { type DutyRoster, type DutyShift, emptyRoster } from '../../shared/domain/roster/duty-roster.ts'
import { type OpenRegion, openRegions, type Span } from '../../shared/domain/regions/region.ts'
import { regions } from '../../shared/domain/regions/regions.ts'
import { openRosters } from '../../shared/storage/roster/rosters.ts'
import type { Table } from '../../shared/storage/table/table.ts'
import { openWorkers } from '../../shared/storage/workers/workers.ts'
import { people, type Person } from './people/people.ts'
import { subjectOf } from './sign-in/sign-in-tokens.ts'

/** Stores the fictitious people and their roster if they are not there yet; later changes by a coordinator stay. */
export async function writeSeeds(table: Table): Promise<void> {
  const workers = openWorkers(table)
  const rosters = openRosters(table)
  for (const region of openRegions(regions)) {
    const members = people.filter((person) => person.region === region.id)
    for (const person of members) {
      if ((await workers.workerOf(region.id, person.worker)) === null) await workers.save(workerOf(person))
    }
    const { version } = await rosters.versioned(region.id)
    if (version === 0) await rosters.save(region.id, seedRoster(region, members), version)
  }
}

const firstMonday: Day = '2026-01-05'

/**
 * A roster with somebody on duty and a backup of another team in every opening hour; long days change over at 13:00. Nobody has every
 * Friday: the next of each team takes it every second week.
 */
export function seedRoster(region: OpenRegion, all: readonly Person[]): DutyRoster {
  const teams = region.teams.map((team) => all.filter((person) => person.role === 'worker' && person.team === team.id))
  const shifts: DutyShift[] = []
  let turn = 0
  for (const on of weekdays) {
    let made = 0
    const add = (span: Span, turnOf: number, weeks: { everyWeeks: number; startsOn: Day }) => {
      for (const [role, { worker }] of [
        ['first', teamMember(teams, turnOf)],
        ['backup', teamMember(teams, turnOf + 1)],
      ] as const) {
        made += 1
        shifts.push({ id: `shift_${region.id}-${on}-${made}`, worker, role, team: null, on, ...weeks, until: null, ...span })
      }
    }
    for (const span of (region.hours.week[on] ?? []).flatMap(halvesOf)) {
      if (on === 'fri') {
        add(span, turn, { everyWeeks: 2, startsOn: firstMonday })
        add(span, turn + teams.length, { everyWeeks: 2, startsOn: addDays(firstMonday, 7) })
      } else add(span, turn, { everyWeeks: 1, startsOn: firstMonday })
      turn += 1
    }
  }
  return { ...emptyRoster, shifts }
}

function halvesOf(span: Span): Span[] {
  if (span.from >= '12:00' || span.to <= '14:00') return [span]
  return [
    { ...span, to: '13:00' },
    { ...span, from: '13:00' },
  ]
}

// Turns alternate between the teams, and within a team between its members.
function teamMember(teams: Person[][], turn: number): Person {
  const team = teams[turn % teams.length] ?? []
  const member = team[Math.floor(turn / teams.length) % team.length]
  if (!member) throw new Error('A team of an open region has nobody in the seeds.')
  return member
}

function workerOf(person: Person) {
  return {
    id: person.worker,
    region: person.region,
    team: person.team,
    role: person.role,
    name: `${person.firstName} ${person.lastName}`,
    share: person.fullTimeShare,
    username: person.username,
    subject: subjectOf(person.username),
    agentArn: null,
    noticeAddress: `${person.username}@voorbeeld.invalid`,
  }
}
