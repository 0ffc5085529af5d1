import * as z from 'zod'
import type { StandingOverride } from '../../shared/connect/hours.ts'
import { type Closing, type WeekSlot, weekSlots } from '../../shared/contracts/connect-hours.ts'
import { dayOf } from '../../shared/domain/time/brussels-time.ts'
import { RegionId } from '../../shared/domain/ids.ts'
import type { HoursStore } from '../../shared/storage/hours/hours.ts'
import { nameOf, type Visit } from '../lambda.ts'
import { type Change, changesBetween, isDrifted, type Standing, textOf } from './changes.ts'
import { legalAmong, desiredClosings } from './desired-closings.ts'

/** The hours in Connect of one region. */
export type HoursDoor = {
  week(): Promise<WeekSlot[] | null>
  overrides(): Promise<StandingOverride[]>
  setWeek(week: readonly WeekSlot[]): Promise<void>
  add(closing: Closing): Promise<void>
  set(id: string, closing: Closing): Promise<void>
  drop(id: string): Promise<void>
}

export type Tools = Pick<HoursStore, 'hoursOf' | 'applied' | 'noteApplied'> & {
  regions: readonly RegionId[]
  inConnect(region: RegionId): HoursDoor
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
export async function applyHours(tools: Tools, event: unknown, visit: Visit): Promise<Applied> {
  const asked = Asked.parse(event)
  const regions = 'region' in asked && tools.regions.includes(String(asked.region)) ? [String(asked.region)] : tools.regions
  const outcome: Applied = { changed: 0, failed: 0, drifted: [] }
  const turn = createTurns(tools)
  for (const region of regions) {
    try {
      await applyRegion({ ...tools, turn }, region, { outcome, visit })
    } catch (error) {
      // One region that cannot be read must not leave the others with yesterday's hours.
      outcome.failed += 1
      visit.errorName = nameOf(error)
    }
  }
  visit.kind = kindOf(outcome)
  return outcome
}

type RegionTools = Tools & { turn(): Promise<void> }
type Told = { outcome: Applied; visit: Visit }

async function applyRegion(tools: RegionTools, region: RegionId, told: Told): Promise<void> {
  const door = tools.inConnect(region)
  const [hours, applied] = await Promise.all([tools.hoursOf(region), tools.applied(region)])
  await tools.turn()
  const week = await door.week()
  await tools.turn()
  const standing: Standing = { week, overrides: await door.overrides() }
  const legal = legalAmong(standing.overrides)
  const today = dayOf(tools.now())
  if (isDrifted(standing, { applied, legal, today })) told.outcome.drifted.push(region)
  const desired = { week: weekSlots(hours.week), legal, closings: desiredClosings(hours, legal, today) }
  const failedBefore = told.outcome.failed
  for (const change of changesBetween(standing, desired)) {
    await tools.turn()
    await make(door, change, told)
  }
  const text = textOf(desired)
  if (told.outcome.failed === failedBefore && text !== applied) await tools.noteApplied(region, text)
}

async function make(door: HoursDoor, change: Change, { outcome, visit }: Told): Promise<void> {
  try {
    await asRequest(door, change)
    outcome.changed += 1
  } catch (error) {
    // One closing that Connect refuses must not keep out the others.
    outcome.failed += 1
    visit.errorName = nameOf(error)
  }
}

function asRequest(door: HoursDoor, change: Change): Promise<void> {
  switch (change.kind) {
    case 'set-week':
      return door.setWeek(change.week)
    case 'add':
      return door.add(change.closing)
    case 'set':
      return door.set(change.id, change.closing)
    case 'drop':
      return door.drop(change.id)
  }
}

function createTurns({ pause }: Tools): () => Promise<void> {
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
