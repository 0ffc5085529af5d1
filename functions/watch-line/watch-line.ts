import { onDuty, type OnDuty } from '../../shared/domain/roster/duty-roster.ts'
import type { RegionId } from '../../shared/domain/ids.ts'
import { alertsOn, isLeftAlone, type LineSeen } from '../../shared/domain/line/line-watch.ts'
import { openingAt } from '../../shared/domain/hours/opening-hours.ts'
import { openRegion } from '../../shared/domain/regions/regions.ts'
import type { Visit } from '../lambda.ts'
import { checkOpening } from './check-opening.ts'
import { agentsOf, coordinatorsOf } from './line-people.ts'
import { raiseFor } from './enqueue-notice.ts'
import type { LineInConnect, Tools, WatchedLine } from './deps.ts'

/**
 * Looks at every line: whether it is left alone, and whether the opening that comes can go well. Tells whoever can put it right. A line that
 * could not be looked at keeps no other from being looked at, but in the end the watch fails, so that its alarm sounds: nobody else would know.
 */
export async function watchLines(tools: Tools, visit: Visit): Promise<void> {
  let raised = 0
  const failures: unknown[] = []
  for (const [region, inConnect] of Object.entries(tools.lines)) {
    try {
      const line = await readLine(tools, region, inConnect)
      raised += (await checkOpening(tools, line, visit)) + (await watchLine(tools, line))
    } catch (error) {
      failures.push(error)
    }
  }
  visit.kind = raised > 0 ? 'raised' : 'quiet'
  if (failures.length > 0) throw failures[0]
}

async function readLine(tools: Tools, region: RegionId, inConnect: LineInConnect): Promise<WatchedLine> {
  const [hours, roster, workers] = await Promise.all([tools.hoursOf(region), tools.rosterOf(region), tools.inRegion(region)])
  return { region, inConnect, hours, roster, workers, at: tools.now() }
}

async function watchLine(tools: Tools, line: WatchedLine): Promise<number> {
  // A closed line costs Connect no question.
  if (openingAt(line.hours, line.at).kind === 'closed') return 0
  const duty = onDuty(line.roster, line.at)
  const longestWaitSeconds = openRegion(line.region)?.longestWaitSeconds ?? Number.POSITIVE_INFINITY
  const alerts = alertsOn(await seenNow(tools, line, duty), { longestWaitSeconds, coordinators: coordinatorsOf(line) })
  return raiseFor(tools, line, alerts)
}

async function seenNow(tools: Tools, line: WatchedLine, duty: OnDuty): Promise<LineSeen> {
  const empty = { isOpen: true, aloneMinutes: 0, duty, agents: [], longestWaitSeconds: 0 }
  // That nobody has the line is known without Connect, and is told also when Connect does not answer.
  if (duty.first.length + duty.backup.length === 0) return empty
  const [agents, waiting] = await Promise.all([agentsOf(tools, line), tools.waitingIn(line.inConnect.queues)])
  const seen = { ...empty, agents, longestWaitSeconds: waiting.longestSeconds }
  if (!isLeftAlone(seen)) return seen
  const since = await tools.leftAlone(line.region, line.at)
  // The watch comes by about every minute, a little early or late.
  return { ...seen, aloneMinutes: Math.round((line.at.getTime() - since.getTime()) / 60_000) }
}
