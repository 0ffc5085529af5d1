import type { ReferrerType } from '../../../shared/domain/contacts/contact.ts'
import { SelectField, TextField } from '../../kit/fields.tsx'
import { MunicipalityField } from '../../kit/municipality-field.tsx'
import { Place } from './municipality-team.tsx'
import type { Filled, KnownLine } from '../model/start-model.ts'
import type { ChatWords } from '../words/chat-words.ts'

export type WhoFieldsProps = {
  words: ChatWords
  region: string
  line: KnownLine
  filled: Filled
  fill(some: Partial<Filled>): void
  errorAt(field: string): string | null
}

/** The fields for the referrer type, the family’s municipality and the alias. Each field’s id is the key of its value. */
export function WhoFields({ words, region, line, filled, fill, errorAt }: WhoFieldsProps) {
  const { referrers, widget } = words
  return (
    <>
      <SelectField
        id="referrerType"
        label={widget.role}
        empty={widget.rolePlaceholder}
        options={Object.entries(referrers)}
        value={filled.referrerType}
        error={errorAt('referrerType')}
        change={(value) => fill({ referrerType: isRole(value, referrers) ? value : '' })}
      />
      <MunicipalityField
        id="municipality"
        words={{
          label: widget.municipality,
          help: widget.municipalityHelp,
          unknown: widget.municipalityNotKnown,
          placeholder: widget.municipalityPlaceholder,
          found: widget.municipalitiesFound,
        }}
        all={line.municipalities}
        chosen={filled.municipality}
        error={errorAt('municipality')}
        choose={(municipality) => fill({ municipality })}
      />
      <Place words={widget} region={region} municipality={filled.municipality ?? null} />
      <TextField
        id="alias"
        label={widget.alias}
        help={widget.aliasHelp}
        maxLength={40}
        value={filled.alias}
        error={errorAt('alias')}
        change={(alias) => fill({ alias })}
      />
    </>
  )
}

function isRole(value: string, referrers: Record<ReferrerType, string>): value is ReferrerType {
  return Object.hasOwn(referrers, value)
}
