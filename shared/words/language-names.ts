import type { Language } from '../domain/regions/region.ts'

/** Every language by its own name, for who looks for hers. */
export const languageNames: Record<Language, string> = { nl: 'Nederlands', fr: 'Français', en: 'English' }
