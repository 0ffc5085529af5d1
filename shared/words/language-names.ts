import type { Language } from '../domain/regions/region.ts'

/** The name of each language in that language. */
export const languageNames: Record<Language, string> = { nl: 'Nederlands', fr: 'Français', en: 'English' }
