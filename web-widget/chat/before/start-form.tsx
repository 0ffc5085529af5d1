import { useEffect, useRef } from 'preact/hooks'
import { TextField } from '../../kit/fields.tsx'
import { LiveText } from '../../kit/live-text.tsx'
import { useStart } from './use-start.ts'
import { WhoFields } from './who-fields.tsx'
import type { StartFormProps } from '../model/start-model.ts'

/** The start form: referrer type, the family’s municipality, an alias and an optional code. Each field’s id is the key of its value. */
export function StartForm(props: StartFormProps) {
  const { filled } = props
  const { widget } = props.words
  const { fill, problem, isStarting, start } = useStart(props)
  const form = useRef<HTMLFormElement>(null)
  const wasAsked = useRef(false)
  const errorAt = (field: string) => problem.find((one) => one.field === field)?.sentence ?? null
  const other = problem.filter(({ field }) => field === null || !(field in filled))

  useEffect(() => {
    // Only after an attempt to start: moving the focus while the referrer types would interrupt the typing.
    const wrong = wasAsked.current && problem[0]?.field
    wasAsked.current = false
    if (wrong) form.current?.querySelector<HTMLElement>(`#${wrong}`)?.focus()
  }, [problem])
  function submit(event: Event) {
    event.preventDefault()
    wasAsked.current = true
    void start()
  }

  return (
    <form ref={form} noValidate onSubmit={submit} aria-busy={isStarting}>
      <WhoFields {...props} fill={fill} errorAt={errorAt} isRequired />
      <TextField
        id="code"
        isCode
        label={widget.code}
        help={widget.codeHelp}
        maxLength={40}
        value={filled.code}
        error={errorAt('code')}
        change={(code) => fill({ code })}
      />
      <p class="privacy">
        <strong>{widget.noNames}</strong> {widget.privacy}
      </p>
      {other.map((one) => (
        <p class="error" role="alert" key={one.sentence}>
          {one.sentence}
        </p>
      ))}
      <button type="submit" class="main" aria-disabled={isStarting}>
        <LiveText text={isStarting ? widget.starting : widget.start} />
      </button>
    </form>
  )
}
