import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CallBackWords } from '../../../shared/words/types/words.ts'
import type { BeforeProps, KnownLine } from '../model/start-model.ts'
import { regionRows } from './region-rows.ts'

export type NoAnswerProps = BeforeProps & {
  said: CallBackWords
  emergency(crisis: string | null): ComponentChildren
  /** The start form: a chat may start although the state of the line is not known. */
  form(line: KnownLine): ComponentChildren
}

/** The start page when our API gives no answer: the region's numbers and hours, the helplines, and the start form. */
export function NoAnswer({ region: id, line, language, words, said, ...props }: NoAnswerProps) {
  const { aside, emergency, form, lookAgain, settle } = props
  const { widget } = words
  const row = regionRows.find(({ region }) => region.id === id)
  const [municipalities, setMunicipalities] = useState<KnownLine['municipalities']>([])
  useEffect(() => {
    void import('./municipality-rows.ts').then(({ municipalityRows }) => setMunicipalities(municipalityRows))
  }, [])
  useEffect(() => {
    if (row) settle(row.region.languages)
  }, [row])
  return (
    <Fragment key={words.locale}>
      {aside}
      <p role="alert">{line === 'unknown' ? said.unknownRegion : widget.failed(row?.region.phone ?? null)}</p>
      {row && <p class="phone">{row.hours[language]}</p>}
      {emergency(row?.region.crisisPhone ?? null)}
      <p class="helplines">{said.helplines}</p>
      <button type="button" class="main" onClick={lookAgain}>
        {widget.tryAgain}
      </button>
      {row && form({ region: row.region, municipalities })}
    </Fragment>
  )
}
