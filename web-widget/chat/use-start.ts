import { useRef, useState } from 'preact/hooks'
import type { ReferrerType } from '../../shared/domain/contact.ts'
import { newKey } from '../kit/now.ts'
import type { StartFormProps } from './start-form.tsx'
import { startChat } from './start-chat.ts'

export type Filled = { referrerType: ReferrerType | ''; municipality: string | null | undefined; alias: string; code: string }
export type Trouble = { field: string | null; sentence: string }

type Missing = 'referrerType' | 'municipality' | 'alias'

const nothing: Filled = { referrerType: '', municipality: undefined, alias: '', code: '' }

/** What is filled in before a chat, what is wrong with it, and the start itself. */
export function useStart(props: StartFormProps) {
  const { widget } = props.words
  const [filled, setFilled] = useState<Filled>(nothing)
  const [trouble, setTrouble] = useState<readonly Trouble[]>([])
  const [isStarting, setStarting] = useState(false)
  // One key for this form: a double click, or a second try after a lost answer, opens one chat.
  const session = useRef(newKey())

  async function start() {
    if (isStarting) return
    const missing = missingIn(filled).map((field) => ({ field, sentence: widget.missing[field] }))
    setTrouble(missing)
    if (missing.length > 0) return
    setStarting(true)
    const outcome = await startChat({
      session: session.current,
      region: props.region,
      language: props.language,
      referrerType: filled.referrerType || 'other',
      municipality: filled.municipality ?? null,
      alias: filled.alias.trim(),
      code: filled.code.trim() || null,
    })
    setStarting(false)
    if (outcome.kind === 'started') props.begin(outcome.keys)
    else if (outcome.kind === 'line-closed') props.lookAgain()
    else if (outcome.kind === 'refused') setTrouble([outcome])
    else setTrouble([{ field: null, sentence: widget.failed(props.line.region.phone) }])
  }
  function fill(some: Partial<Filled>) {
    setFilled((before) => ({ ...before, ...some }))
    setTrouble((before) => before.filter(({ field }) => field !== null && !(field in some)))
  }
  return { filled, fill, trouble, isStarting, start }
}

function missingIn(filled: Filled): Missing[] {
  const missing: Missing[] = []
  if (filled.referrerType === '') missing.push('referrerType')
  if (filled.municipality === undefined) missing.push('municipality')
  if (filled.alias.trim() === '') missing.push('alias')
  return missing
}
