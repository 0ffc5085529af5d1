import { useEffect } from 'preact/hooks'
import type { Language } from '../../../shared/domain/regions/region.ts'
import type { languageNames } from '../../../shared/words/language-names.ts'
import type { BeforeProps } from '../model/start-model.ts'
import { dress } from '../frame/later-parts.ts'

export type LanguageChoiceProps = BeforeProps & { languages: readonly Language[]; names: typeof languageNames }

/** The choice between the languages of a region that has several. */
export function LanguageChoice({ languages, names, language, words, speak }: LanguageChoiceProps) {
  useEffect(() => dress('call-back'), [])
  return (
    <nav class="languages" aria-label={words.widget.language}>
      {languages.map((one) => (
        <button type="button" key={one} lang={one} aria-pressed={one === language} onClick={() => speak(one)}>
          {names[one]}
        </button>
      ))}
    </nav>
  )
}
