import { clockOf } from '../../../../../shared/domain/time/brussels-time.ts'
import { workspaceWords as words } from '../../../machine/local-words.ts'
import type { ContactCard } from '../../workspace/workspace-messages.ts'

/** The contact's name, or else its number, or else its channel. */
export function nameOf(card: Pick<ContactCard, 'channel' | 'customerName' | 'customerNumber'>): string {
  if (card.customerName) return card.customerName
  if (card.channel === 'CHAT') return words.customer
  return card.customerNumber ?? words.withheld
}

/** A status in Dutch; those of the template are Dutch already. */
export function statusWord(name: string): string {
  return words.statuses[name] ?? name
}

/** A moment as line time, hours and minutes. */
export function clockAt(at: string): string {
  return clockOf(new Date(at))
}
