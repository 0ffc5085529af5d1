import * as z from 'zod'
import { faults, type Functions } from '../functions/functions.ts'
import { localWords } from '../machine/local-words.ts'
import type { Refusal } from '../../../shared/contracts/refusal.ts'

const words = localWords.faults
const times = z.int().min(1).max(1000).default(1)

/** The faults that can be set: for a function's next invocations, or for the database's next transactions. */
export const FaultCommand = z.union([
  z.strictObject({ function: z.string().min(1), fault: z.enum(faults), times }),
  z.strictObject({ database: z.literal('transaction-conflict'), times }),
])

/** How many of the next transactions are cancelled as a conflict. */
export type DatabaseFaults = { conflicts: number }

/** Sets a fault for the given number of times; an unknown fault is refused and changes nothing. */
export function setFault(functions: Functions, database: DatabaseFaults, options: unknown): { kind: 'set' } | Refusal {
  const parsed = FaultCommand.safeParse(options)
  if (!parsed.success) {
    const field = options !== null && typeof options === 'object' && 'database' in options ? 'database' : 'fault'
    return { kind: 'refused', field, sentence: words.badFault(field) }
  }
  if ('database' in parsed.data) {
    database.conflicts = parsed.data.times
    return { kind: 'set' }
  }
  const { function: name, fault, times: count } = parsed.data
  return functions.fail(name, fault, count) ? { kind: 'set' } : { kind: 'refused', field: 'function', sentence: words.badFunction }
}
