import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import { labelOf, noteInWords, noteNames } from './notes-in-words.ts'
import { ContactName } from '../parts/contact-name.tsx'
import type { OpenContact } from '../state/contacts.ts'
import { useDesk, words } from '../state/desk-context.ts'

/** The notes of a logged conversation, read-only. */
export function NotesRead({ contact, notes }: { contact: OpenContact; notes: CoachingNotes }) {
  const { me } = useDesk()
  return (
    <section class="notes-read" aria-labelledby="notes">
      <h2 id="notes">
        {words.form.heading} <ContactName contact={contact} />
      </h2>
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
