import { useContext, useState } from 'preact/hooks'
import type { ApiFailure } from '../client/api-result.ts'
import type { SignedIn } from '../client/session.ts'
import { DeskContextOf, useDesk, words } from '../state/desk-context.ts'

/** Why a request failed, in the server’s sentence or the desk’s own, with a button to try again or, when the session ended, to sign in. */
export function FailureNote({ failure, again }: { failure: ApiFailure; again(): void }) {
  // Also used outside the desk, before anybody has signed in.
  const desk = useContext(DeskContextOf)
  const ended = desk !== null && failure.why === 'signed-out'
  return (
    <div class="trouble" role="alert">
      <p>{failureSaid(failure)}</p>
      {ended ? (
        <SignInAgain after={again} />
      ) : (
        <button type="button" onClick={again}>
          {words.tryAgain}
        </button>
      )}
    </div>
  )
}

/** Signs in beside what the worker is doing; the page stays as it is. */
export function SignInAgain({ after }: { after?(): void }) {
  const { session, me } = useDesk()
  const [outcome, setOutcome] = useState<SignedIn | null>(null)
  async function signIn() {
    const signedIn = await session.signIn()
    setOutcome(signedIn)
    if (signedIn === 'signed-in') after?.()
  }
  return (
    <>
      <button type="button" class="sign-in" onClick={() => void signIn()}>
        {words.signInAgain}
      </button>
      {outcome === 'somebody-else' ? <p role="alert">{words.signedInAsSomebodyElse(me.worker.name)}</p> : null}
      {outcome === 'not-signed-in' ? <p role="status">{words.notSignedIn}</p> : null}
    </>
  )
}

/** The sentence of a failure. */
export function failureSaid({ sentence, why }: ApiFailure): string {
  return sentence ?? sentences[why]
}

const sentences: Record<ApiFailure['why'], string> = {
  unreachable: words.offline,
  'signed-out': words.sessionEnded,
  'other-worker': words.otherWorker,
  'not-a-worker': words.notAWorker,
  'not-found': words.now.nothing,
  broken: words.offline,
}
