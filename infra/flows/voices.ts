import type { Language } from '../../shared/domain/regions/region.ts'

/**
 * The Polly voice of each language. AWS lists Lisa and Amy as neural voices; no source confirms that Isabelle (Belgian French) is available
 * in Frankfurt. If a voice is refused, the error arm continues the call with Connect's default voice.
 */
export const voices: Readonly<Record<Language, string>> = { nl: 'Lisa', fr: 'Isabelle', en: 'Amy' }

/** The menu key of each language, as its own `chooseLanguage` text says it. */
export const languageKeys = { nl: '7', fr: '8', en: '9' } as const satisfies Record<Language, string>
