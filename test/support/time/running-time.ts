import { setTimeout as pause } from 'node:timers/promises'

const stepMilliseconds = 50

/**
 * Resolves when this process has been running for so long. Whoever must answer within a time is raced against this and not against the wall's
 * clock: a machine that stalls holds both up, and only an answer that really waits longer loses.
 */
export async function runningFor(milliseconds: number): Promise<'nothing yet'> {
  for (let left = milliseconds; left > 0; left -= stepMilliseconds) await pause(stepMilliseconds)
  return 'nothing yet'
}
