import { useId, useState } from 'preact/hooks'

/** A text field in place of a microphone: the other side reads the line, and hears it if the browser can speak. */
export function SayForm({ words, say }: { words: { sayLabel: string; sayHelp: string; say: string }; say(text: string): void }) {
  const [text, setText] = useState('')
  const help = useId()
  const submit = (event: Event): void => {
    event.preventDefault()
    if (text.trim() === '') return
    say(text.slice(0, 1000))
    setText('')
  }
  return (
    <form class="say" onSubmit={submit}>
      <label class="field">
        {words.sayLabel}
        <input
          type="text"
          autocomplete="off"
          maxLength={1000}
          aria-describedby={help}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit">{words.say}</button>
      <small id={help}>{words.sayHelp}</small>
    </form>
  )
}
