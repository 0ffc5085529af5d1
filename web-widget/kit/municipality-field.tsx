import { describing, Labelled } from './fields.tsx'
import { LiveText } from './live-text.tsx'
import { type MunicipalityChoice, useMunicipality } from './use-municipality.ts'

export type MunicipalityFieldProps = Omit<MunicipalityChoice, 'unknown'> & {
  id: string
  words: { label: string; required?: string; help: string; unknown: string; placeholder: string; found(count: number): string }
  error?: string | null
}

/** A search field over all municipalities: an editable ARIA combobox with a list. */
export function MunicipalityField({ id, words, error, ...choice }: MunicipalityFieldProps) {
  const field = useMunicipality({ ...choice, unknown: words.unknown })
  const { active, isOpen } = field
  const parts = { id, label: words.label, required: words.required, help: words.help, error }
  return (
    <Labelled {...parts}>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-option-${active}` : undefined}
        {...describing(parts)}
        placeholder={words.placeholder}
        value={field.shown}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => field.show(true)}
        onInput={(event) => field.write(event.currentTarget.value)}
        onBlur={field.leave}
        onKeyDown={field.press}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={words.label} class="options" hidden={!isOpen}>
        {field.options.map(([nis, name], index) => (
          <li
            key={nis ?? 'unknown'}
            id={`${id}-option-${index}`}
            role="option"
            aria-selected={index === active}
            // Pointerdown would move the focus and close the list before the click arrives.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => field.pick(nis)}
          >
            {name}
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        <LiveText text={isOpen && field.typed ? words.found(field.found.length) : ''} />
      </p>
    </Labelled>
  )
}
