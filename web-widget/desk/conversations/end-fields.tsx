import { contradictsConsent } from '../../../shared/domain/conversations/consent-rules.ts'
import { outcomeRules } from '../../../shared/domain/conversations/outcomes.ts'
import { Choice } from '../parts/choices.tsx'
import type { Autosave } from '../state/autosave.ts'
import { words } from '../state/desk-context.ts'
import { CallBackField } from './call-back-field.tsx'
import { ConsentField } from './consent-field.tsx'

/** The end of the conversation: the family's agreement, the outcome, and the call that an outcome promises. */
export function EndFields({ autosave }: { autosave: Autosave }) {
  const { form } = words
  const { notes } = autosave.draft()
  return (
    <>
      <ConsentField
        consent={notes.consent}
        today={autosave.draft().conversation.openedAt.day}
        change={(consent) => autosave.edit({ consent })}
      />
      {contradictsConsent(notes) ? (
        <p class="advice" role="alert">
          {form.familyKnowsContradicts}
        </p>
      ) : null}
      <Choice
        name="outcome"
        label={form.outcome}
        options={form.outcomes}
        value={notes.outcome}
        choose={(outcome) => autosave.edit({ outcome })}
      />
      {notes.outcome !== null && outcomeRules[notes.outcome].promises === 'call-back' ? <CallBackField autosave={autosave} /> : null}
    </>
  )
}
