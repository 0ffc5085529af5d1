import { attribute } from '../../shared/contracts/connect/flow-events.ts'
import { openingTicketOf } from '../../shared/storage/line/opening-checks.ts'
import type { Deps, Verdict, WatchedLine } from './deps.ts'

// A contact passes through the flow in a second; one that has not arrived after this time is lost.
const arrivesWithinMilliseconds = 45_000
// No test contact is sent later than this before the opening: arriving after it, the contact would ring a worker.
const lastSentMilliseconds = 90_000

/**
 * Sends one test contact on the path of a real one (Connect, the flow, `route-contact`) and tells in later runs whether it arrived. The
 * line is still closed then, so it rings nobody; its ticket keeps it out of all figures.
 */
export async function comesThrough(deps: Deps, line: WatchedLine, opensAt: Date): Promise<Verdict> {
  const sent = await deps.openingChecks.contactOf(line.region, opensAt)
  if (sent === null) {
    if (opensAt.getTime() - line.at.getTime() >= lastSentMilliseconds) await sendContact(deps, line, opensAt)
    return 'not-yet'
  }
  if (sent.arrivedAt === null && line.at.getTime() - sent.startedAt.getTime() < arrivesWithinMilliseconds) return 'not-yet'
  // The answer is known, so the contact is ended, also when it is stuck in the flow.
  await deps.stopContact(sent.contactId)
  return sent.arrivedAt === null ? 'not-good' : 'good'
}

async function sendContact(deps: Deps, { region, inConnect, at }: WatchedLine, opensAt: Date): Promise<void> {
  const ticket = openingTicketOf(deps.callerKey, region, opensAt)
  const attributes = { [attribute.region]: region, [attribute.openingCheck]: ticket }
  // The ticket is the client token too: two concurrent runs of the watch send one contact.
  const opened = await deps.startChat({ flowId: inConnect.flow, displayName: 'opening-check', clientToken: ticket, attributes })
  if (opened.kind === 'opened') await deps.openingChecks.startContact(region, opensAt, { contactId: opened.contactId, startedAt: at })
}
