import { useRef, useState } from 'preact/hooks'
import { type PersonalTrace, personalTraceIn } from '../../../shared/domain/contacts/personal-traces.ts'
import { LiveText } from '../../kit/live-text.tsx'
import type { TalkWords } from '../../../shared/words/types/words.ts'

export type ComposerProps = { words: TalkWords; text: string; setText(text: string): void; write(text: string): void; typing(): void }

// Connect’s limit counts UTF-16 code units, as `length` does. The counter appears near the limit.
const maxUnits = 1024
const nearTheEnd = 150

type Hint = { kind: 'none' } | { kind: 'said'; sentence: string } | { kind: 'trace'; trace: PersonalTrace }

/** The message field. Enter sends, Shift+Enter adds a line; text that may identify a person asks for confirmation before it is sent. */
export function Composer({ words, text, setText, write, typing }: ComposerProps) {
  const [hint, setHint] = useState<Hint>({ kind: 'none' })
  const field = useRef<HTMLTextAreaElement>(null)
  const left = maxUnits - text.length

  function send(mayHaveTraces: boolean) {
    const message = (text.toWellFormed?.() ?? text).trim()
    if (message === '') return setHint({ kind: 'said', sentence: words.empty })
    if (message.length > maxUnits) return setHint({ kind: 'said', sentence: words.tooLong(maxUnits) })
    const trace = mayHaveTraces ? null : personalTraceIn(message)
    if (trace) return setHint({ kind: 'trace', trace })
    write(message)
    setText('')
    back()
  }
  function back() {
    setHint({ kind: 'none' })
    field.current?.focus()
  }
  function input(value: string) {
    setText(value)
    if (hint.kind === 'said') setHint({ kind: 'none' })
    if (value.trim() !== '') typing()
  }
  function press(event: KeyboardEvent) {
    // During an IME composition, Enter confirms the composed letters and must not send. Safari reports it after the composition, with 229.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    submit(event)
  }
  function submit(event: Event) {
    event.preventDefault()
    send(false)
  }

  return (
    <form class="composer" onSubmit={submit}>
      {hint.kind === 'trace' ? <TraceHint words={words} trace={hint.trace} send={() => send(true)} change={back} /> : null}
      <p class="error" id="message-hint" role="alert">
        <LiveText text={hint.kind === 'said' ? hint.sentence : ''} />
      </p>
      <label for="message">{words.input}</label>
      <div class="line">
        <textarea
          id="message"
          ref={field}
          rows={2}
          dir="auto"
          value={text}
          aria-describedby="message-hint message-left"
          aria-invalid={hint.kind === 'said' ? true : undefined}
          onInput={(event) => input(event.currentTarget.value)}
          onKeyDown={press}
        />
        <button type="submit" class="main">
          {words.send}
        </button>
      </div>
      <p class={`left ${left < 0 ? 'over' : ''}`} id="message-left" role="status">
        <LiveText text={left < 0 ? words.tooLong(maxUnits) : left <= nearTheEnd ? words.charactersLeft(left) : ''} />
      </p>
    </form>
  )
}

type TraceHintProps = { words: TalkWords; trace: PersonalTrace; send(): void; change(): void }

function TraceHint({ words, trace, send, change }: TraceHintProps) {
  return (
    <div class="trace" role="alert">
      <p>
        <LiveText text={words.personalHint(trace)} />
      </p>
      <button type="button" class="main" onClick={change}>
        {words.changeIt}
      </button>
      <button type="button" class="end" onClick={send}>
        {words.sendAnyway}
      </button>
    </div>
  )
}
