import type { Language } from '../../../shared/domain/regions/region.ts'
import type { ChatWords } from './chat-words.ts'

// Each language is a file of its own to the browser: nobody loads two before asking for the second.
const loadWords: Record<Language, () => Promise<{ words: ChatWords }>> = {
  nl: () => import('./words-nl.ts'),
  fr: () => import('./words-fr.ts'),
  en: () => import('./words-en.ts'),
}

/** The chat's words in a language. */
export async function wordsIn(language: Language): Promise<ChatWords> {
  return (await loadWords[language]()).words
}

/** A language from an address, Dutch when it says nothing we speak. */
export function languageOf(text: string | null): Language {
  return text === 'fr' || text === 'en' ? text : 'nl'
}
