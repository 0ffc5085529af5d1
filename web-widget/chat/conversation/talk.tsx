import { useEffect, useRef, useState } from 'preact/hooks'
import type { Language } from '../../../shared/domain/regions/region.ts'
import type { TalkWords } from '../../../shared/words/types/words.ts'
import { Composer } from './composer.tsx'
import { type Stage, stageOf, workerIn } from './conversation.ts'
import { End } from './end.tsx'
import type { Host } from '../frame/host.ts'
import type { ChatKeys } from '../model/stored-chat.ts'
import { dress, useLater } from '../frame/later-parts.ts'
import { useLiveChat } from './live-chat.ts'
import { Messages } from './messages.tsx'
import { notifyUnread } from '../frame/unread.ts'
import type { Filled, Line } from '../model/start-model.ts'
import type { ChatWords, LaterWords } from '../words/chat-words.ts'

export type TalkProps = {
  keys: ChatKeys
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
  const phone = line && line.region.phone
  const chat = useLiveChat(keys)
  const { conversation } = chat
  const stage = stageOf(conversation)
  const isOver = stage === 'ended'
  const unread = useRef(notifyUnread(host))
  const [way, setWay] = useState<Way>('stays')
  const worker = workerIn(conversation)
  // The line closed, or the wait ran out, before a worker joined: the referrer did not end it, so a call back is offered.
  const nobodyCame = isOver && way === 'stays' && worker === null
  const isCalling = way === 'calls' || nobodyCame
  const later = useLater(stage === 'waiting' || isCalling, words, () => import('../call-back/later.ts'))

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
      <p class={`stage ${stage}`} role="status">
        {nobodyCame
          ? said.callBack.closedWhileWaiting
          : isOver && isCalling
            ? said.callBack.waitsNoMore
            : stageSaid(stage, worker, said.talk)}
        {conversation.link === 'lost' && !isOver && <span class="lost">{said.talk.reconnecting}</span>}
      </p>
      {later && stage === 'waiting' && <later.InQueue said={said.callBack} keys={keys} isCalling={isCalling} choose={setWay} />}
      {later && line && isCalling ? (
        <div class="aside">
          <later.CallBack {...props} line={line} said={said.callBack} chat={keys} />
        </div>
      ) : (
        <Messages locale={words.locale} words={said.talk} conversation={conversation} sendAgain={chat.sendAgain} />
      )}
      {isOver && (
        <div class="after">
          <button type="button" class="main" onClick={wipe}>
            {said.talk.leaveNoTrace}
          </button>
          {phone && <p>{words.widget.callInstead(phone)}</p>}
        </div>
      )}
      {!isOver && !isCalling && (
        <>
          <Composer words={said.talk} write={chat.write} typing={chat.typing} />
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

function stageSaid(stage: Stage, worker: string | null, words: TalkWords): string {
  if (stage === 'joined') return words.joined(worker ?? '')
  if (stage === 'worker-left') return words.workerLeft
  return stage === 'ended' ? words.ended : words.inQueue
}
