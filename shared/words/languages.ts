import type { Language } from '../domain/region.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'
import type { CallerWords } from './words.ts'

const languages = { nl, fr, en } as const satisfies Record<Language, CallerWords>

/** The words in a language, for doors that speak all of them; a page imports its one language instead. */
export function wordsIn(language: Language): CallerWords {
  return languages[language]
}
