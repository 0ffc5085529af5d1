import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CallerWords } from '../../shared/words/types/words.ts'
import type { Row } from './rows.ts'

/** The rows that `goodbye` writes; other rows may lead to any of them. */
export type GoodbyeRow = 'goodbye' | 'helplines' | 'bye' | 'emergencyNumbers' | 'chatEnded' | 'hangUp'

/**
 * The last rows of a flow, from `goodbye` on. They say two closing sentences in separate blocks, so that even when two blocks fail nobody
 * is cut off without having heard or read anything.
 */
export function goodbye(words: CallerWords, region: OpenRegion): Record<GoodbyeRow, Row<GoodbyeRow>> {
  return {
    goodbye: { kind: 'by-channel', arms: { voice: 'helplines', chat: 'emergencyNumbers' } },
    helplines: { kind: 'say', text: words.phone.helplines, arms: { next: 'bye', error: 'bye' } },
    bye: { kind: 'say', text: words.phone.bye, arms: { next: 'hangUp', error: 'hangUp' } },
    emergencyNumbers: { kind: 'say', text: emergencyNumbers(words, region), arms: { next: 'chatEnded', error: 'chatEnded' } },
    chatEnded: { kind: 'say', text: words.widget.ended, arms: { next: 'hangUp', error: 'hangUp' } },
    hangUp: { kind: 'hang-up', arms: {} },
  }
}

function emergencyNumbers({ widget }: CallerWords, { crisisPhone, publicPhone }: OpenRegion): string {
  const crisis = crisisPhone ? [widget.crisis(crisisPhone.written)] : []
  const call = publicPhone ? [widget.callInstead(publicPhone)] : []
  return [widget.emergency, ...crisis, ...call].join(' ')
}
