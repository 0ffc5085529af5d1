import { useDesk, words } from '../state/desk-context.ts'
import { rosterWords, useRoster } from './roster-context.ts'

/** Who is on duty now, and who is next. */
export function RosterNow() {
  const { me } = useDesk()
  const { roster } = useRoster()
  const { now } = rosterWords
  const named = (workers: readonly { id: string; name: string }[]) =>
    workers.map((one) => (one.id === me.worker.id ? rosterWords.you : one.name)).join(', ') || now.nobody
  const isEmpty = roster.now.isOpen && roster.now.first.length === 0
  return (
    <section class={isEmpty ? 'roster-now empty' : 'roster-now'} aria-label={now.heading}>
      {roster.now.isOpen ? (
        <dl>
          <div>
            <dt>{words.line.onDuty}</dt>
            <dd>{named(roster.now.first)}</dd>
          </div>
          <div>
            <dt>{words.line.backup}</dt>
            <dd>{named(roster.now.backup)}</dd>
          </div>
        </dl>
      ) : (
        <p>{now.closed}</p>
      )}
      <p>{roster.next === null ? now.noNext : now.next(roster.next.at, named(roster.next.first))}</p>
    </section>
  )
}
