import { setTimeout as pause } from 'node:timers/promises'

const stepMilliseconds = 50

/**
 * Resolves after this process has run for so long. A time limit is tested against this instead of the wall clock: when the machine stalls,
 * both are delayed, so only an answer that really takes longer loses the race.
 */
export async function runningFor(milliseconds: number): Promise<'nothing yet'> {
  for (let left = milliseconds; left > 0; left -= stepMilliseconds) await pause(stepMilliseconds)
  return 'nothing yet'
}
