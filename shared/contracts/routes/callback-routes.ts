import {
  AssignCallback,
  AttemptNoted,
  CallbackClaimed,
  CallbackCoordinated,
  CallbackDialled,
  CallbackNumber,
  CallbackSeen,
  CallbackUndone,
  DeskCallbacks,
  Dialled,
  NoteAttempt,
  OlderAsked,
  OlderUnasked,
  SettleCallback,
} from '../callbacks/callbacks.ts'
import { deskTable, roles } from './desk-access.ts'

/** The call-back ledger. A coordinator may release an entry whose owner has gone home, give a promise to a worker, and close one. */
export const callbackRoutes = deskTable({
  'GET /api/desk/callbacks': { roles: roles.both, answers: { 200: DeskCallbacks } },
  'GET /api/desk/callbacks/unasked': { roles: roles.both, query: OlderAsked, answers: { 200: OlderUnasked } },
  'POST /api/desk/callbacks/:callback/claim': { roles: roles.worker, answers: CallbackClaimed },
  'POST /api/desk/callbacks/:callback/release': { roles: roles.both, answers: CallbackClaimed },
  'POST /api/desk/callbacks/:callback/number': { roles: roles.worker, answers: CallbackNumber },
  'POST /api/desk/callbacks/:callback/dialled': { roles: roles.worker, body: Dialled, answers: CallbackDialled },
  'POST /api/desk/callbacks/:callback/attempts': { roles: roles.worker, body: NoteAttempt, answers: AttemptNoted },
  'POST /api/desk/callbacks/:callback/undo': { roles: roles.worker, answers: CallbackUndone },
  'POST /api/desk/callbacks/:callback/assign': { roles: roles.coordinator, body: AssignCallback, answers: CallbackCoordinated },
  'POST /api/desk/callbacks/:callback/settle': { roles: roles.coordinator, body: SettleCallback, answers: CallbackCoordinated },
  'POST /api/desk/callbacks/:callback/seen': { roles: roles.worker, answers: CallbackSeen },
})
