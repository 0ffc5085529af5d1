import { useEffect, useRef } from 'preact/hooks'
import { LiveText } from '../../kit/live-text.tsx'
import type { TalkWords } from '../../../shared/words/types/words.ts'
import type { Conversation, Said, Unsent } from './conversation.ts'

export type MessagesProps = {
  /** BCP 47 locale for the times. */
  locale: string
  words: TalkWords
  conversation: Conversation
  sendAgain(token: string): void
  isOver: boolean
}

/** All messages, oldest first, as plain text: a message is never interpreted as HTML or a link. */
export function Messages({ locale, words, conversation, sendAgain, isOver }: MessagesProps) {
  const { said, unsent, typing } = conversation
  const log = useRef<HTMLDivElement>(null)
  const toTheEnd = () => log.current?.lastElementChild?.scrollIntoView({ block: 'end' })
  const stuck = unsent.filter(isStuck).length
  useEffect(toTheEnd, [said.length, unsent.length, stuck])
  useEffect(() => {
    // A hint, an on-screen keyboard or a rotated phone makes the log smaller; scroll so that the newest message stays visible.
    const watch = new ResizeObserver(toTheEnd)
    if (log.current) watch.observe(log.current)
    return () => watch.disconnect()
  }, [])

  return (
    <div class="messages" ref={log} tabIndex={0} role="region" aria-label={words.messages}>
      <div role="log" aria-live="polite" aria-relevant="additions">
        {said.map((one) => (
          <Message key={one.id} said={one} locale={locale} words={words} />
        ))}
      </div>
      {/* Outside the live region: a screen reader announces a message once, when it has been sent. */}
      {unsent.map((one) => (
        <Waiting key={one.token} unsent={one} words={words} sendAgain={isOver ? null : () => sendAgain(one.token)} />
      ))}
      <p class="typing" role="status">
        <LiveText text={typing ? words.typing(typing.name) : ''} />
      </p>
    </div>
  )
}

function Message({ said, locale, words }: { said: Said; locale: string; words: TalkWords }) {
  const name = said.by === 'you' ? words.you : said.by === 'line' ? words.system : said.name
  const at = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  return (
    <article class={`message ${said.by}`}>
      <p class="who">
        <bdi>{name}</bdi> <span class="at">{at.format(said.at)}</span>
      </p>
      <p class="text" dir="auto">
        {said.text ?? <em>{words.cannotShow}</em>}
      </p>
    </article>
  )
}

function Waiting({ unsent, words, sendAgain }: { unsent: Unsent; words: TalkWords; sendAgain: (() => void) | null }) {
  const waits = isStuck(unsent) || sendAgain === null
  return (
    <article class={`message you ${waits ? 'stuck' : 'going'}`}>
      <p class="who">{words.you}</p>
      <p class="text" dir="auto">
        {unsent.text}
      </p>
      <p class="way">
        <LiveText text={waits ? words.notSent : words.sending} />
        {waits && sendAgain && (
          <button type="button" onClick={sendAgain}>
            {words.sendAgain}
          </button>
        )}
      </p>
    </article>
  )
}

function isStuck({ state }: Unsent): boolean {
  return state === 'not-sent' || state === 'refused'
}
