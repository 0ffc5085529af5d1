import type { DeskLine } from '../../../shared/contracts/line/desk-line.ts'
import { useQuery } from '../client/use-query.ts'
import { useDesk, words } from '../state/desk-context.ts'
import { SoftphoneCheck } from './softphone-check.tsx'

/** Between contacts: says whether this worker is on duty, since a softphone that stays silent may seem broken. */
export function BetweenContacts() {
  const { client, me } = useDesk()
  const [line] = useQuery(() => client.line(), '')
  const part = line.kind === 'ok' && line.body.state.kind === 'open' ? partSaid(line.body, me.worker.name) : null
  return (
    <div class="nothing">
      <h1 class="visually-hidden">{words.nav.now}</h1>
      <p>{words.now.nothing}</p>
      {part === null ? null : <p>{part}</p>}
      {line.kind === 'ok' && me.worker.role === 'worker' ? <SoftphoneCheck softphone={line.body.softphone} /> : null}
    </div>
  )
}

function partSaid({ onDuty, backup }: DeskLine, own: string): string | null {
  if (onDuty.includes(own)) return null
  if (backup.includes(own)) return words.now.asBackup
  return onDuty.length === 0 ? words.now.nobodyOnDuty : words.now.notOnDuty(onDuty.join(', '))
}
