import type { DeskLine, SoftphoneTried } from '../../../shared/contracts/line/desk-line.ts'
import { clockOf, dayOf, wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { onDuty, turnsOn, type DutyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import type { OpeningCheck } from '../../../shared/domain/line/opening-check.ts'
import { openingAt } from '../../../shared/domain/hours/opening-hours.ts'
import { foldContact } from '../../../shared/domain/contacts/contact.ts'
import type { ContactId } from '../../../shared/domain/ids.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import type { SoftphoneCheck } from '../../../shared/storage/line/softphone-checks.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { nameOf, type RequestLog, withTimeout } from '../../lambda.ts'
import type { Desk } from '../desk/deps.ts'

// The screen waits for this answer; after this time it is sent without Connect's part.
const connectMilliseconds = 2_500

/**
 * The line at this moment: open or closed, who is on duty, who is signed in at Connect, and the result of the last check before an opening.
 */
export async function line(desk: Desk, requestLog: RequestLog): Promise<DeskLine> {
  const now = desk.now()
  const { region, id } = desk.worker
  const [hours, roster, workers, check, tried] = await Promise.all([
    desk.hours.hoursOf(region),
    desk.rosters.rosterOf(region),
    desk.workers.inRegion(region),
    desk.openingChecks.latest(region),
    desk.softphoneChecks.ofToday(id),
  ])
  const opening = openingAt(hours, now)
  const duty = onDuty(roster, now)
  const names = new Map(workers.map((worker) => [worker.id, worker.name]))
  const named = (ids: readonly Worker['id'][]) => ids.map((worker) => names.get(worker) ?? worker)
  return {
    state:
      opening.kind === 'open'
        ? { kind: 'open', closes: wallMomentOf(opening.closesAt, now) }
        : { kind: 'closed', opens: opening.opensAt && wallMomentOf(opening.opensAt, now) },
    onDuty: named(duty.first),
    backup: named(duty.backup),
    now: await thereNow(desk, workers, requestLog),
    waiting: await waitingNow(desk),
    opening: check && openingOf(check, now),
    softphone: softphoneOf(desk, roster, tried),
  }
}

// More than a strip on the screen can show, and a bound on what many chats at once can make this read.
const maxWaiting = 20

async function waitingNow(desk: Desk): Promise<DeskLine['waiting']> {
  const queued = (await desk.contacts.queuedLately(desk.worker.region)).slice(0, maxWaiting)
  const waiting = await Promise.all(queued.map((contact) => waitingOf(desk, contact)))
  return waiting.filter((one) => one !== null)
}

async function waitingOf(desk: Desk, contact: ContactId): Promise<DeskLine['waiting'][number] | null> {
  const facts = contactFacts(await desk.contacts.factsOf(contact))
  const { state, channel, referrerType } = foldContact(contact, facts)
  const queued = facts.find((fact) => fact.kind === 'contact-queued')
  if (state !== 'waiting' || channel === null || queued === undefined) return null
  const minutes = Math.max(0, Math.floor((desk.now().getTime() - queued.at.getTime()) / 60_000))
  return { contact, channel, referrerType, minutes }
}

/** Stores the result of the worker's own softphone test, for today only. */
export async function trySoftphone(desk: Desk, tried: SoftphoneTried): Promise<{ softphone: DeskLine['softphone'] }> {
  await desk.softphoneChecks.save(desk.worker.id, { at: desk.now(), ...tried })
  return { softphone: worked(tried) }
}

// Asked of Connect at each request and not stored. null = Connect did not answer in time, and the desk shows that it is not known.
async function thereNow(desk: Desk, workers: readonly Worker[], requestLog: RequestLog): Promise<DeskLine['now']> {
  const byAgent = new Map(workers.flatMap(({ agentArn, name }) => (agentArn === null ? [] : [[agentArn, name] as const])))
  try {
    const asked = Promise.all([desk.agentsNow([...byAgent.keys()]), desk.waitingIn(desk.worker.region)])
    const [agents, waiting] = await withTimeout(connectMilliseconds, asked)
    const signedIn = agents.map(({ agentArn, state }) => ({ name: byAgent.get(agentArn) ?? '', state }))
    return { signedIn: signedIn.sort((one, other) => one.name.localeCompare(other.name)), waiting: waiting.contacts }
  } catch (error) {
    requestLog.errorName = nameOf(error)
    return null
  }
}

function openingOf({ opensAt, checkedAt, parts }: OpeningCheck, now: Date): DeskLine['opening'] {
  return { opens: wallMomentOf(opensAt, now), checked: wallMomentOf(checkedAt, now), parts }
}

function softphoneOf(desk: Desk, roster: DutyRoster, tried: SoftphoneCheck | null): DeskLine['softphone'] {
  if (tried !== null) return worked(tried)
  const now = desk.now()
  const isStillToCome = turnsOn(roster, dayOf(now)).some((turn) => turn.worker === desk.worker.id && clockOf(now) < turn.to)
  return isStillToCome ? 'to-try' : 'no-turn'
}

function worked({ microphone, sound }: SoftphoneTried): 'works' | 'fails' {
  return microphone && sound ? 'works' : 'fails'
}
