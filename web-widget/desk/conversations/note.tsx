import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import { personalTraceIn } from '../../../shared/domain/contacts/personal-traces.ts'
import { words } from '../state/desk-context.ts'

export type NoteName = 'concern' | 'strengths' | 'tried' | 'familyWants' | 'stillPossible'
export type FieldProps = { notes: CoachingNotes; edit(change: Partial<CoachingNotes>): void; leave(): void }

// A note is a summary of a few sentences. The counter appears only near the limit.
const maxLetters = 600
const nearTheEnd = 100

/** One note: free text without names, with a hint when something in it looks like personal data. */
export function Note({ name, notes, edit }: FieldProps & { name: NoteName }) {
  return <Lines id={name} label={words.form[name]} value={notes[name]} change={(text) => edit({ [name]: text })} />
}

/** The help question: a text, or “not clear yet”, which counts as an answer. */
export function HelpQuestion({ notes, edit }: FieldProps) {
  const { form } = words
  return (
    <div class="help-question">
      {notes.unarticulated ? null : (
        <Lines
          id="helpQuestion"
          label={form.helpQuestion}
          value={notes.helpQuestion ?? ''}
          change={(helpQuestion) => edit({ helpQuestion })}
        />
      )}
      <label class="tick">
        <input type="checkbox" checked={notes.unarticulated} onChange={() => edit({ unarticulated: !notes.unarticulated })} />
        <span>{form.unarticulated}</span>
      </label>
    </div>
  )
}

type LinesProps = { id: string; label: string; value: string; change(text: string): void }

function Lines({ id, label, value, change }: LinesProps) {
  const { form } = words
  const trace = personalTraceIn(value)
  const left = maxLetters - value.length
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={maxLetters}
        value={value}
        aria-describedby={`${id}-hint ${id}-left`}
        onInput={(event) => change(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`} role="status">
        {trace === null ? '' : form.personalHint(trace)}
      </p>
      <p class="left" id={`${id}-left`} role="status">
        {left <= nearTheEnd ? form.charactersLeft(left) : ''}
      </p>
    </div>
  )
}
