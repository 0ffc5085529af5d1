import type {
  AddAbsence,
  AddTurn,
  RosterChanged,
  RosterRefused,
  SaveShifts,
  TurnAt,
} from '../../../shared/contracts/roster/roster-changes.ts'
import type { DutyRoster, DutyShift } from '../../../shared/domain/roster/duty-roster.ts'
import { AbsenceId, ChangeId, type WorkerId } from '../../../shared/domain/ids.ts'
import { addAbsence, removeAbsence, replace, takeOver } from '../../../shared/domain/roster/roster-changes.ts'
import { setShifts } from '../../../shared/domain/roster/roster-pattern.ts'
import { changeVersioned } from '../../../shared/storage/table/change-versioned.ts'
import { notFound } from '../../http-app.ts'
import { isCoordinator } from './roster.ts'
import { notify, startNow } from '../desk/publish-change.ts'
import type { Desk } from '../desk/deps.ts'

type Changing = (roster: DutyRoster) => { kind: 'changed'; roster: DutyRoster } | { kind: RosterRefused }

/** The signed-in worker takes over a colleague's turn, without the colleague's agreement; the colleague is notified. */
export function takeTurnOver(desk: Desk, { worker: leaves, ...window }: TurnAt): Promise<RosterChanged> {
  const id = changeId(desk)
  const request = { ...window, id, leaves, by: desk.worker.id }
  return changed(desk, (roster) => takeOver(roster, request, desk.now()), { id, whom: () => [leaves] })
}

/** The coordinator gives a turn to another worker, or to nobody (`takes` null). Both workers are notified. */
export function replaceTurn(desk: Desk, { worker: leaves, ...window }: TurnAt, takes: WorkerId | null): Promise<RosterChanged> {
  const id = changeId(desk)
  const request = { ...window, id, team: null, leaves, takes, by: desk.worker.id }
  const whom = takes === null ? [leaves] : [leaves, takes]
  return changed(desk, (roster) => replace(roster, request, desk.now()), { id, whom: () => whom })
}

/** The coordinator adds a turn on one day, and its worker is notified. */
export function addTurn(desk: Desk, { turn: { worker: takes, ...window } }: AddTurn): Promise<RosterChanged> {
  const id = changeId(desk)
  const request = { ...window, id, leaves: null, takes, by: desk.worker.id }
  return changed(desk, (roster) => replace(roster, request, desk.now()), { id, whom: () => [takes] })
}

/** Records an absence. When it leaves turns uncovered, the coordinators are notified, because they must find a replacement. */
export async function noteAbsence(desk: Desk, { absence }: AddAbsence): Promise<RosterChanged> {
  const id = AbsenceId.parse(`absence_${desk.newId()}`)
  const coordinators = await coordinatorsOf(desk)
  let isMissed = false
  const add = (roster: DutyRoster) => {
    const outcome = addAbsence(roster, { ...absence, id }, desk.now())
    isMissed = outcome.kind === 'changed' && outcome.without.length > 0
    return outcome
  }
  return changed(desk, add, { id, whom: () => [absence.worker, ...(isMissed ? coordinators : [])] })
}

/** Removes the signed-in worker's own absence; a coordinator may remove anybody's. Any other absence is a 404. */
export async function endAbsence(desk: Desk, id: AbsenceId): Promise<RosterChanged> {
  const { absences } = await desk.rosters.rosterOf(desk.worker.region)
  const found = absences.find((absence) => absence.id === id)
  if (!found || (found.worker !== desk.worker.id && !isCoordinator(desk))) throw notFound()
  return changed(desk, (roster) => removeAbsence(roster, id, desk.now()), { id: `${id}-ended`, whom: () => [found.worker] })
}

/** Replaces all repeating turns, only if the roster is still at the version that the coordinator edited; otherwise 409 `stale`. */
export async function saveShifts(desk: Desk, { version, shifts }: SaveShifts): Promise<RosterChanged> {
  const { region } = desk.worker
  const [standing, hours] = await Promise.all([desk.rosters.versioned(region), desk.hours.hoursOf(region)])
  if (standing.version !== version) return staleBecauseOf(standing)
  const outcome = setShifts(standing.roster, { shifts, hours }, desk.now())
  if (outcome.kind !== 'changed') return { kind: outcome.kind }
  if ((await desk.rosters.save(region, outcome.roster, version)) === 'stale') return staleBecauseOf(await desk.rosters.versioned(region))
  return follow(desk, { id: `shifts-${desk.newId()}`, whom: () => concernedBy(standing.roster.shifts, shifts) })
}

type Concerns = { id: string; whom(): readonly WorkerId[] }

// When another change was saved first, the rules are applied again to the newer roster, so that two changes to different turns both
// succeed.
async function changed(desk: Desk, change: Changing, concerns: Concerns): Promise<RosterChanged> {
  const { region } = desk.worker
  const settled = await changeVersioned({
    read: () => desk.rosters.versioned(region),
    rule: ({ roster }) => change(roster),
    save: ({ version }, outcome) => (outcome.kind === 'changed' ? desk.rosters.save(region, outcome.roster, version) : 'nothing-to-save'),
  })
  if (settled.kind === 'contended') return { kind: 'try-again' }
  const { outcome } = settled
  return outcome.kind === 'changed' ? follow(desk, concerns) : { kind: outcome.kind }
}

async function follow(desk: Desk, { id, whom }: Concerns): Promise<RosterChanged> {
  const isLive = await startNow(desk, 'apply-roster')
  await notify(desk, { id, kind: 'turn-changed', to: whom() })
  return { kind: 'changed', isLive }
}

function staleBecauseOf({ roster, version }: { roster: DutyRoster; version: number }): RosterChanged {
  return { kind: 'stale', newer: { version, shifts: roster.shifts } }
}

function concernedBy(before: readonly DutyShift[], after: readonly DutyShift[]): WorkerId[] {
  const texts = (shifts: readonly DutyShift[]) => new Set(shifts.map((shift) => JSON.stringify(Object.entries(shift).sort())))
  const [old, fresh] = [texts(before), texts(after)]
  const isIn = (known: Set<string>) => (shift: DutyShift) => known.has(JSON.stringify(Object.entries(shift).sort()))
  const moved = [...before.filter((shift) => !isIn(fresh)(shift)), ...after.filter((shift) => !isIn(old)(shift))]
  return [...new Set(moved.map((shift) => shift.worker))]
}

async function coordinatorsOf(desk: Desk): Promise<WorkerId[]> {
  const workers = await desk.workers.inRegion(desk.worker.region)
  return workers.filter((worker) => worker.role === 'coordinator').map((worker) => worker.id)
}

function changeId(desk: Desk): ChangeId {
  return ChangeId.parse(`change_${desk.newId()}`)
}
