import { onDuty, type OnDuty } from '../../shared/domain/roster/duty-roster.ts'
import type { RegionId } from '../../shared/domain/ids.ts'
import { alertsOn, isLeftAlone, type LineSeen } from '../../shared/domain/line/line-watch.ts'
import { openingAt } from '../../shared/domain/hours/opening-hours.ts'
import { openRegion } from '../../shared/domain/regions/regions.ts'
import type { RequestLog } from '../lambda.ts'
import { checkOpening } from './check-opening.ts'
import { agentsOf, coordinatorsOf } from './line-people.ts'
import { enqueueNoticeFor } from './enqueue-notice.ts'
import { watchPromises } from './watch-promises.ts'
import type { LineInConnect, Deps, WatchedLine } from './deps.ts'

/**
 * Checks every line: whether a promised call is due or lost, whether the line is unattended and whether the next opening is at risk, and
 * enqueues notices to those who can act. An error
 * on one line does not stop the others, but is rethrown at the end so that the alarm on this function fires.
 */
export async function watchLines(deps: Deps, requestLog: RequestLog): Promise<void> {
  let raised = 0
  const failures: unknown[] = []
  // One part that fails, such as Connect, must not stop another, such as the promises.
  const part = async (count: () => Promise<number>) => {
    try {
      // Not `raised += await …`: that reads the sum before other parts have added to it.
      const counted = await count()
      raised += counted
    } catch (error) {
      failures.push(error)
    }
  }
  for (const [region, inConnect] of Object.entries(deps.lines)) {
    await part(async () => {
      const line = await readLine(deps, region, inConnect)
      await part(() => watchPromises(deps, line))
      await part(() => checkOpening(deps, line, requestLog))
      return watchLine(deps, line)
    })
  }
  requestLog.kind = raised > 0 ? 'raised' : 'quiet'
  if (failures.length > 0) throw failures[0]
}

async function readLine(deps: Deps, region: RegionId, inConnect: LineInConnect): Promise<WatchedLine> {
  const [hours, roster, workers] = await Promise.all([deps.hoursOf(region), deps.rosterOf(region), deps.inRegion(region)])
  return { region, inConnect, hours, roster, workers, at: deps.now() }
}

async function watchLine(deps: Deps, line: WatchedLine): Promise<number> {
  // While the line is closed Connect is not asked.
  if (openingAt(line.hours, line.at).kind === 'closed') return 0
  const duty = onDuty(line.roster, line.at)
  const longestWaitSeconds = openRegion(line.region)?.longestWaitSeconds ?? Number.POSITIVE_INFINITY
  const alerts = alertsOn(await seenNow(deps, line, duty), { longestWaitSeconds, coordinators: coordinatorsOf(line) })
  return enqueueNoticeFor(deps, line, alerts)
}

async function seenNow(deps: Deps, line: WatchedLine, duty: OnDuty): Promise<LineSeen> {
  const empty = { isOpen: true, aloneMinutes: 0, duty, agents: [], longestWaitSeconds: 0 }
  // An empty roster is known without Connect, so it is notified even when Connect does not answer.
  if (duty.first.length + duty.backup.length === 0) return empty
  const [agents, waiting] = await Promise.all([agentsOf(deps, line), deps.waitingIn(line.inConnect.queues)])
  const seen = { ...empty, agents, longestWaitSeconds: waiting.longestSeconds }
  if (!isLeftAlone(seen)) return seen
  const since = await deps.leftAlone(line.region, line.at)
  // The watch runs about every minute, a little early or late.
  return { ...seen, aloneMinutes: Math.round((line.at.getTime() - since.getTime()) / 60_000) }
}
