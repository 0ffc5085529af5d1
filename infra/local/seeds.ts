import { weekdays } from '../../shared/domain/brussels-time.ts'
import type { DutyRoster, DutyShift } from '../../shared/domain/duty-roster.ts'
import { type OpenRegion, openRegions } from '../../shared/domain/region.ts'
import { regions } from '../../shared/domain/regions.ts'
import { openRosters } from '../../shared/storage/rosters.ts'
import type { Table } from '../../shared/storage/table.ts'
import { openWorkers } from '../../shared/storage/workers.ts'
import { people, type Person } from './people.ts'
import { subjectOf } from './sign-in-tokens.ts'

/** Puts the made-up people and their roster in the storage, once: what a coordinator changed later stays as she left it. */
export async function sowSeeds(table: Table): Promise<void> {
  const workers = openWorkers(table)
  const rosters = openRosters(table)
  for (const region of openRegions(regions)) {
    const hers = people.filter((person) => person.region === region.id)
    for (const person of hers) {
      if ((await workers.workerOf(region.id, person.worker)) === null) await workers.save(workerOf(person))
    }
    if ((await rosters.rosterOf(region.id)).shifts.length === 0) await rosters.save(region.id, weeklyRoster(region, hers))
  }
}

/** Somebody first and somebody of another team behind her, in every opening hour of the week; long days change over at 13:00. */
export function weeklyRoster(region: OpenRegion, all: readonly Person[]): DutyRoster {
  const teams = region.teams.map((team) => all.filter((person) => person.role === 'worker' && person.team === team.id))
  const shifts: DutyShift[] = []
  let turn = 0
  for (const on of weekdays) {
    for (const span of region.hours.week[on] ?? []) {
      const halves =
        span.from < '12:00' && span.to > '14:00'
          ? [
              { ...span, to: '13:00' as const },
              { ...span, from: '13:00' as const },
            ]
          : [span]
      for (const { from, to } of halves) {
        const first = teamMember(teams, turn)
        const backup = teamMember(teams, turn + 1)
        shifts.push({ on, from, to, worker: first.worker, role: 'first' }, { on, from, to, worker: backup.worker, role: 'backup' })
        turn += 1
      }
    }
  }
  return { shifts }
}

// Turns alternate between the teams, and inside a team between its people.
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
