import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import { ReferrerGroup } from '../../shared/domain/contacts/contact.ts'
import type { Language, OpenRegion } from '../../shared/domain/regions/region.ts'
import { whisperNl } from '../../shared/words/nl/whisper.ts'
import { flow } from './flow.ts'
import type { Row } from './rows.ts'
import type { FlowContent } from './rules/flow-content.ts'
import { voices } from './voices.ts'

type WhisperRow = 'voice' | 'who' | 'say' | `say-${ReferrerGroup}` | 'end'

/**
 * The flow whose message only the worker hears on answering a call: region, caller group and time waited, as far as the contact's
 * attributes are known. Always in Dutch, whatever language the caller speaks.
 */
export function agentWhisper(region: OpenRegion, language: Language): FlowContent {
  const call = whisperNl.call({ region: region.spokenName, language })
  const waited = `$.Attributes.${attribute.waited}`
  const say = (text: string): Row<WhisperRow> => ({ kind: 'say', text, arms: { next: 'end', error: 'end' } })
  const saying = (group: ReferrerGroup) => say(`${call} ${whisperNl.groups[group]} ${waited}`)
  const arms = Object.fromEntries(ReferrerGroup.options.map((group): [ReferrerGroup, WhisperRow] => [group, `say-${group}`]))
  return flow<WhisperRow>({
    start: 'voice',
    rows: {
      voice: { kind: 'with-voice', voice: voices.nl, engine: 'Neural', arms: { next: 'who', error: 'who' } },
      who: { kind: 'by-text', reference: `$.Attributes.${attribute.referrerGroup}`, arms, otherwise: 'say' },
      say: say(`${call} ${waited}`),
      'say-professional': saying('professional'),
      'say-family': saying('family'),
      'say-network': saying('network'),
      end: { kind: 'end', arms: {} },
    },
  })
}
