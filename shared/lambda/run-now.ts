import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { RegionId } from '../domain/ids.ts'

// A coordinator waits for the save, not for this request; the schedule runs the same function within five minutes anyway.
const budget = { requestTimeout: 1_000, connectionTimeout: 500, throwOnRequestTimeout: true } as const
const attempts = 2

/** The scheduled functions that may also be run at once. */
export type ScheduledFunction = 'apply-roster' | 'apply-hours'

/** Whether the function was invoked; when not, its schedule runs it within five minutes. */
export type RunNow = { kind: 'asked' } | { kind: 'at-the-next-round'; errorName: string }

/** A Lambda client and the deployed name of each function. */
export type FunctionsByName = { client: LambdaClient; functionNames: Record<ScheduledFunction, string> }

/** Opens the functions by name. The only place that creates Lambda clients. */
export function openRunNow(functionNames: Record<ScheduledFunction, string>): FunctionsByName {
  return { client: new LambdaClient({ maxAttempts: attempts, requestHandler: budget }), functionNames }
}

/**
 * Invokes a function for one region without waiting for its result. It never throws: the change is saved already, and the schedule applies
 * it later.
 */
export async function runNow(
  { client, functionNames }: FunctionsByName,
  functionName: ScheduledFunction,
  region: RegionId,
): Promise<RunNow> {
  try {
    await client.send(
      new InvokeCommand({ FunctionName: functionNames[functionName], InvocationType: 'Event', Payload: JSON.stringify({ region }) }),
    )
    return { kind: 'asked' }
  } catch (error) {
    return { kind: 'at-the-next-round', errorName: error instanceof Error ? error.name : 'NotAnError' }
  }
}
