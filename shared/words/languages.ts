import type { Language } from '../domain/regions/region.ts'
import { en } from './en/en.ts'
import { fr } from './fr/fr.ts'
import { nl } from './nl/nl.ts'
import type { CallerWords } from './types/words.ts'

const languages = { nl, fr, en } as const satisfies Record<Language, CallerWords>

/** The texts in a language. For functions and flows, which need every language; a page imports only its own. */
export function wordsIn(language: Language): CallerWords {
  return languages[language]
}
