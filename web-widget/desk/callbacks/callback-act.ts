import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { ApiResult } from '../client/api-result.ts'
import type { callbackSaid } from './callback-words.ts'

/** One step on an entry, and the words for what came of it. */
export type Act = <Body extends Parameters<typeof callbackSaid>[0]>(
  entry: DeskCallback,
  step: () => Promise<ApiResult<Body>>,
) => Promise<void>
