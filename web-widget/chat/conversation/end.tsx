import { useEffect, useRef, useState } from 'preact/hooks'
import { LiveText } from '../../kit/live-text.tsx'
import type { TalkWords } from '../../../shared/words/types/words.ts'

export type EndProps = { words: TalkWords; failed: string; leave(): Promise<boolean> }

/** The button that ends the conversation, after a confirmation. */
export function End({ words, failed, leave }: EndProps) {
  const [asking, setAsking] = useState<'no' | 'yes' | 'failed'>('no')
  const question = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (asking === 'yes') question.current?.focus()
  }, [asking])
  async function end() {
    if (!(await leave())) setAsking('failed')
  }
  if (asking === 'no') {
    return (
      <button type="button" class="end" onClick={() => setAsking('yes')}>
        {words.end}
      </button>
    )
  }
  return (
    <div class="confirm" role="group" aria-labelledby="end-question">
      <p id="end-question" ref={question} tabIndex={-1}>
        <LiveText text={asking === 'failed' ? failed : words.endConfirm} />
      </p>
      <button type="button" class="end" onClick={() => void end()}>
        {words.end}
      </button>
      <button type="button" class="main" onClick={() => setAsking('no')}>
        {words.goOn}
      </button>
    </div>
  )
}
