import { dayOf } from '../../shared/domain/time/brussels-time.ts'
import { onDuty } from '../../shared/domain/roster/duty-roster.ts'
import type { WorkerId } from '../../shared/domain/ids.ts'
import { type OpeningCheck, openingToCheck, toldOfOpening } from '../../shared/domain/line/opening-check.ts'
import { spansOn } from '../../shared/domain/hours/opening-hours.ts'
import { nameOf, type RequestLog } from '../lambda.ts'
import { agentsOf, coordinatorsOf } from './line-people.ts'
import { enqueueNoticeFor } from './enqueue-notice.ts'
import { comesThrough } from './send-contact.ts'
import type { Deps, Verdict, WatchedLine } from './deps.ts'

/**
 * In the last ten minutes before an opening: is somebody in the roster, is she signed in and did she try her softphone, are the hours in
 * Connect the same as ours, and does a contact come through? Whoever can put it right is told before the first caller finds out.
 */
export async function checkOpening(deps: Deps, line: WatchedLine, requestLog: RequestLog): Promise<number> {
  const opensAt = openingToCheck(line.hours, line.at)
  if (opensAt === null) return 0
  const duty = onDuty(line.roster, opensAt)
  const onLine = [...duty.first, ...duty.backup]
  const [agents, hours, contact] = await Promise.all([
    asked(requestLog, () => agentsOf(deps, line)),
    asked(requestLog, () => areHoursRight(deps, line, opensAt)),
    asked(requestLog, () => comesThrough(deps, line, opensAt)),
  ])
  const signedIn = onLine.filter((worker) => agents?.some((agent) => agent.worker === worker))
  // A softphone that works helps nobody while its worker is elsewhere: of those who are signed in one must have tried hers.
  const softphone = await hasTriedSoftphone(deps, signedIn.length > 0 ? signedIn : onLine)
  const check: OpeningCheck = {
    opensAt,
    checkedAt: line.at,
    parts: {
      'on-duty': duty.first.length > 0 ? 'good' : 'not-good',
      'signed-in': signedIn.length > 0 ? 'good' : 'not-good',
      softphone,
      hours: hours ?? 'not-good',
      contact: contact ?? 'not-good',
    },
  }
  await deps.openingChecks.save(line.region, check)
  const to = toldOfOpening(check, { ...duty, coordinators: coordinatorsOf(line) })
  const minutes = Math.ceil((opensAt.getTime() - line.at.getTime()) / 60_000)
  return enqueueNoticeFor(deps, line, [{ kind: 'opening-at-risk', to, minutes }])
}

// What Connect does not answer before an opening is what the check is there to find: it is told, and must not keep the rest from being told.
async function asked<Answer>(requestLog: RequestLog, question: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await question()
  } catch (error) {
    requestLog.errorName = nameOf(error)
    return null
  }
}

// Whoever did not try yet still has some minutes; a softphone that was tried and does not work has none.
async function hasTriedSoftphone(deps: Deps, onLine: readonly WorkerId[]): Promise<Verdict> {
  const checks = await Promise.all(onLine.map((worker) => deps.softphoneOfToday(worker)))
  if (checks.some((check) => check?.microphone === true && check.sound)) return 'good'
  return checks.some((check) => check !== null) ? 'not-good' : 'not-yet'
}

async function areHoursRight(deps: Deps, line: WatchedLine, opensAt: Date): Promise<Verdict> {
  const day = dayOf(opensAt)
  const ours = spansOn(line.hours, day)
  const theirs = await deps.openOnDay(line.inConnect.hours, day)
  const written = (spans: typeof ours) =>
    spans
      .map(({ from, to }) => `${from}-${to}`)
      .sort()
      .join()
  return written(ours) === written(theirs) ? 'good' : 'not-good'
}
