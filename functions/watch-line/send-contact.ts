import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import { openingTicketOf } from '../../shared/storage/line/opening-checks.ts'
import type { Deps, Verdict, WatchedLine } from './deps.ts'

// A contact walks the flow in a second; what did not arrive by the next look is lost.
const arrivesWithinMilliseconds = 45_000
// A contact that arrived after the opening would ring somebody as a caller does.
const lastSentMilliseconds = 90_000

/**
 * Sends one contact by the way of a caller, through Connect, the flow and the function that decides, and looks in the next minutes whether
 * it arrived. The line is still closed then, so it rings nobody, and its ticket keeps it out of every figure.
 */
export async function comesThrough(deps: Deps, line: WatchedLine, opensAt: Date): Promise<Verdict> {
  const sent = await deps.openingChecks.contactOf(line.region, opensAt)
  if (sent === null) {
    if (opensAt.getTime() - line.at.getTime() >= lastSentMilliseconds) await sendContact(deps, line, opensAt)
    return 'not-yet'
  }
  if (sent.arrivedAt === null && line.at.getTime() - sent.startedAt.getTime() < arrivesWithinMilliseconds) return 'not-yet'
  // It has told what it had to tell, also when it hangs somewhere.
  await deps.stopContact(sent.contactId)
  return sent.arrivedAt === null ? 'not-good' : 'good'
}

async function sendContact(deps: Deps, { region, inConnect, at }: WatchedLine, opensAt: Date): Promise<void> {
  const ticket = openingTicketOf(deps.callerKey, region, opensAt)
  const attributes = { [attribute.region]: region, [attribute.openingCheck]: ticket }
  // The ticket is the token too: two runs of the watch at once send one contact.
  const opened = await deps.startChat({ flowId: inConnect.flow, displayName: 'opening-check', clientToken: ticket, attributes })
  if (opened.kind === 'opened') await deps.openingChecks.startContact(region, opensAt, { contactId: opened.contactId, startedAt: at })
}
