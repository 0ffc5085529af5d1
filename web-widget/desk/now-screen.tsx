import { ContactRow } from './contact-row.tsx'
import type { OpenContact } from './contacts.ts'
import { Known } from './known.tsx'
import { LogPart } from './log-part.tsx'
import { NotesForm } from './notes-form.tsx'
import { NotesRead } from './notes-read.tsx'
import { useRoom, words } from './room.ts'
import { TakeOnPart } from './take-on-part.tsx'
import { TroubleNote } from './trouble-note.tsx'

/** "Now": the contact in front of the worker, what is known about it, and the notes she writes while she listens. */
export function NowScreen() {
  const { contacts } = useRoom()
  const current = contacts.current()
  if (current === null) return <p class="nothing">{words.now.nothing}</p>
  return (
    <>
      <ContactRow />
      <Contact key={current.id} contact={current} />
    </>
  )
}

function Contact({ contact }: { contact: OpenContact }) {
  const { contacts } = useRoom()
  const { known, keeper, trouble } = contact
  if (trouble !== null) return <TroubleNote trouble={trouble} again={() => contacts.lookAgain(contact.id)} />
  if (known === null || keeper === null) {
    return (
      <p class="nothing" role="status">
        {words.loading}
      </p>
    )
  }
  const { conversation, notes } = keeper.draft()
  return (
    <div class="contact">
      <Known id={contact.id} known={known} notes={notes} />
      <div class="log">
        {conversation.state === 'logged' ? (
          <>
            <LogPart keeper={keeper} />
            <TakeOnPart keeper={keeper} />
            <NotesRead notes={notes} />
          </>
        ) : (
          <>
            <NotesForm keeper={keeper} />
            <LogPart keeper={keeper} />
          </>
        )}
      </div>
    </div>
  )
}
