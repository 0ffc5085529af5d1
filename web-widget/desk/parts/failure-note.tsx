import type { ApiFailure } from '../client/api-result.ts'
import { words } from '../state/desk-context.ts'

/** Why a request failed, in the server’s sentence or the desk’s own, with a button to try again. */
export function FailureNote({ failure, again }: { failure: ApiFailure; again(): void }) {
  return (
    <div class="trouble" role="alert">
      <p>{failure.sentence ?? sentences[failure.why]}</p>
      <button type="button" onClick={again}>
        {words.tryAgain}
      </button>
    </div>
  )
}

const sentences: Record<ApiFailure['why'], string> = {
  unreachable: words.offline,
  'signed-out': words.signInHelp,
  'other-worker': words.otherWorker,
  'not-a-worker': words.notAWorker,
  'not-found': words.now.nothing,
  broken: words.offline,
}
