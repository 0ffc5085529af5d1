import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { DutyRoster, emptyRoster } from '../../domain/roster/duty-roster.ts'
import { type RegionId, WorkerId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { appliedProfileKey, rosterKey } from './keys.ts'
import { getItem, putItem, queryAll, type Table, type Write, writeTogether } from '../table/table.ts'

/** A roster with the number of times it was saved; 0 = nobody ever made one. */
export type VersionedRoster = { roster: DutyRoster; version: number }

/** What the roster last made of a worker in Connect; `before` is what she had there until then. */
export type AppliedProfile = { worker: WorkerId; profile: string; before: string | null; at: Date }

export type RosterStore = {
  /** Who has the line when, in a region; an empty roster when none was ever made. */
  rosterOf(region: RegionId): Promise<DutyRoster>
  /** The same, for whoever is going to change it. */
  versioned(region: RegionId): Promise<VersionedRoster>
  /** Saves a roster on the version it was made from; when somebody was faster nothing is written. */
  save(region: RegionId, roster: DutyRoster, version: number): Promise<'saved' | 'stale'>
  /** What the roster last made of each worker in Connect; who is not in it was never touched. */
  applied(region: RegionId): Promise<Map<WorkerId, AppliedProfile>>
  noteApplied(region: RegionId, applied: AppliedProfile): Promise<void>
}

/** The duty rosters of the line in a table. */
export function openRosters(table: Table): RosterStore {
  return {
    rosterOf: async (region) => (await versioned(table, region)).roster,
    versioned: (region) => versioned(table, region),
    save: (region, roster, version) => save(table, region, { roster, version }),
    applied: (region) => appliedIn(table, region),
    noteApplied: (region, { at, ...rest }) => putItem(table, { ...appliedProfileKey(region, rest.worker), ...rest, at: at.toISOString() }),
  }
}

/** The saving of a roster on its version, for a transaction. One that could not be read again is refused here, where somebody sees it. */
export function rosterWrite(table: Table, region: RegionId, { roster, version }: VersionedRoster): Write {
  return {
    Update: {
      TableName: table.name,
      Key: rosterKey(region),
      UpdateExpression: 'set #roster = :roster, #version = :next',
      ConditionExpression: version === 0 ? 'attribute_not_exists(#version)' : '#version = :read',
      ExpressionAttributeNames: { '#version': 'version', '#roster': 'roster' },
      ExpressionAttributeValues: {
        ':roster': DutyRoster.parse(roster),
        ':next': version + 1,
        ...(version === 0 ? {} : { ':read': version }),
      },
    },
  }
}

async function versioned(table: Table, region: RegionId): Promise<VersionedRoster> {
  const item = await getItem(table, rosterKey(region))
  // A roster of before there were versions, in a data folder of an older line, is one that nobody made yet.
  return item?.['version'] === undefined ? { roster: emptyRoster, version: 0 } : StoredRoster.parse(item)
}

async function save(table: Table, region: RegionId, request: VersionedRoster): Promise<'saved' | 'stale'> {
  const outcome = await writeTogether(table, [rosterWrite(table, region, request)])
  if (outcome.kind === 'written') return 'saved'
  // A save whose answer was lost on the way comes again with the same roster: that is no conflict.
  const now = await versioned(table, region)
  return now.version === request.version + 1 && isDeepStrictEqual(now.roster, request.roster) ? 'saved' : 'stale'
}

async function appliedIn(table: Table, region: RegionId): Promise<Map<WorkerId, AppliedProfile>> {
  const { pk, sk } = appliedProfileKey(region, '')
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :region and begins_with(sk, :applied)',
    ExpressionAttributeValues: { ':region': pk, ':applied': sk },
  })
  return new Map(items.map((item) => StoredApplied.parse(item)).map((applied) => [applied.worker, applied]))
}

const StoredRoster = z.object({ roster: DutyRoster, version: z.int().min(1) })
const StoredApplied = z.object({ worker: WorkerId, profile: z.string(), before: z.string().nullable(), at: Moment })
