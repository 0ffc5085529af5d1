import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import type { ReferrerGroup } from '../../shared/domain/contacts/contact.ts'
import { Language, type OpenRegion } from '../../shared/domain/regions/region.ts'
import { wordsIn } from '../../shared/words/languages.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import type { Row } from './rows.ts'
import { languageKeys, voices } from './voices.ts'

/** The rows from the first block up to the privacy notice. */
export type WelcomeRow =
  | 'channel'
  | 'markChat'
  | 'tagCall'
  | 'voice'
  | 'language'
  | 'markCall'
  | 'whisper'
  | 'greet'
  | 'emergency'
  | 'privacy'
type LanguageRow = 'chatLanguage' | 'chooseLanguage' | `speak-${Language}` | 'stayHere'
type WhoRow = 'who' | `who-${ReferrerGroup}`
/** The rows before the decision of route-contact. */
export type BeginningRow = WelcomeRow | LanguageRow | WhoRow

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

/** The rows from the first block up to the decision. A chat shows nothing here, since the widget has shown the welcome already. */
export function welcome(region: OpenRegion, words: CallerWords, refs: WelcomeRefs): Record<BeginningRow, Row<BeginningRow | 'route'>> {
  const { phone } = words
  const emergency = region.crisisPhone ? `${phone.emergency} ${phone.crisis(region.crisisPhone.spoken)}` : phone.emergency
  const marks = { [attribute.region]: region.id, [attribute.language]: words.language }
  const speaksMore = Object.keys(refs.otherLanguages).length > 0
  const greeted = speaksMore ? 'chooseLanguage' : 'emergency'
  const told = region.asksWho ? 'who' : 'route'
  return {
    channel: { kind: 'by-channel', arms: { voice: 'tagCall', chat: speaksMore ? 'chatLanguage' : 'markChat' } },
    markChat: { kind: 'remember', attributes: { [attribute.region]: region.id }, arms: { next: 'route', error: 'route' } },
    // A caller who hangs up during the welcome never reaches route-contact; this tag tells record-contact the region.
    tagCall: { kind: 'tag', tags: { [attribute.region]: region.id }, arms: { next: 'voice', error: 'voice' } },
    voice: { kind: 'with-voice', voice: voices[words.language], engine: 'Neural', arms: { next: 'language', error: 'language' } },
    language: { kind: 'in-language', locale: words.locale, arms: { next: 'markCall', error: 'markCall' } },
    markCall: { kind: 'remember', attributes: marks, arms: { next: 'whisper', error: 'whisper' } },
    // For calls only: in a chat the worker reads this in the workspace.
    whisper: { kind: 'hang', hook: 'AgentWhisper', flowArn: refs.whisperFlowArn, arms: { next: 'greet', error: 'greet' } },
    greet: { kind: 'say', text: phone.welcome(welcomedTo(region)), arms: { next: greeted, error: greeted } },
    ...languageRows(refs),
    emergency: { kind: 'say', text: emergency, arms: { next: 'privacy', error: 'privacy' } },
    privacy: { kind: 'say', text: phone.privacy, arms: { next: told, error: told } },
    ...whoRows(phone.who),
  }
}

const answerSeconds = 4

/** The rows that let a caller choose another language, and continue in that language's flow from its welcome on. */
function languageRows({ otherLanguages }: WelcomeRefs): Record<LanguageRow, Row<BeginningRow>> {
  const others = Language.options.filter((language) => otherLanguages[language] !== undefined)
  const toFlow = (language: Language): Row<BeginningRow> => ({
    kind: 'to-flow',
    flowArn: otherLanguages[language] ?? '',
    arms: { error: 'stayHere' },
  })
  return {
    chooseLanguage: {
      kind: 'ask-key',
      // One sentence for each language, all in the voice of this flow: changing voices would take two more blocks for every caller.
      text: others.map((language) => wordsIn(language).phone.chooseLanguage).join(' '),
      seconds: answerSeconds,
      keys: Object.fromEntries(others.map((language) => [languageKeys[language], `speak-${language}`])),
      arms: { silence: 'emergency', wrong: 'emergency', error: 'emergency' },
    },
    chatLanguage: {
      kind: 'by-text',
      reference: `$.Attributes.${attribute.language}`,
      arms: Object.fromEntries(others.map((language): [string, BeginningRow] => [language, `speak-${language}`])),
      otherwise: 'markChat',
    },
    'speak-nl': toFlow('nl'),
    'speak-fr': toFlow('fr'),
    'speak-en': toFlow('en'),
    stayHere: { kind: 'by-channel', arms: { voice: 'emergency', chat: 'markChat' } },
  }
}

/** The rows that ask who calls, by one key; no key is accepted too. */
function whoRows(text: string): Record<WhoRow, Row<WhoRow | 'route'>> {
  const remembered = (group: ReferrerGroup): Row<'route'> => ({
    kind: 'remember',
    attributes: { [attribute.referrerGroup]: group },
    arms: { next: 'route', error: 'route' },
  })
  return {
    who: {
      kind: 'ask-key',
      text,
      seconds: answerSeconds,
      keys: { 1: 'who-professional', 2: 'who-family', 3: 'who-network' },
      arms: { silence: 'route', wrong: 'route', error: 'route' },
    },
    'who-professional': remembered('professional'),
    'who-family': remembered('family'),
    'who-network': remembered('network'),
  }
}
