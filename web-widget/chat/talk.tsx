import { useEffect, useRef, useState } from 'preact/hooks'
import { Composer } from './composer.tsx'
import { stageOf, workerIn } from './conversation.ts'
import type { Host } from './host.ts'
import type { ChatKeys } from './kept-chat.ts'
import { useLiveChat } from './live-chat.ts'
import { Messages } from './messages.tsx'
import { tellUnread } from './unread.ts'
import type { ChatWords } from './words.ts'

export type TalkProps = {
  keys: ChatKeys
  words: ChatWords
  phone: string | null
  host: Host
  /** Clears the screen and goes back to the start. */
  wipe(): void
  /** Forgets the way back into the chat; the screen stays. */
  forget(): void
}

/** The conversation itself, from waiting until its end. */
export function Talk({ keys, words, phone, host, wipe, forget }: TalkProps) {
  const { widget } = words
  const chat = useLiveChat(keys)
  const { conversation } = chat
  const stage = stageOf(conversation)
  const isOver = stage === 'ended'
  const unread = useRef(tellUnread(host))

  useEffect(() => {
    // The page names this style and leaves it alone until there is a conversation to dress.
    document.querySelector('link[disabled]')?.removeAttribute('disabled')
    // The button that was pressed is gone: the focus goes where one writes, unless it is somewhere already.
    if (document.activeElement === document.body) document.getElementById('message')?.focus()
    return unread.current.listen()
  }, [])
  useEffect(() => unread.current.tell(conversation.said.filter((one) => one.by === 'worker').length), [conversation.said])
  useEffect(() => {
    if (isOver) forget()
  }, [isOver])

  return (
    <main class="talk">
      <p class={`stage ${stage}`} role="status">
        {stageSaid(stage, workerIn(conversation), widget)}
        {conversation.link === 'lost' && !isOver ? <span class="lost">{widget.reconnecting}</span> : null}
      </p>
      <Messages words={words} conversation={conversation} sendAgain={chat.sendAgain} />
      {isOver ? (
        <div class="after">
          <button type="button" class="main" onClick={wipe}>
            {widget.leaveNoTrace}
          </button>
          {phone ? <p>{widget.callInstead(phone)}</p> : null}
        </div>
      ) : (
        <>
          <Composer words={widget} write={chat.write} typing={chat.typing} />
          <End words={widget} leave={chat.leave} phone={phone} />
        </>
      )}
    </main>
  )
}

function End({ words, leave, phone }: { words: ChatWords['widget']; leave(): Promise<boolean>; phone: string | null }) {
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
        {asking === 'failed' ? words.failed(phone) : words.endConfirm}
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

function stageSaid(stage: ReturnType<typeof stageOf>, worker: string | null, words: ChatWords['widget']): string {
  if (stage === 'joined') return words.joined(worker ?? '')
  if (stage === 'worker-left') return words.workerLeft
  return stage === 'ended' ? words.ended : words.waiting
}
