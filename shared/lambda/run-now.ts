import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { RegionId } from '../domain/ids.ts'

// A coordinator waits for her change to be saved, not for this; the clock runs the same door within five minutes anyway.
const budget = { requestTimeout: 1_000, connectionTimeout: 500, throwOnRequestTimeout: true } as const
const attempts = 2

/** The doors that run by the clock and may be asked to run at once. */
export type ScheduledFunction = 'apply-roster' | 'apply-hours'

/** Whether a door was asked to run; when it was not, the clock asks it soon. */
export type RunNow = { kind: 'asked' } | { kind: 'at-the-next-round'; errorName: string }

export type FunctionsByName = { client: LambdaClient; functionNames: Record<ScheduledFunction, string> }

/** The only maker of Lambda clients; `functionNames` are what the doors are called at the account. */
export function openRunNow(functionNames: Record<ScheduledFunction, string>): FunctionsByName {
  return { client: new LambdaClient({ maxAttempts: attempts, requestHandler: budget }), functionNames }
}

/** Asks a door to run now for one region, and does not wait for what it does. It never throws: what was saved is saved, and the clock comes by. */
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
