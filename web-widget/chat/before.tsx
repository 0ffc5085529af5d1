import type { WidgetLine } from '../../shared/contracts/widget.ts'
import type { Language } from '../../shared/domain/region.ts'
import { languageNames } from '../../shared/words/language-names.ts'
import type { WidgetWords } from '../../shared/words/words.ts'
import type { Line } from './chat-app.tsx'
import type { ChatKeys } from './kept-chat.ts'
import { StartForm } from './start-form.tsx'
import type { ChatWords } from './words.ts'

export type BeforeProps = {
  region: string
  language: Language
  words: ChatWords
  line: Line
  lookAgain(): void
  begin(keys: ChatKeys): void
  speak(language: Language): void
}

/** All that is said before a word is typed: is anybody there, where to go in danger, what happens with what you write. */
export function Before(props: BeforeProps) {
  const { line, words } = props
  const { widget } = words
  if (line === 'loading') {
    return (
      <p class="notice" role="status">
        {widget.loading}
      </p>
    )
  }
  if (line === 'unreachable') {
    return (
      <main class="before">
        <Emergency words={widget} crisis={null} />
        <p role="alert">{widget.failed(null)}</p>
        <button type="button" class="main" onClick={props.lookAgain}>
          {widget.tryAgain}
        </button>
      </main>
    )
  }
  const isOpen = line.state.kind === 'open' || line.state.kind === 'closing-soon'
  const { phone, crisisPhone, languages } = line.region
  return (
    <main class="before">
      {languages.length > 1 ? <Languages {...props} languages={languages} /> : null}
      <p class={`state ${line.state.kind}`} role="status">
        {stateSaid(line.state, widget)}
      </p>
      <p class="intro">{widget.intro}</p>
      <Emergency words={widget} crisis={crisisPhone} />
      {isOpen ? null : <p class="helplines">{widget.helplines}</p>}
      {phone && line.state.kind !== 'closed' ? <p class="phone">{widget.callInstead(phone)}</p> : null}
      {isOpen ? <StartForm {...props} line={line} /> : null}
    </main>
  )
}

function Emergency({ words, crisis }: { words: WidgetWords; crisis: string | null }) {
  return (
    <p class="emergency">
      {words.emergency} {crisis === null ? null : words.crisis(crisis)}
    </p>
  )
}

function Languages({ languages, language, words, speak }: BeforeProps & { languages: readonly Language[] }) {
  return (
    <nav class="languages" aria-label={words.widget.language}>
      {languages.map((one) => (
        <button type="button" key={one} lang={one} aria-pressed={one === language} onClick={() => speak(one)}>
          {languageNames[one]}
        </button>
      ))}
    </nav>
  )
}

function stateSaid(state: WidgetLine['state'], words: WidgetWords): string {
  if (state.kind === 'open') return words.open(state.closes)
  if (state.kind === 'closing-soon') return words.closingSoon(state.closes)
  return state.kind === 'closed' ? words.closed(state.opens) : words.nobodyOnDuty
}
