import type { DeskLine } from '../../shared/contracts/desk.ts'
import { useRoom, words } from './room.ts'
import { TroubleNote } from './trouble-note.tsx'
import { useGot } from './use-got.ts'

/** "The line": open or closed, and who has it now. */
export function LineScreen() {
  const { doors } = useRoom()
  const { line } = words
  const [got, again] = useGot(() => doors.line(), '')
  return (
    <section aria-labelledby="line">
      <h1 id="line">{line.heading}</h1>
      {got.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {got.kind === 'trouble' ? <TroubleNote trouble={got} again={again} /> : null}
      {got.kind === 'got' ? (
        <>
          <p class={`state ${got.body.state.kind}`}>{stateSaid(got.body.state)}</p>
          <dl class="duty">
            <div>
              <dt>{line.onDuty}</dt>
              <dd>{got.body.onDuty.join(', ') || line.nobody}</dd>
            </div>
            <div>
              <dt>{line.backup}</dt>
              <dd>{got.body.backup.join(', ') || line.nobody}</dd>
            </div>
          </dl>
        </>
      ) : null}
    </section>
  )
}

function stateSaid(state: DeskLine['state']): string {
  const { line } = words
  if (state.kind === 'open') return `${line.open} ${line.until(state.closes)}`
  return state.opens === null ? line.closed : `${line.closed} ${line.opens(state.opens)}`
}
