import { attribute, type PositionAsked, task } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import type { RowOf } from './rows.ts'

// Her place is a kindness: nobody is kept in silence for it.
const positionTimeoutSeconds = 4

/** What queue-position is asked by, on the phone and in a chat. */
export function askPlace(region: OpenRegion, words: CallerWords, functionArn: string): Omit<RowOf<'ask'>, 'arms'> {
  const parameters = { task: task.queuePosition, region: region.id, language: words.language } satisfies Record<keyof PositionAsked, string>
  return { kind: 'ask', functionArn, limitSeconds: positionTimeoutSeconds, parameters }
}

/** How long she waited, kept for the worker's ear. */
export const waitedSoFar = { [attribute.waited]: '$.External.waited' }
