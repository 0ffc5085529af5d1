import { BetweenContacts } from './between-contacts.tsx'
import { CallbackNote } from './callback-note.tsx'
import { ContactRow } from './contact-row.tsx'
import type { OpenContact } from '../state/contacts.ts'
import { Known } from './known.tsx'
import { DangerAdvice } from '../conversations/danger-advice.tsx'
import { LogPart } from '../conversations/log-part.tsx'
import { NotesForm } from '../conversations/notes-form.tsx'
import { NotesRead } from '../conversations/notes-read.tsx'
import { useDesk, words } from '../state/desk-context.ts'
import { PromiseQuestions } from './promise-questions.tsx'
import { TakeOnPart } from '../cases/take-on-part.tsx'
import { FailureNote } from '../parts/failure-note.tsx'

/** The screen “Now”: the current contact, what is known about it, and the notes. */
export function NowScreen() {
  const { contacts } = useDesk()
  const current = contacts.current()
  if (current === null) return <BetweenContacts />
  return (
    <>
      <ContactRow />
      <Contact key={current.id} contact={current} />
    </>
  )
}

function Contact({ contact }: { contact: OpenContact }) {
  const { contacts } = useDesk()
  const { known, autosave, failure } = contact
  if (failure !== null) return <FailureNote failure={failure} again={() => contacts.lookAgain(contact.id)} />
  if (known === null || autosave === null) {
    return (
      <p class="nothing" role="status">
        {words.loading}
      </p>
    )
  }
  const { conversation, notes } = autosave.draft()
  const isEmergency = notes.danger === 'emergency' && conversation.state === 'draft'
  return (
    <div class={isEmergency ? 'contact emergency' : 'contact'}>
      {isEmergency ? (
        <section class="emergency-first" aria-label={words.form.dangers.emergency}>
          <DangerAdvice danger="emergency" />
        </section>
      ) : (
        <Known id={contact.id} known={known} notes={notes} />
      )}
      <div class="log">
        <PromiseQuestions id={contact.id} promises={known.promises} />
        <CallbackNote contactId={contact.id} />
        {conversation.state === 'logged' ? (
          <>
            <LogPart autosave={autosave} />
            <TakeOnPart autosave={autosave} />
            <NotesRead contact={contact} notes={notes} />
          </>
        ) : (
          <>
            <NotesForm contact={contact} autosave={autosave} />
            <LogPart autosave={autosave} />
          </>
        )}
      </div>
    </div>
  )
}
