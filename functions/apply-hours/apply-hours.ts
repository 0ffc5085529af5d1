import * as z from 'zod'
import type { StandingOverride } from '../../shared/connect/hours.ts'
import { type Closing, type WeekSlot, weekSlots } from '../../shared/contracts/connect/connect-hours.ts'
import { dayOf } from '../../shared/domain/time/brussels-time.ts'
import { RegionId } from '../../shared/domain/ids.ts'
import type { HoursStore } from '../../shared/storage/hours/hours.ts'
import { nameOf, type RequestLog } from '../lambda.ts'
import { type Change, changesBetween, isDrifted, type Standing, textOf } from './changes.ts'
import { legalAmong, desiredClosings } from './desired-closings.ts'

/** What can be read and changed in the Connect hours of operation of one region. */
export type HoursInConnect = {
  week(): Promise<WeekSlot[] | null>
  overrides(): Promise<StandingOverride[]>
  setWeek(week: readonly WeekSlot[]): Promise<void>
  add(closing: Closing): Promise<void>
  set(id: string, closing: Closing): Promise<void>
  drop(id: string): Promise<void>
}

/** What applying the hours needs: the saved hours, access to Connect per region, a pause and a clock. */
export type Deps = Pick<HoursStore, 'hoursOf' | 'applied' | 'noteApplied'> & {
  regions: readonly RegionId[]
  inConnect(region: RegionId): HoursInConnect
  pause(milliseconds: number): Promise<unknown>
  now(): Date
}

/** The result of one run: how many changes were made, how many failed, and in which regions Connect differed from what we last applied. */
export type Applied = { changed: number; failed: number; drifted: RegionId[] }

/** Two callers: the desk right after a coordinator saved (one region), and the schedule (all regions). */
const Asked = z.union([z.strictObject({ region: RegionId }), z.looseObject({ source: z.literal('aws.events') })])

// Connect allows two requests a second per account with bursts of five. This function uses four of the burst and leaves the fifth to the
// other functions.
const requestsAtFirst = 4
const requestsASecond = 2
const pauseMilliseconds = 1_000

/**
 * Makes the week and the overrides in Connect equal to the saved hours of each region. Sends only what differs; a change made in Connect by
 * hand is overwritten.
 */
export async function applyHours(deps: Deps, event: unknown, requestLog: RequestLog): Promise<Applied> {
  const asked = Asked.parse(event)
  const regions = 'region' in asked && deps.regions.includes(String(asked.region)) ? [String(asked.region)] : deps.regions
  const outcome: Applied = { changed: 0, failed: 0, drifted: [] }
  const turn = createTurns(deps)
  for (const region of regions) {
    try {
      await applyRegion({ ...deps, turn }, region, { outcome, requestLog })
    } catch (error) {
      // One region that cannot be read must not leave the others with outdated hours.
      outcome.failed += 1
      requestLog.errorName = nameOf(error)
    }
  }
  requestLog.kind = kindOf(outcome)
  return outcome
}

type RegionDeps = Deps & { turn(): Promise<void> }
type RunLog = { outcome: Applied; requestLog: RequestLog }

async function applyRegion(deps: RegionDeps, region: RegionId, run: RunLog): Promise<void> {
  const connectHours = deps.inConnect(region)
  const [hours, applied] = await Promise.all([deps.hoursOf(region), deps.applied(region)])
  await deps.turn()
  const week = await connectHours.week()
  await deps.turn()
  const standing: Standing = { week, overrides: await connectHours.overrides() }
  const legal = legalAmong(standing.overrides)
  const today = dayOf(deps.now())
  if (isDrifted(standing, { applied, legal, today })) run.outcome.drifted.push(region)
  const desired = { week: weekSlots(hours.week), legal, closings: desiredClosings(hours, legal, today) }
  const failedBefore = run.outcome.failed
  for (const change of changesBetween(standing, desired)) {
    await deps.turn()
    await make(connectHours, change, run)
  }
  const text = textOf(desired)
  if (run.outcome.failed === failedBefore && text !== applied) await deps.noteApplied(region, text)
}

async function make(connectHours: HoursInConnect, change: Change, { outcome, requestLog }: RunLog): Promise<void> {
  try {
    await send(connectHours, change)
    outcome.changed += 1
  } catch (error) {
    // One closing that Connect rejects must not prevent the others.
    outcome.failed += 1
    requestLog.errorName = nameOf(error)
  }
}

function send(connectHours: HoursInConnect, change: Change): Promise<void> {
  switch (change.kind) {
    case 'set-week':
      return connectHours.setWeek(change.week)
    case 'add':
      return connectHours.add(change.closing)
    case 'set':
      return connectHours.set(change.id, change.closing)
    case 'drop':
      return connectHours.drop(change.id)
  }
}

function createTurns({ pause }: Deps): () => Promise<void> {
  let taken = 0
  return async () => {
    if (taken >= requestsAtFirst && taken % requestsASecond === 0) await pause(pauseMilliseconds)
    taken += 1
  }
}

function kindOf({ changed, failed, drifted }: Applied): string {
  if (failed > 0) return 'applied-in-part'
  if (drifted.length > 0) return 'drift-put-right'
  return changed > 0 ? 'applied' : 'unchanged'
}
