import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../shared/domain/regions/region.ts'
import { LiveText } from '../../kit/live-text.tsx'
import type { TalkWords } from '../../../shared/words/types/words.ts'
import { Composer } from './composer.tsx'
import { type Stage, stageOf, workerIn } from './conversation.ts'
import { End } from './end.tsx'
import type { Host } from '../frame/host.ts'
import type { ChatKeys } from '../model/stored-chat.ts'
import { dress, useLater } from '../frame/later-parts.ts'
import { regionRows } from '../no-answer/region-rows.ts'
import { useLiveChat } from './live-chat.ts'
import { Messages } from './messages.tsx'
import { notifyUnread } from '../frame/unread.ts'
import type { Filled, Line } from '../model/start-model.ts'
import type { ChatWords, LaterWords } from '../words/chat-words.ts'

export type TalkProps = {
  keys: ChatKeys
  region: string
  words: ChatWords
  said: LaterWords
  language: Language
  line: Line
  filled: Filled
  host: Host
  lookAgain(): void
  /** Empties the conversation and returns to the start page. */
  wipe(): void
  /** Deletes the stored keys of the chat, so that a reload cannot resume it; the conversation stays on screen. */
  forget(): void
}

// What the referrer chose while waiting: to keep waiting, to be called back, or to end the chat.
type Way = 'stays' | 'calls' | 'left'

/** The conversation, from the queue until the end. */
export function Talk(props: TalkProps) {
  const { keys, words, said, host, wipe, forget } = props
  const line = typeof props.line === 'string' ? null : props.line
  const phone = (line ?? regionRows.find(({ region }) => region.id === props.region))?.region.phone ?? null
  const chat = useLiveChat(keys)
  const { conversation } = chat
  const stage = stageOf(conversation)
  const isOver = stage === 'ended'
  const unread = useRef(notifyUnread(host))
  const [way, setWay] = useState<Way>('stays')
  // Held here, so that it survives the call-back form and the end of the chat.
  const [text, setText] = useState('')
  const worker = workerIn(conversation)
  // The line closed, or the wait ran out, before a worker joined: the referrer did not end it, so a call back is offered.
  const nobodyCame = isOver && way === 'stays' && worker === null
  const isCalling = way === 'calls' || nobodyCame
  const later = useLater(stage === 'waiting' || isCalling, words, () => import('../call-back/later.ts'))

  const isLost = conversation.link === 'lost' && !isOver
  const stageNow = nobodyCame
    ? said.callBack.closedWhileWaiting
    : isOver && isCalling
      ? said.callBack.waitsNoMore
      : stageSaid(stage, worker, said.talk)
  const hasUnsent = (text.trim() !== '' || conversation.unsent.length > 0) && !isOver

  useEffect(() => (hasUnsent ? askBeforeLeaving() : undefined), [hasUnsent])
  useEffect(() => {
    dress('talk')
    // The start button that had the focus is gone. Move the focus to the message field, unless it is somewhere else already.
    if (document.activeElement === document.body) document.getElementById('message')?.focus()
    unread.current.listen()
  }, [])
  useEffect(() => unread.current.notify(conversation.said.filter((one) => one.by === 'worker').length), [conversation.said])
  useEffect(() => {
    if (stage === 'joined') setWay('stays')
    if (!isOver) return
    forget()
    props.lookAgain()
  }, [stage])

  return (
    <main class="talk">
      <p class={`stage ${isLost ? 'lost' : stage}`} role="status">
        <LiveText text={isLost ? said.talk.reconnecting : stageNow} />
      </p>
      {later && stage === 'waiting' && <later.InQueue said={said.callBack} keys={keys} isCalling={isCalling} choose={setWay} />}
      {later && line && isCalling ? (
        <div class="aside">
          <later.CallBack {...props} line={line} said={said.callBack} chat={keys} />
        </div>
      ) : (
        <Messages locale={words.locale} words={said.talk} conversation={conversation} sendAgain={chat.sendAgain} isOver={isOver} />
      )}
      {isOver && (
        <div class="after">
          {text.trim() && <Unsent text={text} words={said.talk} />}
          <button type="button" class="main" onClick={wipe}>
            {said.talk.leaveNoTrace}
          </button>
          {phone && <p>{words.widget.callInstead(phone)}</p>}
        </div>
      )}
      {!isOver && !isCalling && (
        <>
          <Composer words={said.talk} text={text} setText={setText} write={chat.write} typing={chat.typing} />
          <End
            words={said.talk}
            failed={words.widget.failed(phone)}
            leave={async () => {
              const isTold = await chat.leave()
              if (isTold) setWay('left')
              return isTold
            }}
          />
        </>
      )}
    </main>
  )
}

/** What was typed and not sent when the chat ended, to read again and to copy. */
function Unsent({ text, words }: { text: string; words: TalkWords }) {
  return (
    <label class="unsent">
      {words.unsent}
      <textarea readOnly rows={3} dir="auto" value={text} />
    </label>
  )
}

// Nothing typed is stored, because the computer may be shared: the browser asks before it throws it away.
function askBeforeLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => {
    event.preventDefault()
    event.returnValue = true
  }
  addEventListener('beforeunload', ask)
  return () => removeEventListener('beforeunload', ask)
}

function stageSaid(stage: Stage, worker: string | null, words: TalkWords): string {
  if (stage === 'joined') return words.joined(worker ?? '')
  if (stage === 'worker-left') return words.workerLeft
  return stage === 'ended' ? words.ended : words.inQueue
}
