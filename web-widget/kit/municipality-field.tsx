import { useRef, useState } from 'preact/hooks'
import { findMunicipalities, type Named, plainly } from './find-municipality.ts'

export type MunicipalityWords = { label: string; help: string; unknown: string; placeholder: string; found(count: number): string }

export type MunicipalityFieldProps = {
  id: string
  words: MunicipalityWords
  all: readonly Named[]
  /** undefined = nothing chosen yet; null = "I do not know". */
  chosen: string | null | undefined
  error?: string | null
  choose(nis: string | null | undefined): void
}

const mostShown = 7

/** A search field over all municipalities: an editable combobox with a list, after the ARIA Authoring Practices. */
export function MunicipalityField(props: MunicipalityFieldProps) {
  const { id, words, all, chosen } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const shown = typed ?? (chosen === null ? words.unknown : (all.find(([nis]) => nis === chosen)?.[1] ?? ''))
  const found = isOpen && typed ? findMunicipalities(all, typed, mostShown) : []
  const options: readonly (readonly [string | null, string])[] = isOpen ? [...found, [null, words.unknown]] : []

  function pick(nis: string | null) {
    setTyped(null)
    close()
    props.choose(nis)
  }
  function close() {
    setOpen(false)
    setActive(-1)
  }
  function write(text: string) {
    setTyped(text)
    setOpen(true)
    setActive(-1)
    if (chosen !== undefined) props.choose(undefined)
  }
  function leave() {
    const exact = all.find(([, name]) => plainly(name) === plainly(typed ?? ''))
    if (exact) pick(exact[0])
    else close()
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + options.length) % options.length)
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      const option = options[active] ?? (found.length === 1 ? found[0] : undefined)
      if (option) pick(option[0])
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  const describedBy = [words.help && `${id}-help`, props.error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class="field combobox">
      <label for={id}>{words.label}</label>
      {words.help === '' ? null : (
        <p class="help" id={`${id}-help`}>
          {words.help}
        </p>
      )}
      <input
        id={id}
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-describedby={describedBy}
        aria-invalid={props.error ? true : undefined}
        aria-activedescendant={active >= 0 ? `${id}-option-${active}` : undefined}
        placeholder={words.placeholder}
        value={shown}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setOpen(true)}
        onInput={(event) => write(event.currentTarget.value)}
        onBlur={leave}
        onKeyDown={press}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={words.label} class="options" hidden={!isOpen}>
        {options.map(([nis, name], index) => (
          <li
            key={nis ?? 'unknown'}
            id={`${id}-option-${index}`}
            role="option"
            aria-selected={index === active}
            class={nis === null ? 'unknown' : ''}
            // Before the field loses the focus, else the list closes under the finger.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(nis)}
          >
            {name}
          </li>
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {isOpen && typed ? words.found(found.length) : ''}
      </p>
      {props.error ? (
        <p class="error" id={`${id}-error`}>
          {props.error}
        </p>
      ) : null}
    </div>
  )
}
