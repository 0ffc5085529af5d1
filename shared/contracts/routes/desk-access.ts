import * as z from 'zod'
import { AbsenceId, CallbackId, CaseId, contactIdOf, ConversationId, SwapId } from '../../domain/ids.ts'
import { tableOf } from './route-table.ts'

/** What the names in an address of the desk stand for. A contact is asked by Connect's own id and read as ours. */
export const deskIds = {
  contact: z.uuid().transform(contactIdOf),
  conversation: ConversationId,
  case: CaseId,
  callback: CallbackId,
  swap: SwapId,
  absence: AbsenceId,
}

/**
 * The roles that a route of the desk may name. Coordinators see figures, the ledger and the line, and make the roster; what was said in a
 * conversation, who calls back, and the number stay with those who do the work (domain sources 2.1).
 */
export const roles = { worker: ['worker'], coordinator: ['coordinator'], both: ['worker', 'coordinator'] } as const

/** Checks the routes of one station of the desk. */
export const deskTable = tableOf(deskIds)
