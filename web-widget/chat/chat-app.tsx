import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { WidgetLine } from '../../shared/contracts/widget.ts'
import type { Language } from '../../shared/domain/region.ts'
import { ask } from '../kit/ask.ts'
import { Before } from './before.tsx'
import { Header } from './header.tsx'
import type { Host } from './host.ts'
import { type ChatKeys, forgetChat, keepChat, keptChat } from './kept-chat.ts'
import { leaveFast } from './leave-fast.ts'
import type { TalkProps } from './talk.tsx'
import { type ChatWords, wordsIn } from './words.ts'

export type ChatAppProps = { region: string; language: Language; words: ChatWords; host: Host }
export type Line = WidgetLine | 'loading' | 'unreachable'

const lookAgainMilliseconds = 60_000

/** The chat frame: what the line says before a word is typed, then the conversation. */
export function ChatApp(props: ChatAppProps) {
  const { host, region } = props
  const [language, setLanguage] = useState(props.language)
  const [words, setWords] = useState(props.words)
  const [keys, setKeys] = useState<ChatKeys | null>(keptChat)
  const [line, lookAgain] = useLine(region, keys === null)
  const Talk = useTalk(keys !== null)

  useEffect(() => {
    document.documentElement.lang = words.locale
    document.title = line === 'loading' || line === 'unreachable' ? words.widget.launcher : words.widget.title(line.region.brand)
  }, [words, line])
  useEffect(() => {
    host.tell('ready')
    return closeOnEscape(host)
  }, [])
  useEffect(() => host.tell(keys === null ? 'over' : 'running'), [keys])

  async function speak(wanted: Language) {
    setWords(await wordsIn(wanted))
    setLanguage(wanted)
  }
  function begin(started: ChatKeys) {
    keepChat(started)
    setKeys(started)
  }
  function wipe() {
    forgetChat()
    setKeys(null)
    lookAgain()
  }

  const brand = typeof line === 'string' ? '' : line.region.brand
  const phone = typeof line === 'string' ? null : line.region.phone
  return (
    <div class="frame">
      <Header words={words.widget} brand={brand} host={host} leave={() => leaveFast(host)} />
      {keys === null ? (
        <Before {...{ region, language, words, line, lookAgain, begin, speak }} />
      ) : Talk === null ? (
        <p class="notice" role="status">
          {words.widget.loading}
        </p>
      ) : (
        <Talk key={keys.contactId} {...{ keys, words, phone, host, wipe, forget: forgetChat }} />
      )}
    </div>
  )
}

// Before the chat the state of the line is asked every minute and when the reader comes back: nobody is invited to a closed line.
function useLine(region: string, isNeeded: boolean): [Line, () => void] {
  const [line, setLine] = useState<Line>('loading')
  async function look() {
    const answer = await ask<WidgetLine>(`/api/widget/regions/${encodeURIComponent(region)}`)
    const isGood = answer.kind === 'answered' && answer.status === 200
    setLine((before) => (isGood ? answer.body : typeof before === 'string' ? 'unreachable' : before))
  }
  useEffect(() => void look(), [region])
  useEffect(() => {
    if (!isNeeded) return
    const again = () => document.visibilityState === 'visible' && void look()
    const timer = setInterval(again, lookAgainMilliseconds)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [region, isNeeded])
  return [line, () => void look()]
}

// The conversation and chatjs are six times as heavy as the rest: they come only once a chat starts.
function useTalk(isNeeded: boolean): ComponentType<TalkProps> | null {
  const [talk, setTalk] = useState<{ Talk: ComponentType<TalkProps> } | null>(null)
  useEffect(() => {
    if (isNeeded && talk === null) void import('./talk.tsx').then(({ Talk }) => setTalk({ Talk }))
  }, [isNeeded])
  return talk?.Talk ?? null
}

function closeOnEscape(host: Host): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) host.tell('close')
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}
