import type { Trouble } from '../client/api-result.ts'
import { words } from '../state/desk-context.ts'

/** What went wrong, in the desk's words, with the one thing that may help. */
export function TroubleNote({ trouble, again }: { trouble: Trouble; again(): void }) {
  return (
    <div class="trouble" role="alert">
      <p>{trouble.sentence ?? sentences[trouble.why]}</p>
      <button type="button" onClick={again}>
        {words.tryAgain}
      </button>
    </div>
  )
}

const sentences: Record<Trouble['why'], string> = {
  unreachable: words.offline,
  'signed-out': words.signInHelp,
  'other-worker': words.otherWorker,
  'not-a-worker': words.notAWorker,
  'not-found': words.now.nothing,
  broken: words.offline,
}
