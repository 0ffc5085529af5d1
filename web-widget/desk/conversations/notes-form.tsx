import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { AgreementsField } from './agreements-field.tsx'
import { Choice } from '../parts/choices.tsx'
import { Conflict } from './conflict.tsx'
import { ContactName, markColours } from '../parts/contact-name.tsx'
import type { OpenContact } from '../state/contacts.ts'
import type { Autosave } from '../state/autosave.ts'
import { DangerAdvice } from './danger-advice.tsx'
import { EndFields } from './end-fields.tsx'
import { type FieldProps, HelpQuestion, Note } from './note.tsx'
import { words } from '../state/desk-context.ts'
import { SaveLine } from './save-line.tsx'
import { WhoFields } from './who-fields.tsx'

/** The notes in the order of the conversation guide (docs/sources.md 4.2). No field is required during the conversation. */
export function NotesForm({ contact, autosave }: { contact: OpenContact; autosave: Autosave }) {
  const { form } = words
  const { notes, save } = autosave.draft()
  // In an emergency nothing but the safety of this moment is asked, until the worker wants the rest.
  const [showsAll, setShowsAll] = useState(false)
  const isFolded = notes.danger === 'emergency' && !showsAll
  const fields = { notes, edit: autosave.edit, leave: () => void autosave.saveNow() }
  return (
    <section class={`notes mark-${contact.mark % markColours}`} aria-labelledby="notes" onFocusOut={fields.leave}>
      <div class="notes-head">
        <h1 id="notes">
          <span class="kind">{form.heading}</span> <ContactName contact={contact} />
        </h1>
        <SaveLine save={save} again={fields.leave} />
      </div>
      {save.kind === 'stale' ? <Conflict mine={notes} newer={save.newer} choose={autosave.choose} /> : null}
      <p class="guide">
        {form.guide} {form.help}
      </p>
      <ol class="steps">
        <Step name="safety">
          <Choice
            name="danger"
            label={form.danger}
            options={form.dangers}
            value={notes.danger}
            choose={(danger) => autosave.edit({ danger })}
          />
          {notes.danger !== null && notes.danger !== 'none' && notes.danger !== 'emergency' ? <DangerAdvice danger={notes.danger} /> : null}
        </Step>
        {isFolded ? null : <Conversation autosave={autosave} fields={fields} />}
        <Step name="end">
          <EndFields autosave={autosave} />
        </Step>
      </ol>
      {isFolded ? (
        <button type="button" onClick={() => setShowsAll(true)}>
          {form.showAll}
        </button>
      ) : null}
    </section>
  )
}

function Conversation({ autosave, fields }: { autosave: Autosave; fields: FieldProps }) {
  const { form } = words
  const { notes } = fields
  return (
    <>
      <Step name="who">
        <WhoFields autosave={autosave} />
      </Step>
      <Step name="worry">
        <Note name="concern" {...fields} />
        <Note name="strengths" {...fields} />
      </Step>
      <Step name="tried">
        <Note name="tried" {...fields} />
      </Step>
      <Step name="family">
        <Choice
          name="familyKnows"
          label={form.familyKnows}
          options={form.familyKnowing}
          value={notes.familyKnows}
          choose={(familyKnows) => autosave.edit({ familyKnows })}
        />
        <HelpQuestion {...fields} />
        <Note name="familyWants" {...fields} />
      </Step>
      <Step name="possible">
        <Note name="stillPossible" {...fields} />
      </Step>
      <Step name="agreements">
        <AgreementsField agreements={notes.agreements} change={(agreements) => autosave.edit({ agreements })} />
      </Step>
    </>
  )
}

function Step({ name, children }: { name: keyof typeof words.form.steps; children: ComponentChildren }) {
  return (
    <li class="step">
      <h2>{words.form.steps[name]}</h2>
      {children}
    </li>
  )
}
