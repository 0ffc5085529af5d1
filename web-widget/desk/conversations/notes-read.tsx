import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import { labelOf, noteInWords, noteNames } from './notes-in-words.ts'
import { useDesk, words } from '../state/desk-context.ts'

/** The notes of a logged conversation, read-only. */
export function NotesRead({ notes }: { notes: CoachingNotes }) {
  const { me } = useDesk()
  return (
    <section class="notes-read" aria-labelledby="notes">
      <h2 id="notes">{words.form.heading}</h2>
      <dl>
        {noteNames.map((name) => (
          <div key={name}>
            <dt>{labelOf(name)}</dt>
            <dd>{noteInWords(notes, name, me)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
