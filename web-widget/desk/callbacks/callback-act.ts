import type { DeskCallback, DeskCallbacks } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { ApiResult } from '../client/api-result.ts'
import type { callbackSaid } from './callback-words.ts'

/** Runs one step on an entry, announces the outcome and moves the focus. */
export type Act = <Body extends Parameters<typeof callbackSaid>[0]>(
  entry: DeskCallback,
  step: () => Promise<ApiResult<Body>>,
) => Promise<void>

/** One entry, to whom it can be given, and the steps on it. */
export type CallbackCardProps = { entry: DeskCallback; workers: DeskCallbacks['workers']; act: Act }
