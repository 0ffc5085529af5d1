import { dayOf } from '../../shared/domain/time/brussels-time.ts'
import { onDuty } from '../../shared/domain/roster/duty-roster.ts'
import type { WorkerId } from '../../shared/domain/ids.ts'
import { type OpeningCheck, openingToCheck, recipientsOfOpening } from '../../shared/domain/line/opening-check.ts'
import { spansOn } from '../../shared/domain/hours/opening-hours.ts'
import { nameOf, type RequestLog } from '../lambda.ts'
import { agentsOf, coordinatorsOf } from './line-people.ts'
import { enqueueNoticeFor } from './enqueue-notice.ts'
import { comesThrough } from './send-contact.ts'
import type { Deps, Verdict, WatchedLine } from './deps.ts'

/**
 * Checks a line in the last ten minutes before it opens: is somebody in the roster, signed in and with a tested softphone, are the hours in
 * Connect equal to ours, and does a test contact arrive? Enqueues notices to those who can fix what is wrong; returns how many were new.
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
  // A working softphone helps only if its worker is signed in: of those signed in, one must have tested it.
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
  const to = recipientsOfOpening(check, { ...duty, coordinators: coordinatorsOf(line) })
  const minutes = Math.ceil((opensAt.getTime() - line.at.getTime()) / 60_000)
  return enqueueNoticeFor(deps, line, [{ kind: 'opening-at-risk', to, minutes }])
}

// A question that Connect does not answer counts as a failed part of the check, and must not stop the other parts. null = no answer.
async function asked<Answer>(requestLog: RequestLog, question: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await question()
  } catch (error) {
    requestLog.errorName = nameOf(error)
    return null
  }
}

// A worker who did not test yet still has some minutes; a softphone that failed its test is reported at once.
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
