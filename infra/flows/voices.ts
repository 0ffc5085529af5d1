import type { Language } from '../../shared/domain/regions/region.ts'

/**
 * Who speaks for the line. Lisa and Amy are in AWS's list of neural voices; that Isabelle, the voice of Belgian French, is offered in Frankfurt
 * none of our sources confirms. A voice that is refused takes the error arm, and the call goes on in Connect's own voice.
 */
export const voices: Readonly<Record<Language, string>> = { nl: 'Lisa', fr: 'Isabelle', en: 'Amy' }

/** The key of each language in the menu, as its own `chooseLanguage` says it. */
export const languageKeys = { nl: '7', fr: '8', en: '9' } as const satisfies Record<Language, string>
