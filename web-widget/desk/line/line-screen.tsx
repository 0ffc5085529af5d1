import type { DeskLine } from '../../../shared/contracts/line/desk-line.ts'
import { deskLineNl } from '../../../shared/words/nl/desk/line.ts'
import { OpeningPart } from '../hours/opening-part.tsx'
import { useDesk, words } from '../state/desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useFresh } from '../client/use-fresh.ts'

/** The screen “The line”: open or closed, who is on duty, who is signed in now, and the checks before the last opening. */
export function LineScreen() {
  const { client } = useDesk()
  const { line } = words
  const [result, again] = useFresh(() => client.line())
  return (
    <section aria-labelledby="line">
      <h1 id="line">{line.heading}</h1>
      {result.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {result.kind === 'failed' ? <FailureNote failure={result} again={again} /> : null}
      {result.kind === 'ok' ? (
        <>
          <p class={`state ${result.body.state.kind}`}>{stateSaid(result.body.state)}</p>
          <dl class="duty">
            <div>
              <dt>{line.onDuty}</dt>
              <dd>{result.body.onDuty.join(', ') || line.nobody}</dd>
            </div>
            <div>
              <dt>{line.backup}</dt>
              <dd>{result.body.backup.join(', ') || line.nobody}</dd>
            </div>
          </dl>
          <Alarm line={result.body} />
          <ThereNow now={result.body.now} />
          <OpeningPart opening={result.body.opening} />
        </>
      ) : null}
    </section>
  )
}

// An open line on which nobody is signed in needs a warning. Without a first worker, the backup is the one expected.
function Alarm({ line: { state, onDuty, backup, now } }: { line: DeskLine }) {
  if (state.kind !== 'open') return null
  const haveIt = onDuty.length > 0 ? onDuty : backup
  if (haveIt.length === 0) return <p class="advice">{deskLineNl.nobodyOnDuty}</p>
  const isThere = now === null || now.signedIn.some(({ name }) => haveIt.includes(name))
  return isThere ? null : <p class="advice">{deskLineNl.notThere(haveIt.join(', '))}</p>
}

function ThereNow({ now }: Pick<DeskLine, 'now'>) {
  const { there, nobodyThere, notKnown, states, waiting } = deskLineNl
  return (
    <section aria-labelledby="there">
      <h2 id="there">{there}</h2>
      {now === null ? <p>{notKnown}</p> : null}
      {now === null ? null : (
        <>
          {now.signedIn.length === 0 ? <p>{nobodyThere}</p> : null}
          <ul class="there">
            {now.signedIn.map(({ name, state }) => (
              <li key={name}>
                {name}: {states[state]}
              </li>
            ))}
          </ul>
          <p>{waiting(now.waiting)}</p>
        </>
      )}
    </section>
  )
}

function stateSaid(state: DeskLine['state']): string {
  const { line } = words
  if (state.kind === 'open') return `${line.open} ${line.until(state.closes)}`
  return state.opens === null ? line.closed : `${line.closed} ${line.opens(state.opens)}`
}
