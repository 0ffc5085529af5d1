import type { SpokenLine } from '../../phone/phone-lines.ts'
import type { Asking, CallState, PhoneNews } from '../../phone/phone-messages.ts'

type Ringing = Pick<Extract<PhoneNews, { kind: 'ringing' }>, 'from' | 'label'>
/** What the phone page shows. */
export type PhoneState = {
  connected: boolean
  numbers: { number: string; label: string }[]
  /** The current call, or the last one until the next begins. */
  call: { secret: string; state: CallState; lines: SpokenLine[]; asking: Asking } | null
  /** `ringing`: a call of the line that rings here. `missed`: the last one that stopped before it was answered. */
  ringing: Ringing | null
  missed: Ringing | null
  refused: Extract<PhoneNews, { kind: 'refused' }>['why'] | null
}
/** A message from the server, or something that happened in the page itself. */
export type PhoneStep = PhoneNews | { kind: 'lost' } | { kind: 'declined' }

/** The state before the first message. */
export const freshPhone: PhoneState = { connected: false, numbers: [], call: null, ringing: null, missed: null, refused: null }

/** The phone's state after a message from the server. */
export function afterNews(phone: PhoneState, news: PhoneStep): PhoneState {
  switch (news.kind) {
    case 'ready':
      return { ...phone, connected: true, numbers: news.numbers }
    case 'lost':
      return { ...phone, connected: false, ringing: null }
    case 'declined':
      return { ...phone, ringing: null }
    case 'refused':
      // After a restart, the server no longer knows the call, so it has ended.
      if (news.why === 'no-call') return { ...phone, call: phone.call && { ...phone.call, state: { kind: 'ended' }, asking: null } }
      return { ...phone, refused: news.why }
    case 'call':
      return {
        ...phone,
        refused: null,
        ringing: null,
        missed: null,
        call: { secret: news.call, state: news.state, lines: news.lines, asking: news.asking },
      }
    case 'ringing':
      return { ...phone, refused: null, missed: null, ringing: { from: news.from, label: news.label } }
    case 'rang-out':
      return { ...phone, ringing: null, missed: phone.ringing }
    case 'state':
      return {
        ...phone,
        call: phone.call && { ...phone.call, state: news.state, asking: news.state.kind === 'ended' ? null : phone.call.asking },
      }
    case 'line':
      return { ...phone, call: phone.call && { ...phone.call, lines: [...phone.call.lines, news.line] } }
    case 'asking':
      return { ...phone, call: phone.call && { ...phone.call, asking: news.asking } }
  }
}

/** Whether there is a call that has not ended. */
export function isLive(phone: PhoneState): boolean {
  return phone.call !== null && phone.call.state.kind !== 'ended'
}
