import { useEffect, useRef } from 'preact/hooks'
import type { Conversation, Said, Unsent } from './conversation.ts'
import type { ChatWords } from './words.ts'

export type MessagesProps = { words: ChatWords; conversation: Conversation; sendAgain(token: string): void }

/** Everything said, oldest first, as plain text: nothing in a message is ever more than letters. */
export function Messages({ words, conversation, sendAgain }: MessagesProps) {
  const { widget } = words
  const { said, unsent, typing } = conversation
  const end = useRef<HTMLDivElement>(null)
  const log = useRef<HTMLDivElement>(null)
  const toTheEnd = () => end.current?.scrollIntoView({ block: 'end' })
  const stuck = unsent.filter((one) => one.state === 'not-sent' || one.state === 'refused').length
  useEffect(toTheEnd, [said.length, unsent.length, stuck])
  useEffect(() => {
    // A hint, a keyboard or a turned phone takes room away: the newest message stays in sight.
    const watch = new ResizeObserver(toTheEnd)
    if (log.current) watch.observe(log.current)
    return () => watch.disconnect()
  }, [])

  return (
    <div class="messages" ref={log} tabIndex={0} role="region" aria-label={widget.messages}>
      <div role="log" aria-live="polite" aria-relevant="additions">
        {said.map((one) => (
          <Message key={one.id} said={one} words={words} />
        ))}
        {unsent.map((one) => (
          <Waiting key={one.token} unsent={one} words={words} sendAgain={() => sendAgain(one.token)} />
        ))}
      </div>
      <p class="typing" role="status">
        {typing === null ? '' : <span>{widget.typing(typing.name)}</span>}
      </p>
      <div ref={end} />
    </div>
  )
}

function Message({ said, words }: { said: Said; words: ChatWords }) {
  const { widget } = words
  const name = said.by === 'you' ? widget.you : said.by === 'line' ? widget.system : said.name
  const at = new Intl.DateTimeFormat(words.locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <article class={`message ${said.by}`}>
      <p class="who">
        {name} <span class="at">{at.format(said.at)}</span>
      </p>
      <p class="text">{said.text}</p>
    </article>
  )
}

function Waiting({ unsent, words, sendAgain }: { unsent: Unsent; words: ChatWords; sendAgain(): void }) {
  const { widget } = words
  const isStuck = unsent.state === 'not-sent' || unsent.state === 'refused'
  return (
    <article class={`message you ${isStuck ? 'stuck' : 'going'}`}>
      <p class="who">{widget.you}</p>
      <p class="text">{unsent.text}</p>
      <p class="way">
        {isStuck ? widget.notSent : widget.sending}
        {isStuck ? (
          <button type="button" onClick={sendAgain}>
            {widget.sendAgain}
          </button>
        ) : null}
      </p>
    </article>
  )
}
