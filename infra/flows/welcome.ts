import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import { Language, type OpenRegion } from '../../shared/domain/regions/region.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import type { Key, Row } from './rows.ts'
import { languageKeys, voices } from './voices.ts'
import { whoKeys, type RememberRow, rememberRows } from './who.ts'

/** The rows from the first block up to the greeting. */
export type WelcomeRow = 'channel' | 'markChat' | 'tagCall' | 'voice' | 'language' | 'markCall' | 'whisper' | 'greet'
type LanguageRow = 'chatLanguage' | `speak-${Language}` | 'stayHere'
/** The rows before the decision of route-contact. */
export type BeginningRow = WelcomeRow | LanguageRow | RememberRow<'who'>

/** The ARNs of the flows to which `welcome` refers. */
export type WelcomeRefs = {
  whisperFlowArn: string
  /** The main flow of each other language; set only for the flow in which the number begins. */
  otherLanguages: Readonly<Partial<Record<Language, string>>>
}

/** The spoken names that the welcome prompt contains. */
export function welcomedTo({ spokenBrand, spokenName }: OpenRegion): { brand: string; region: string } {
  return { brand: spokenBrand, region: spokenName }
}

/** The greeting, with one sentence for each other language: in the voice of this flow, since each change of voice takes a block. */
export function greetingOf(region: OpenRegion, { phone }: CallerWords, others: readonly Language[]): string {
  return [phone.welcome(welcomedTo(region)), ...others.map((language) => wordsIn(language).phone.chooseLanguage)].join(' ')
}

/** What a caller in danger should do, with the crisis point of the region where its number is verified. */
export function emergencyOf({ crisisPhone }: OpenRegion, { phone }: CallerWords): string {
  return crisisPhone ? `${phone.emergency} ${phone.crisis(crisisPhone.spoken)}` : phone.emergency
}

/** The languages that the greeting offers besides the first. */
export function otherLanguagesOf({ languages: [, ...others] }: OpenRegion): Language[] {
  return Language.options.filter((language) => others.includes(language))
}

// Keys count while the greeting is spoken; who presses none goes on after this.
const seconds = { withLanguages: 3, without: 1 }

/**
 * The rows up to the decision: only the greeting comes before it, so that whoever rings a closed line hears so within ten seconds. A chat
 * shows nothing here, since the widget has shown the welcome already.
 */
export function welcome(region: OpenRegion, words: CallerWords, refs: WelcomeRefs): Record<BeginningRow, Row<BeginningRow | 'route'>> {
  const marks = { [attribute.region]: region.id, [attribute.language]: words.language }
  const others = Language.options.filter((language) => refs.otherLanguages[language] !== undefined)
  const speaksMore = others.length > 0
  // Who chose another language was greeted before, in the flow of the first.
  const greeted = words.language === (region.languages[0] ?? words.language) ? 'greet' : 'route'
  return {
    channel: { kind: 'by-channel', arms: { voice: 'tagCall', chat: speaksMore ? 'chatLanguage' : 'markChat' } },
    markChat: { kind: 'remember', attributes: { [attribute.region]: region.id }, arms: { next: 'route', error: 'route' } },
    // A caller who hangs up during the welcome never reaches route-contact; this tag tells record-contact the region.
    tagCall: { kind: 'tag', tags: { [attribute.region]: region.id }, arms: { next: 'voice', error: 'voice' } },
    voice: { kind: 'with-voice', voice: voices[words.language], engine: 'Neural', arms: { next: 'language', error: 'language' } },
    language: { kind: 'in-language', locale: words.locale, arms: { next: 'markCall', error: 'markCall' } },
    markCall: { kind: 'remember', attributes: marks, arms: { next: 'whisper', error: 'whisper' } },
    // For calls only: in a chat the worker reads this in the workspace.
    whisper: { kind: 'hang', hook: 'AgentWhisper', flowArn: refs.whisperFlowArn, arms: { next: greeted, error: greeted } },
    greet: greetRow(greetingOf(region, words, others), {
      ...Object.fromEntries(others.map((language) => [languageKeys[language], `speak-${language}`])),
      ...(region.asksWho ? whoKeys('who') : {}),
    }),
    ...rememberRows('who', 'route'),
    ...languageRows(refs, others),
  }
}

function greetRow(text: string, keys: Readonly<Partial<Record<Key, BeginningRow>>>): Row<BeginningRow | 'route'> {
  if (Object.keys(keys).length === 0) return { kind: 'say', text, arms: { next: 'route', error: 'route' } }
  const listens = Object.values(keys).some((row) => row?.startsWith('speak-')) ? seconds.withLanguages : seconds.without
  // Who knows the menus presses a key at once. Connect hears no key while it only plays a prompt, so the greeting is a menu.
  return { kind: 'ask-key', text, seconds: listens, keys, arms: { silence: 'route', wrong: 'route', error: 'route' } }
}

/** The rows that let the contact continue in another language's flow. */
function languageRows({ otherLanguages }: WelcomeRefs, others: readonly Language[]): Record<LanguageRow, Row<BeginningRow | 'route'>> {
  const toFlow = (language: Language): Row<BeginningRow> => ({
    kind: 'to-flow',
    flowArn: otherLanguages[language] ?? '',
    arms: { error: 'stayHere' },
  })
  return {
    chatLanguage: {
      kind: 'by-text',
      reference: `$.Attributes.${attribute.language}`,
      arms: Object.fromEntries(others.map((language): [string, BeginningRow] => [language, `speak-${language}`])),
      otherwise: 'markChat',
    },
    'speak-nl': toFlow('nl'),
    'speak-fr': toFlow('fr'),
    'speak-en': toFlow('en'),
    stayHere: { kind: 'by-channel', arms: { voice: 'route', chat: 'markChat' } },
  }
}
