import * as z from 'zod'
import { AbsenceId, CallbackId, CaseId, contactIdOf, ConversationId, SwapId } from '../../domain/ids.ts'
import { tableOf } from './route-table.ts'

/** The ids in the paths of the desk's routes. A contact is sent as Connect's id (a UUID) and parsed to ours. */
export const deskIds = {
  contact: z.uuid().transform(contactIdOf),
  conversation: ConversationId,
  case: CaseId,
  callback: CallbackId,
  swap: SwapId,
  absence: AbsenceId,
}

/**
 * The roles that a desk route may list. Coordinators see figures, the ledger and the line, and make the roster. Only workers read
 * conversations, call back and get telephone numbers (docs/sources.md 2.1).
 */
export const roles = { worker: ['worker'], coordinator: ['coordinator'], both: ['worker', 'coordinator'] } as const

/** Makes a table of desk routes; a wrong one does not compile. */
export const deskTable = tableOf(deskIds)
