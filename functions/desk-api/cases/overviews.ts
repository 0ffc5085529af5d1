import type { DeskCase, DeskCases, DeskMe, DeskPlaces, DeskToFinish } from '../../../shared/contracts/desk.ts'
import { wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { freePlaces, placesOf } from '../../../shared/domain/cases/caseload.ts'
import type { CaseId } from '../../../shared/domain/ids.ts'
import { outcomeRules } from '../../../shared/domain/conversations/outcomes.ts'
import { municipalityOf, searchableMunicipalities } from '../../../shared/domain/regions/municipalities.ts'
import type { OpenRegion } from '../../../shared/domain/regions/region.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversations.ts'
import { deskCase } from './take-on-case.ts'
import type { Desk } from '../desk/deps.ts'

/** Who is signed in, and the region she works for. */
export function me(desk: Desk): DeskMe {
  const { id, name, role, team } = desk.worker
  const { id: region, brand, name: regionName, workerTitle, teams, publicPhone: phone } = regionOf(desk)
  return {
    worker: { id, name, role, team },
    region: { id: region, brand, name: regionName, workerTitle, phone, teams },
    municipalities: searchableMunicipalities(),
  }
}

/** What everybody who carries families in the region carries now, most free places first. */
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

/** The families of the signed-in worker. */
export async function myCases(desk: Desk): Promise<DeskCases> {
  const cases = await desk.cases.casesOf(desk.worker.id)
  return { cases: await Promise.all(cases.map((one) => deskCase(desk, one))) }
}

/** One case of the region, or null. */
export async function oneCase(desk: Desk, id: CaseId): Promise<DeskCase | null> {
  const found = await desk.cases.caseOf(id)
  return found?.region === desk.worker.region ? deskCase(desk, found) : null
}

/** The conversations that the signed-in worker still has to log, and those whose question nobody took on yet, oldest first. */
export async function toFinish(desk: Desk): Promise<DeskToFinish> {
  const listed = await desk.conversations.toFinish(desk.worker.id)
  const open = await Promise.all(listed.map(async (one) => one.state === 'draft' || (await waitsForAWorker(desk, one))))
  return {
    conversations: listed
      .filter((_, index) => open[index])
      .map(({ id, contact, openedAt, notes, state }) => ({
        id,
        contactId: contact,
        openedAt: wallMomentOf(openedAt, desk.now()),
        municipality: notes.municipality === null ? null : (municipalityOf(notes.municipality)?.name ?? null),
        waitsFor: state === 'draft' ? 'log' : 'take-on',
      })),
  }
}

// The list is read from an index that lags a moment behind: what was logged with another outcome may still be on it.
async function waitsForAWorker(desk: Desk, { id, notes }: Conversation): Promise<boolean> {
  return notes.outcome !== null && outcomeRules[notes.outcome].opensCase && (await desk.conversations.takenOn(id)) === null
}

function regionOf(desk: Desk): OpenRegion {
  const region = openRegion(desk.worker.region)
  if (!region) throw new Error('a worker stands in a region whose line is not open')
  return region
}
