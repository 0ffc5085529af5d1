import type { Day } from '../../../shared/domain/time/brussels-time.ts'
import type { Consent } from '../../../shared/domain/conversations/coaching.ts'
import { SelectField } from '../../kit/fields.tsx'
import { Choice } from '../parts/choices.tsx'
import { dayIn } from '../parts/day-text.ts'
import { words } from '../state/desk-context.ts'

export type ConsentFieldProps = { consent: Consent; today: Day; change(consent: Consent): void }

/** The family’s consent (who, when and how), required before a name is noted or the question is taken on. Nothing in it is pre-filled. */
export function ConsentField({ consent, today, change }: ConsentFieldProps) {
  const { form } = words
  function choose(kind: Consent['kind']) {
    change(kind === 'yes' ? { kind, by: null, on: null, how: null } : { kind })
  }
  return (
    <div class={`consent ${consent.kind}`}>
      <Choice name="consent" label={form.consent} options={form.consents} value={consent.kind} choose={choose} />
      {consent.kind === 'yes' ? (
        <div class="consent-more">
          <SelectField
            id="consent-by"
            label={form.consentBy}
            empty={form.choose}
            options={Object.entries(form.consentBys)}
            value={consent.by ?? ''}
            change={(by) => change({ ...consent, by: isIn(form.consentBys, by) ? by : null })}
          />
          <div class="field">
            <label for="consent-on">{form.consentOn}</label>
            <input
              id="consent-on"
              type="date"
              value={consent.on ?? ''}
              max={today}
              onChange={(event) => change({ ...consent, on: dayIn(event.currentTarget.value) })}
            />
          </div>
          <SelectField
            id="consent-how"
            label={form.consentHow}
            empty={form.choose}
            options={Object.entries(form.consentHows)}
            value={consent.how ?? ''}
            change={(how) => change({ ...consent, how: isIn(form.consentHows, how) ? how : null })}
          />
        </div>
      ) : (
        <p class="gate">{form.consentGate}</p>
      )}
    </div>
  )
}

function isIn<Key extends string>(names: Record<Key, string>, key: string): key is Key {
  return Object.hasOwn(names, key)
}
