import { useRef } from 'preact/hooks'
import { dayIn } from '../parts/day-text.ts'
import type { PlannedAgreement } from '../../../shared/domain/conversations/coaching.ts'
import { SelectField, TextField } from '../../kit/fields.tsx'
import { words } from '../state/desk-context.ts'

export type AgreementsProps = { agreements: readonly PlannedAgreement[]; change(agreements: PlannedAgreement[]): void }

const maxAgreements = 20

/** The agreements: who does what by when, one row each. A new row takes the focus. */
export function AgreementsField({ agreements, change }: AgreementsProps) {
  const { form } = words
  const list = useRef<HTMLDivElement>(null)
  function edit(index: number, some: Partial<PlannedAgreement>) {
    change(agreements.map((one, at) => (at === index ? { ...one, ...some } : one)))
  }
  function add() {
    change([...agreements, { what: '', who: 'referrer', by: null }])
    // The first field of the new row exists only after the next render.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`#agreement-${agreements.length}`)?.focus())
  }
  return (
    <div class="agreements" ref={list} role="group" aria-label={form.agreements}>
      {agreements.map((one, index) => (
        <div class="agreement" key={index}>
          <TextField
            id={`agreement-${index}`}
            label={form.agreementWhat}
            maxLength={300}
            value={one.what}
            change={(what) => edit(index, { what })}
          />
          <SelectField
            id={`agreement-who-${index}`}
            label={form.agreementWho}
            options={Object.entries(form.agreementWhos)}
            value={one.who}
            change={(who) => isWho(who) && edit(index, { who })}
          />
          <div class="field">
            <label for={`agreement-by-${index}`}>{form.agreementBy}</label>
            <input
              id={`agreement-by-${index}`}
              type="date"
              value={one.by ?? ''}
              onChange={(event) => edit(index, { by: dayIn(event.currentTarget.value) })}
            />
          </div>
          <button type="button" class="quiet" onClick={() => change(agreements.filter((_, at) => at !== index))}>
            {form.removeAgreement(one.what)}
          </button>
        </div>
      ))}
      {agreements.length < maxAgreements ? (
        <button type="button" onClick={add}>
          {form.addAgreement}
        </button>
      ) : null}
    </div>
  )
}

function isWho(who: string): who is PlannedAgreement['who'] {
  return Object.hasOwn(words.form.agreementWhos, who)
}
