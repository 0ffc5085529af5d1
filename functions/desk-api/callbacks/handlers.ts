import type { callbackRoutes } from '../../../shared/contracts/routes/callback-routes.ts'
import type { DeskHandlers } from '../desk/desk-handlers.ts'
import { assign, settle } from './coordinate.ts'
import { claim, dialled, ledger, markSeen, noteAttempt, numberOf, olderUnasked, release, undo } from './callbacks.ts'

/** The handlers of the call-back routes. */
export const callbackHandlers: DeskHandlers<typeof callbackRoutes> = {
  'GET /api/desk/callbacks': ledger,
  'GET /api/desk/callbacks/unasked': (desk, { query }) => olderUnasked(desk, query),
  'POST /api/desk/callbacks/:callback/claim': (desk, { ids }) => claim(desk, ids.callback),
  'POST /api/desk/callbacks/:callback/release': (desk, { ids }) => release(desk, ids.callback),
  'POST /api/desk/callbacks/:callback/number': (desk, { ids }) => numberOf(desk, ids.callback),
  'POST /api/desk/callbacks/:callback/dialled': (desk, { ids, body }) => dialled(desk, ids.callback, body),
  'POST /api/desk/callbacks/:callback/attempts': (desk, { ids, body }) => noteAttempt(desk, ids.callback, body),
  'POST /api/desk/callbacks/:callback/undo': (desk, { ids }) => undo(desk, ids.callback),
  'POST /api/desk/callbacks/:callback/assign': (desk, { ids, body }) => assign(desk, ids.callback, body),
  'POST /api/desk/callbacks/:callback/settle': (desk, { ids, body }) => settle(desk, ids.callback, body),
  'POST /api/desk/callbacks/:callback/seen': (desk, { ids }) => markSeen(desk, ids.callback),
}
