import type { deskIds } from '../../../shared/contracts/routes/desk-access.ts'
import type { RouteTable } from '../../../shared/contracts/routes/route-table.ts'
import type { Handlers } from '../../mount-routes.ts'
import type { Desk } from './deps.ts'

/** The handlers of one desk route table: exactly one for each route. */
export type DeskHandlers<Routes extends RouteTable> = Handlers<Desk, typeof deskIds, Routes>
