import type { DeskLine } from '../../../shared/contracts/line/desk-line.ts'
import { CallbackNote } from './callback-note.tsx'
import { ContactRow } from './contact-row.tsx'
import type { OpenContact } from '../state/contacts.ts'
import { Known } from './known.tsx'
import { DangerAdvice } from '../conversations/danger-advice.tsx'
import { LogPart } from '../conversations/log-part.tsx'
import { NotesForm } from '../conversations/notes-form.tsx'
import { NotesRead } from '../conversations/notes-read.tsx'
import { useDesk, words } from '../state/desk-context.ts'
import { SoftphoneCheck } from './softphone-check.tsx'
import { TakeOnPart } from '../cases/take-on-part.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { useQuery } from '../client/use-query.ts'

/** The screen “Now”: the current contact, what is known about it, and the notes. */
export function NowScreen() {
  const { contacts } = useDesk()
  const current = contacts.current()
  if (current === null) return <Waiting />
  return (
    <>
      <ContactRow />
      <Contact key={current.id} contact={current} />
    </>
  )
}

/** Between contacts: says whether this worker is on duty, since a softphone that stays silent may seem broken. */
function Waiting() {
  const { client, me } = useDesk()
  const [line] = useQuery(() => client.line(), '')
  const part = line.kind === 'ok' && line.body.state.kind === 'open' ? partSaid(line.body, me.worker.name) : null
  return (
    <div class="nothing">
      <h1 class="visually-hidden">{words.nav.now}</h1>
      <p>{words.now.nothing}</p>
      {part === null ? null : <p>{part}</p>}
      {line.kind === 'ok' && me.worker.role === 'worker' ? <SoftphoneCheck softphone={line.body.softphone} /> : null}
    </div>
  )
}

function partSaid({ onDuty, backup }: DeskLine, own: string): string | null {
  if (onDuty.includes(own)) return null
  if (backup.includes(own)) return words.now.asBackup
  return onDuty.length === 0 ? words.now.nobodyOnDuty : words.now.notOnDuty(onDuty.join(', '))
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
