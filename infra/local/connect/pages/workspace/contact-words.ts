import { clockOf } from '../../../../../shared/domain/time/brussels-time.ts'
import { workspaceWords as words } from '../../../machine/local-words.ts'
import type { ContactCard } from '../../workspace/workspace-messages.ts'

/** Whom the agent has in front of her: the name that was given, else the number, else the channel. */
export function nameOf(card: Pick<ContactCard, 'channel' | 'customerName' | 'customerNumber'>): string {
  if (card.customerName) return card.customerName
  if (card.channel === 'CHAT') return words.customer
  return card.customerNumber ?? words.withheld
}

/** A status in Dutch; statuses of the template already are. */
export function statusWord(name: string): string {
  return words.statuses[name] ?? name
}

/** The wall clock of the line at a moment. */
export function clockAt(at: string): string {
  return clockOf(new Date(at))
}
