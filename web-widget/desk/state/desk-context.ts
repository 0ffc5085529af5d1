import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CaseId } from '../../../shared/domain/ids.ts'
import type { DeskMe } from '../../../shared/contracts/desk/desk-me.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'
import { nlReferrers } from '../../../shared/words/nl/referrers.ts'
import type { Contacts } from './contacts.ts'
import type { CallsOut } from './dial.ts'
import type { DeskClient } from '../client/desk-client.ts'
import type { Session } from '../client/session.ts'

/** What every screen of the desk may use. */
export type DeskContext = {
  me: DeskMe
  client: DeskClient
  session: Session
  contacts: Contacts
  callsOut: CallsOut
  go(screen: Screen): void
}
export type Screen =
  | { kind: 'now' }
  | { kind: 'to-finish' }
  | { kind: 'families'; case: CaseId | null }
  | { kind: 'line' }
  | { kind: 'roster' }
  | { kind: 'hours' }
  | { kind: 'callbacks' }
  | { kind: 'figures' }

export const words = deskNl
export const referrers = nlReferrers

export const DeskContextOf = createContext<DeskContext | null>(null)

/** The context of the desk, for the screens inside it. */
export function useDesk(): DeskContext {
  const context = useContext(DeskContextOf)
  if (context === null) throw new Error('a screen of the desk stands outside the desk')
  return context
}
