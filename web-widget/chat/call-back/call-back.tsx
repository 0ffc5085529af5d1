import { useEffect, useRef, useState } from 'preact/hooks'
import { dress } from '../frame/later-parts.ts'
import { useCallBack } from './use-call-back.ts'
import type { CallBackProps } from './call-back-props.ts'

/** The call-back form, then the promise. The form says when the line calls before the referrer types a number. */
export function CallBack(props: CallBackProps) {
  const { said, words, line, isSecond, comesInstead, children } = props
  const [isWanted, setWanted] = useState(false)
  const form = useCallBack(props)
  const heading = useRef<HTMLHeadingElement>(null)
  const { asked } = form
  useEffect(() => dress('call-back'), [])
  useEffect(() => {
    if (asked || isWanted) heading.current?.focus()
  }, [asked, isWanted])
  useEffect(() => {
    if (comesInstead && !isSecond) heading.current?.focus()
  }, [comesInstead, isSecond])

  if (asked) {
    return (
      <section class="call-back done" aria-labelledby="call-back">
        <h2 id="call-back" tabIndex={-1} ref={heading}>
          {said.done}
        </h2>
        <p>{said.promised(words.widget.callBackTime(asked.promise))}</p>
        {line.region.phone && <p>{said.calledFrom(line.region.phone)}</p>}
        <p>{said.erased}</p>
        {!children && <p>{said.helplines}</p>}
      </section>
    )
  }
  if (isSecond && !isWanted && form.number === '') {
    return (
      <p>
        <button type="button" onClick={() => setWanted(true)}>
          {said.offer}
        </button>
      </p>
    )
  }
  return (
    <section class="call-back" aria-labelledby="call-back">
      <h2 id="call-back" tabIndex={-1} ref={heading}>
        {said.offer}
      </h2>
      <p>{said.form(words.widget.callBackTime(line.callBack))}</p>
      <NumberForm {...props} form={form} />
    </section>
  )
}

function NumberForm(props: CallBackProps & { form: ReturnType<typeof useCallBack> }) {
  const { said, children, form } = props
  const { number, problem, isSending, othersMayAnswer, setOthers } = form
  const field = useRef<HTMLInputElement>(null)
  const isAboutNumber = problem?.field === 'number'
  useEffect(() => {
    if (isAboutNumber) field.current?.focus()
  }, [problem])
  function submit(event: Event) {
    event.preventDefault()
    void form.send()
  }
  return (
    <form noValidate onSubmit={submit} aria-busy={isSending}>
      <div class="field">
        <label for="number">{said.number}</label>
        <p class="help" id="number-help">
          {said.numberHelp}
        </p>
        <input
          id="number"
          ref={field}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          maxLength={40}
          value={number}
          aria-describedby={isAboutNumber ? 'number-help number-error' : 'number-help'}
          aria-invalid={isAboutNumber || undefined}
          onInput={(event) => form.write(event.currentTarget.value)}
        />
        {isAboutNumber && (
          <p class="error" id="number-error">
            {problem.sentence}
          </p>
        )}
      </div>
      <fieldset>
        <legend>{said.othersMayAnswer}</legend>
        <Choice name={said.no} means={said.noMeans} isChosen={!othersMayAnswer} choose={() => setOthers(false)} />
        <Choice name={said.yes} means={said.yesMeans} isChosen={othersMayAnswer} choose={() => setOthers(true)} />
      </fieldset>
      {children && (
        <details>
          <summary>{said.optional}</summary>
          {children}
        </details>
      )}
      {problem && !isAboutNumber && (
        <p class="error" role="alert">
          {problem.sentence}
        </p>
      )}
      <button type="submit" class="main" aria-disabled={isSending}>
        {isSending ? said.sending : said.send}
      </button>
    </form>
  )
}

type ChoiceProps = { name: string; means: string; isChosen: boolean; choose(): void }

function Choice({ name, means, isChosen, choose }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name="othersMayAnswer" checked={isChosen} onChange={choose} />
      <span>
        {name}
        <small>{means}</small>
      </span>
    </label>
  )
}
