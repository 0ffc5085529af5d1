import type { Language } from '../../../shared/domain/regions/region.ts'
import type { ChatWords } from './chat-words.ts'

// One chunk per language, so that a page loads one language and not three.
const loadWords: Record<Language, () => Promise<{ words: ChatWords }>> = {
  nl: () => import('./words-nl.ts'),
  fr: () => import('./words-fr.ts'),
  en: () => import('./words-en.ts'),
}

export async function wordsIn(language: Language): Promise<ChatWords> {
  return (await loadWords[language]()).words
}

/** The language in a URL parameter; Dutch when it is absent or not supported. */
export function languageOf(text: string | null): Language {
  return text === 'fr' || text === 'en' ? text : 'nl'
}
