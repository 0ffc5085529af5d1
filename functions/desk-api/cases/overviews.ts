import type { DeskCase, DeskCases, DeskPlaces } from '../../../shared/contracts/cases/cases.ts'
import { freePlaces, placesOf } from '../../../shared/domain/cases/caseload.ts'
import type { CaseId } from '../../../shared/domain/ids.ts'
import { type Desk, regionOf } from '../desk/deps.ts'
import { deskCase } from './take-on-case.ts'

/** The caseload of every worker in the region, most free places first. Coordinators have no caseload. */
export async function places(desk: Desk): Promise<DeskPlaces> {
  const { familiesPerFullTimer } = regionOf(desk)
  const carriers = (await desk.workers.inRegion(desk.worker.region)).filter((worker) => worker.role === 'worker')
  const carried = await desk.cases.familiesOf(carriers.map((worker) => worker.id))
  const workers = carriers.map(({ id, name, team, share }) => {
    const caseload = { share, familiesPerFullTimer, families: carried.get(id) ?? 0 }
    return { id, name, team, families: caseload.families, places: placesOf(caseload), free: freePlaces(caseload) }
  })
  return { workers: workers.sort((one, other) => other.free - one.free || one.name.localeCompare(other.name)) }
}

/** The cases of the signed-in worker. */
export async function myCases(desk: Desk): Promise<DeskCases> {
  const cases = await desk.cases.casesOf(desk.worker.id)
  return { cases: await Promise.all(cases.map((one) => deskCase(desk, one))) }
}

/** One case, or null when it does not exist or belongs to another region. */
export async function oneCase(desk: Desk, id: CaseId): Promise<DeskCase | null> {
  const found = await desk.cases.caseOf(id)
  return found?.region === desk.worker.region ? deskCase(desk, found) : null
}
