import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { workspaceWords as words } from '../../../machine/local-words.ts'
import type { ContactCard } from '../../workspace/workspace-messages.ts'
import type { ChatItem } from './chatjs-agent.ts'
import { clockAt } from './contact-words.ts'
import { type Chat, useChat } from './use-chat.ts'
import type { Ask } from './workspace-link.ts'

const longestMessage = 1024

/** The chat with one customer: plain-text messages, typing indicators in both directions, and a text field. */
export function ChatPanel({ card, ask, inView }: { card: ContactCard; ask: Ask; inView: boolean }) {
  const chat = useChat(card, ask, inView)
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' }), [chat.items.length, inView])
  return (
    <section class="talk">
      <div class="lines" role="log" aria-label={words.messages} tabIndex={0}>
        {card.lines.map((line) => (
          <p class="whisper" key={line.at}>
            <span class="speaker">{words.whisper}</span>
            {line.text}
          </p>
        ))}
        <ol ref={list}>
          {chat.items.map((item) => (
            <Item key={item.Id} item={item} />
          ))}
        </ol>
      </div>
      <p class="typing" aria-live="polite">
        {chat.lost ? words.chatLost : chat.typist !== null && words.typing(chat.typist || words.customer)}
      </p>
      {card.state === 'CONNECTED' && <Writing chat={chat} />}
    </section>
  )
}

function Item({ item }: { item: ChatItem }) {
  if (item.Type !== 'MESSAGE') {
    const text = happening(item)
    return text === null ? null : <li class="event">{text}</li>
  }
  const speaker = { CUSTOMER: item.DisplayName || words.customer, AGENT: words.you, SYSTEM: words.line }[item.ParticipantRole ?? 'SYSTEM']
  return (
    <li class={(item.ParticipantRole ?? 'SYSTEM').toLowerCase()}>
      <span class="speaker">
        {speaker} <time dateTime={item.AbsoluteTime}>{clockAt(item.AbsoluteTime)}</time>
      </span>
      <span class="text">{item.Content}</span>
    </li>
  )
}

function happening({ ContentType, DisplayName }: ChatItem): string | null {
  const name = DisplayName || words.customer
  if (ContentType.endsWith('.participant.joined')) return words.joined(name)
  if (ContentType.endsWith('.participant.left')) return words.left(name)
  return ContentType.endsWith('.chat.ended') ? words.chatEnded : null
}

function Writing({ chat }: { chat: Chat }) {
  const [text, setText] = useState('')
  const [failed, setFailed] = useState(false)
  const problem = useId()
  const over = text.length - longestMessage
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '' || over > 0) return
    // The field is cleared at once, so that the agent can write the next message while this one is being sent.
    setText('')
    const sent = await chat.send(text)
    setFailed(!sent)
    if (!sent) setText((next) => (next === '' ? text : `${text}\n${next}`))
  }
  const type = (value: string): void => {
    setText(value)
    if (value !== '') chat.typing()
  }
  return (
    <form class="write" onSubmit={(event) => void submit(event)}>
      <label class="field">
        {words.message}
        <textarea
          rows={2}
          value={text}
          aria-describedby={problem}
          aria-invalid={over > 0}
          onInput={({ currentTarget }) => type(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) void submit(event)
          }}
        />
      </label>
      <button type="submit">{words.send}</button>
      <small id={problem} role="status">
        {over > 0 ? words.tooLong(over) : failed && words.notSent}
      </small>
    </form>
  )
}
