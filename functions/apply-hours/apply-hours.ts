import * as z from 'zod'
import type { StandingOverride } from '../../shared/connect/hours.ts'
import { type Closing, type WeekSlot, weekSlots } from '../../shared/contracts/connect/connect-hours.ts'
import { dayOf } from '../../shared/domain/time/brussels-time.ts'
import { RegionId } from '../../shared/domain/ids.ts'
import type { HoursStore } from '../../shared/storage/hours/hours.ts'
import { nameOf, type RequestLog } from '../lambda.ts'
import { type Change, changesBetween, isDrifted, type Standing, textOf } from './changes.ts'
import { legalAmong, desiredClosings } from './desired-closings.ts'

/** The hours in Connect of one region. */
export type HoursInConnect = {
  week(): Promise<WeekSlot[] | null>
  overrides(): Promise<StandingOverride[]>
  setWeek(week: readonly WeekSlot[]): Promise<void>
  add(closing: Closing): Promise<void>
  set(id: string, closing: Closing): Promise<void>
  drop(id: string): Promise<void>
}

export type Deps = Pick<HoursStore, 'hoursOf' | 'applied' | 'noteApplied'> & {
  regions: readonly RegionId[]
  inConnect(region: RegionId): HoursInConnect
  pause(milliseconds: number): Promise<unknown>
  now(): Date
}

/** What was done: how many changes, how many could not be made, and in which regions Connect had been changed behind our back. */
export type Applied = { changed: number; failed: number; drifted: RegionId[] }

/** Asked for one region right after its coordinator saved, or by the clock for all of them. */
const Asked = z.union([z.strictObject({ region: RegionId }), z.looseObject({ source: z.literal('aws.events') })])

// Connect takes two requests a second from an account, and five at once; the fifth is left to whoever asks in the same moment.
const requestsAtFirst = 4
const requestsASecond = 2
const pauseMilliseconds = 1_000

/** Makes Connect's week and overrides follow the hours of each region. What stands there already is left alone; what a hand changed is put right. */
export async function applyHours(deps: Deps, event: unknown, requestLog: RequestLog): Promise<Applied> {
  const asked = Asked.parse(event)
  const regions = 'region' in asked && deps.regions.includes(String(asked.region)) ? [String(asked.region)] : deps.regions
  const outcome: Applied = { changed: 0, failed: 0, drifted: [] }
  const turn = createTurns(deps)
  for (const region of regions) {
    try {
      await applyRegion({ ...deps, turn }, region, { outcome, requestLog })
    } catch (error) {
      // One region that cannot be read must not leave the others with yesterday's hours.
      outcome.failed += 1
      requestLog.errorName = nameOf(error)
    }
  }
  requestLog.kind = kindOf(outcome)
  return outcome
}

type RegionDeps = Deps & { turn(): Promise<void> }
type Told = { outcome: Applied; requestLog: RequestLog }

async function applyRegion(deps: RegionDeps, region: RegionId, told: Told): Promise<void> {
  const options = deps.inConnect(region)
  const [hours, applied] = await Promise.all([deps.hoursOf(region), deps.applied(region)])
  await deps.turn()
  const week = await options.week()
  await deps.turn()
  const standing: Standing = { week, overrides: await options.overrides() }
  const legal = legalAmong(standing.overrides)
  const today = dayOf(deps.now())
  if (isDrifted(standing, { applied, legal, today })) told.outcome.drifted.push(region)
  const desired = { week: weekSlots(hours.week), legal, closings: desiredClosings(hours, legal, today) }
  const failedBefore = told.outcome.failed
  for (const change of changesBetween(standing, desired)) {
    await deps.turn()
    await make(options, change, told)
  }
  const text = textOf(desired)
  if (told.outcome.failed === failedBefore && text !== applied) await deps.noteApplied(region, text)
}

async function make(options: HoursInConnect, change: Change, { outcome, requestLog }: Told): Promise<void> {
  try {
    await asRequest(options, change)
    outcome.changed += 1
  } catch (error) {
    // One closing that Connect refuses must not keep out the others.
    outcome.failed += 1
    requestLog.errorName = nameOf(error)
  }
}

function asRequest(options: HoursInConnect, change: Change): Promise<void> {
  switch (change.kind) {
    case 'set-week':
      return options.setWeek(change.week)
    case 'add':
      return options.add(change.closing)
    case 'set':
      return options.set(change.id, change.closing)
    case 'drop':
      return options.drop(change.id)
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
