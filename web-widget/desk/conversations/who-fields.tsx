import { SelectField } from '../../kit/fields.tsx'
import { MunicipalityField } from '../../kit/municipality-field.tsx'
import { Several } from '../parts/choices.tsx'
import type { Autosave } from '../state/autosave.ts'
import { referrers, useDesk, words } from '../state/desk-context.ts'

/** The fields on who asks, from where, and about children of which age. */
export function WhoFields({ autosave }: { autosave: Autosave }) {
  const { me } = useDesk()
  const { form } = words
  const { notes } = autosave.draft()
  return (
    <>
      <SelectField
        id="referrer"
        label={form.referrer}
        empty={form.choose}
        options={Object.entries(referrers)}
        value={notes.referrerType ?? ''}
        change={(value) => autosave.edit({ referrerType: isKey(referrers, value) ? value : null })}
      />
      <MunicipalityField
        id="municipality"
        words={{ label: form.municipality, unknown: form.municipalityUnknown, help: '', placeholder: '', found: form.municipalitiesFound }}
        all={me.municipalities}
        chosen={notes.municipality}
        choose={(nis) => nis !== undefined && autosave.edit({ municipality: nis })}
      />
      <Several
        name="ageBands"
        label={form.ageBands}
        options={form.ages}
        values={notes.ageBands}
        choose={(ageBands) => autosave.edit({ ageBands })}
      />
    </>
  )
}

function isKey<Key extends string>(record: Record<Key, unknown>, key: string): key is Key {
  return Object.hasOwn(record, key)
}
