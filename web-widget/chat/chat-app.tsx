import { useEffect, useState } from 'preact/hooks'
import type { Language } from '../../shared/domain/regions/region.ts'
import { Before } from './before/before.tsx'
import { Header } from './frame/header.tsx'
import type { Host } from './frame/host.ts'
import { type ChatKeys, forgetChat, storeChat, storedChat } from './model/stored-chat.ts'
import { askWidget, useLater } from './frame/later-parts.ts'
import { leaveFast } from './frame/leave-fast.ts'
import { wordsIn } from './words/words.ts'
import { type Filled, type Line, nothing } from './model/start-model.ts'
import { languageNames } from '../../shared/words/language-names.ts'
import type { ChatWords } from './words/chat-words.ts'

export type ChatAppProps = { root: Element; region: string; language: Language; words: ChatWords; host: Host }

const lookAgainMilliseconds = 60_000
const longestLoadMilliseconds = 4000

/** The root of the chat frame: the start page, then the conversation. */
export function ChatApp(props: ChatAppProps) {
  const { host, region } = props
  const [language, setLanguage] = useState(props.language)
  const [words, setWords] = useState(props.words)
  const [keys, setKeys] = useState<ChatKeys | null>(storedChat)
  const [aside, setAside] = useState<string | null>(null)
  const asked = aside ? props.language : language
  const [line, lookAgain] = useLine(region, keys === null)
  // The conversation with chatjs is six times as large as the rest, so it loads only once a chat starts.
  const talk = useLater(keys !== null, words, () => import('./conversation/talk.tsx'))
  const [filled, setFilled] = useState(nothing)
  const fill = (some: Partial<Filled>) => setFilled((before) => ({ ...before, ...some }))

  const known = typeof line === 'string' ? null : line.region
  const title = known ? words.widget.title(known.brand) : words.widget.launcher

  useEffect(() => {
    document.documentElement.lang = words.locale
    document.title = title
  }, [words, title])
  useEffect(() => {
    host.notify('ready')
    return closeOnEscape(host)
  }, [])
  useEffect(() => host.notify(keys === null ? 'over' : 'running'), [keys])

  async function speak(wanted: Language) {
    setWords(await wordsIn(wanted))
    setLanguage(wanted)
  }
  function settle(languages: readonly Language[]) {
    const [first] = languages
    if (first === undefined || languages.includes(language)) return
    setAside(words.widget.goesOnIn(languageNames[first]))
    void speak(first)
  }
  function begin(started: ChatKeys) {
    storeChat(started)
    setKeys(started)
  }
  // The school's next page must not open the window by itself for a chat that is over.
  function forget() {
    forgetChat()
    host.notify('over')
  }
  function wipe() {
    forget()
    setKeys(null)
    lookAgain()
  }

  return (
    <div class="frame">
      <Header key={words.locale} words={words.widget} title={title} host={host} leave={() => leaveFast(props.root, host, keys)} />
      {keys === null ? (
        <Before
          {...{ region, language, asked, words, line, filled, fill, lookAgain, begin, speak, settle }}
          aside={
            aside && (
              <p class="place" lang={asked}>
                {aside}
              </p>
            )
          }
        />
      ) : talk === null ? (
        <p class="notice" role="status">
          {words.widget.loading}
        </p>
      ) : (
        <talk.Talk
          key={keys.contactId}
          {...{ keys, region, words, said: talk.said, language: asked, line, lookAgain, filled, host, wipe, forget }}
        />
      )}
    </div>
  )
}

// Before a chat, ask the state of the line every minute and whenever the tab becomes visible, so that a closed line invites nobody.
function useLine(region: string, isNeeded: boolean): [Line, () => void] {
  const [line, setLine] = useState<Line>('loading')
  function look() {
    // The numbers must not wait for an answer that may never come; one that comes late still replaces them.
    const late = setTimeout(() => setLine((before) => (before === 'loading' ? 'unreachable' : before)), longestLoadMilliseconds)
    void askWidget('GET /api/widget/regions/:region', { ids: { region } }).then((result) => {
      clearTimeout(late)
      setLine((before) => {
        if (result.kind === 'ok') return result.body
        // A failed request does not replace a state that is already shown.
        return typeof before !== 'string' ? before : result.status === 404 ? 'unknown' : 'unreachable'
      })
    })
  }
  useEffect(look, [region])
  useEffect(() => {
    if (!isNeeded) return
    const again = () => document.visibilityState === 'visible' && look()
    const timer = setInterval(again, lookAgainMilliseconds)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [region, isNeeded])
  return [line, look]
}

function closeOnEscape(host: Host): () => void {
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) host.notify('close')
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}
