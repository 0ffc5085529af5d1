import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { Act } from './callback-act.ts'
import { UndoButton } from './callback-undo.tsx'
import { whoIn } from './callback-words.ts'
import { useDesk, words } from '../state/desk-context.ts'

/** The entries closed lately, including those not reached: a worker can check an entry after closing it. */
export function ClosedCallbacks({ closed, more, act }: { closed: readonly DeskCallback[]; more: number; act: Act }) {
  const { me } = useDesk()
  const { callbacks } = words
  return (
    <>
      <h2 id="closed-callbacks">{callbacks.closedHeading}</h2>
      {closed.length === 0 ? <p>{callbacks.closedNone}</p> : null}
      <ul class="closed" aria-labelledby="closed-callbacks">
        {closed.map((entry) => (
          <li key={entry.id}>
            <p>
              <b>{entry.state === 'open' ? '' : callbacks.states[entry.state]}</b>: {whoIn(entry, me)}
              {entry.closed === null ? '' : `, ${callbacks.closedAt(entry.closed)}`}
            </p>
            {entry.loss === null ? null : (
              <p class="lost-entry">{`${callbacks.lostAt(entry.loss.at)}. ${callbacks.lost[entry.loss.why]}`}</p>
            )}
            {entry.closing === null ? null : <p>{callbacks.settledBy(entry.closing)}</p>}
            <p class="soft">{callbacks.reasons[entry.reason]}</p>
            <UndoButton entry={entry} act={act} />
            {entry.attempts.length === 0 ? null : (
              <ol class="attempts">
                {entry.attempts.map((attempt, index) => (
                  <li key={index}>{callbacks.attempt(attempt)}</li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ul>
      {more === 0 ? null : <p class="soft">{callbacks.andMore(more)}</p>}
    </>
  )
}
