import type { ComponentChildren } from 'preact'
import type { ReferrerType } from '../../../shared/domain/contacts/contact.ts'
import { SelectField, TextField } from '../../kit/fields.tsx'
import { MunicipalityField } from '../../kit/municipality-field.tsx'
import type { Filled, KnownLine } from '../model/start-model.ts'
import type { ChatWords } from '../words/chat-words.ts'

export type WhoFieldsProps = {
  words: ChatWords
  /** The team for the chosen municipality. */
  team: ComponentChildren
  line: KnownLine
  filled: Filled
  fill(some: Partial<Filled>): void
  errorAt(field: string): string | null
  /** The form cannot be sent without these fields. */
  isRequired?: boolean
}

/** The fields for the referrer type, the family’s municipality and the alias. Each field’s id is the key of its value. */
export function WhoFields({ words, team, line, filled, fill, errorAt, isRequired }: WhoFieldsProps) {
  const { referrers, widget } = words
  const required = isRequired ? widget.required : undefined
  return (
    <>
      <SelectField
        id="referrerType"
        required={required}
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
          ...(required && { required }),
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
      {team}
      <TextField
        id="alias"
        required={required}
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
