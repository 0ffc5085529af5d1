import { attribute, type PositionAsked, task } from '../../shared/contracts/connect/flow-events.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import type { RowOf } from './rows.ts'

// Short, because the queue position is optional: the caller should not wait in silence for it.
const positionTimeoutSeconds = 4

/** The request to queue-position, the same on the phone and in a chat. */
export function askPosition(region: OpenRegion, words: CallerWords, functionArn: string): Omit<RowOf<'ask'>, 'arms'> {
  const parameters = { task: task.queuePosition, region: region.id, language: words.language } satisfies Record<keyof PositionAsked, string>
  return { kind: 'ask', functionArn, limitSeconds: positionTimeoutSeconds, parameters }
}

/** The attribute that stores how long the contact waited, for the worker's whisper. */
export const waitedSoFar = { [attribute.waited]: '$.External.waited' }
