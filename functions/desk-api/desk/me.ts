import type { DeskMe } from '../../../shared/contracts/desk/desk-me.ts'
import type { meRoutes } from '../../../shared/contracts/routes/desk-routes.ts'
import { searchableMunicipalities } from '../../../shared/domain/regions/municipalities.ts'
import { keyedHash } from '../../../shared/storage/table/referrer-key.ts'
import { type Desk, regionOf } from './deps.ts'
import type { DeskHandlers } from './desk-handlers.ts'

/** The handler of the route that is not of one station: who is signed in. */
export const meHandlers: DeskHandlers<typeof meRoutes> = { 'GET /api/desk/me': me }

function me(desk: Desk): DeskMe {
  const { id, name, role, team } = desk.worker
  const { id: region, brand, name: regionName, workerTitle, teams, publicPhone: phone, crisisPhone } = regionOf(desk)
  return {
    worker: { id, name, role, team },
    region: { id: region, brand, name: regionName, workerTitle, phone, crisisPhone: crisisPhone?.written ?? null, teams },
    draftKey: keyedHash(desk.callerKey, `draft-key:${id}`).toString('base64url'),
    municipalities: searchableMunicipalities(),
  }
}
