import * as z from 'zod'
import type { ContactId, RegionId } from '../../shared/domain/ids.ts'
import { addDays, dayOf } from '../../shared/domain/time/brussels-time.ts'
import type { SweepList } from '../../shared/storage/contacts/unfinished.ts'
import { nameOf, type RequestLog } from '../lambda.ts'
import type { Deps, Run } from './deps.ts'
import { lookAtContact } from './look-at-contact.ts'

// The nightly run names its list; any other event is the one of every five minutes.
const Asked = z.object({ list: z.literal('days') })

// What one run does at most; the next one goes on where it stopped. Long lists come from abuse, and must not cost without end.
const bounds = {
  unfinished: { looksInRegion: 200, asksInRegion: 20 },
  days: { looksInRegion: 2_000, asksInRegion: 100 },
} as const
const maxMilliseconds = 200_000
const maxUnanswered = 3
const nightlyDays = 3

/**
 * Finds out how contacts went whose events were lost. Every five minutes it looks at the contacts without a known end, and every night once
 * more at all contacts of the last days. What Connect tells is recorded as an event is. A contact or region that fails does not hold back
 * the others; it is looked at again in the next run.
 */
export async function sweepContacts(deps: Deps, event: unknown, requestLog: RequestLog): Promise<Run> {
  const list: SweepList = Asked.safeParse(event).success ? 'days' : 'unfinished'
  const startedAt = deps.now()
  const run: Run = { looked: 0, asked: 0, repaired: 0, endedUnknown: 0, failed: 0, unanswered: 0 }
  for (const region of inTurn(deps.regions, startedAt)) {
    try {
      await sweepRegion({ ...deps, until: new Date(startedAt.getTime() + maxMilliseconds) }, { region, list }, { run, requestLog })
    } catch (error) {
      run.failed += 1
      requestLog.errorName = nameOf(error)
    }
  }
  requestLog.kind = kindOf(run)
  return run
}

// Each run begins with another region, so that a run that stops early does not always leave out the same ones.
function inTurn(regions: readonly RegionId[], at: Date): RegionId[] {
  const first = Math.floor(at.getTime() / 300_000) % Math.max(1, regions.length)
  return [...regions.slice(first), ...regions.slice(0, first)]
}

type Place = { contact: ContactId; position: string; finish(): Promise<void> }
type Sweep = { region: RegionId; list: SweepList }
type RunLog = { run: Run; requestLog: RequestLog }

async function sweepRegion(deps: Deps & { until: Date }, { region, list }: Sweep, { run, requestLog }: RunLog): Promise<void> {
  const { looksInRegion, asksInRegion } = bounds[list]
  const after = await deps.unfinished.positionOf(region, list)
  const places = await placesOf(deps, { region, list, after }, looksInRegion)
  const mayAsk = run.asked + asksInRegion
  let position = after
  for (const place of places) {
    if (run.asked >= mayAsk || run.unanswered >= maxUnanswered || deps.now() > deps.until) break
    run.looked += 1
    try {
      if (await lookAtContact(deps, { contact: place.contact, region }, run)) await place.finish()
    } catch (error) {
      // One contact that fails must not hold back the others.
      run.failed += 1
      requestLog.errorName = nameOf(error)
    }
    ;({ position } = place)
  }
  // At the end of the list the next run starts again from its beginning.
  const isAtEnd = places.length < looksInRegion && position === (places.at(-1)?.position ?? after)
  await deps.unfinished.savePosition(region, list, isAtEnd ? '' : position)
}

async function placesOf(deps: Deps, { region, list, after }: Sweep & { after: string }, most: number): Promise<Place[]> {
  if (list === 'unfinished') {
    const found = await deps.unfinished.unfinishedIn(region, after, most)
    return found.map((one) => ({ contact: one.contact, position: one.position, finish: () => deps.unfinished.finish(one) }))
  }
  const today = dayOf(deps.now())
  const contacts = await deps.cameIn(region, addDays(today, -nightlyDays), today)
  const rest = contacts.slice(contacts.findIndex((contact) => contact === after) + 1)
  return rest.slice(0, most).map((contact) => ({ contact, position: contact, finish: async () => undefined }))
}

function kindOf({ failed, endedUnknown, repaired }: Run): string {
  if (failed > 0) return 'swept-in-part'
  if (endedUnknown > 0) return 'ended-unknown'
  return repaired > 0 ? 'repaired' : 'quiet'
}
