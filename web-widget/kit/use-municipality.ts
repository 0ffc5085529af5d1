import { useState } from 'preact/hooks'
import { findMunicipalities, type Named, plainly } from './find-municipality.ts'

export type MunicipalityChoice = {
  all: readonly Named[]
  unknown: string
  /** undefined = nothing chosen yet; null = “I do not know”. */
  chosen: string | null | undefined
  choose(nis: string | null | undefined): void
}
type Option = readonly [nis: string | null, name: string]

/** State and keyboard handling of the municipality field, after the combobox pattern of the ARIA Authoring Practices. */
export function useMunicipality({ all, unknown, chosen, choose }: MunicipalityChoice) {
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(false)
  const found = isOpen && typed ? findMunicipalities(all, typed) : []
  const options: readonly Option[] = isOpen ? [...found, [null, unknown]] : []

  function show(isShown: boolean) {
    setOpen(isShown)
    setActive(-1)
  }
  function pick(nis: string | null) {
    setTyped(null)
    show(false)
    choose(nis)
  }
  function write(text: string) {
    setTyped(text)
    show(true)
    if (chosen !== undefined) choose(undefined)
  }
  function leave() {
    const exact = all.find(([, name]) => plainly(name) === plainly(typed ?? ''))
    if (exact) pick(exact[0])
    else show(false)
  }
  function press(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step && !(isOpen && (event.key === 'Enter' || event.key === 'Escape'))) return
    event.preventDefault()
    if (step && !isOpen) return setOpen(true)
    if (step) return setActive((active + step + options.length) % options.length)
    // The first Escape only closes the list; without this it would also close the chat window.
    event.stopPropagation()
    const option = options[active] ?? (found.length === 1 ? found[0] : undefined)
    if (event.key === 'Escape') show(false)
    else if (option) pick(option[0])
  }
  const shown = typed ?? (chosen === null ? unknown : (all.find(([nis]) => nis === chosen)?.[1] ?? ''))
  return { typed, shown, active, isOpen, found, options, show, pick, write, leave, press }
}
