import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { Absence, DutyChange, DutyRoster, DutyShift, emptyRoster } from '../../domain/roster/duty-roster.ts'
import { type RegionId, WorkerId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { appliedProfileKey, rosterKey } from './keys.ts'
import { readEach, readStored } from '../table/read-each.ts'
import { getItem, type Item, putItem, queryAll, type Table, type Write, writeTogether } from '../table/table.ts'

/** A roster with its version; 0 when none was ever saved. */
export type VersionedRoster = { roster: DutyRoster; version: number }

/** The routing profile last applied for a worker; `before` is the worker's profile until then. */
export type AppliedProfile = { worker: WorkerId; profile: string; before: string | null; at: Date }

/** The duty rosters, and what was last applied of them in Connect. */
export type RosterStore = {
  /** The roster of a region, without turns that cannot be read; an empty one when none was ever saved. */
  rosterOf(region: RegionId): Promise<DutyRoster>
  /** The roster with its version, to change it. Throws when a turn cannot be read: saving would lose that turn. */
  versioned(region: RegionId): Promise<VersionedRoster>
  /** Saves a roster on the version it was made from; `stale` when somebody else saved first, and nothing was written. */
  save(region: RegionId, roster: DutyRoster, version: number): Promise<'saved' | 'stale'>
  /** What was last applied in Connect per worker; a worker who was never changed is not in it. */
  applied(region: RegionId): Promise<Map<WorkerId, AppliedProfile>>
  noteApplied(region: RegionId, applied: AppliedProfile): Promise<void>
}

/** The duty rosters in a table. */
export function openRosters(table: Table): RosterStore {
  return {
    rosterOf: async (region) => {
      const item = await getItem(table, rosterKey(region))
      return item?.['version'] === undefined ? emptyRoster : readable(item)
    },
    versioned: (region) => versioned(table, region),
    save: (region, roster, version) => save(table, region, { roster, version }),
    applied: (region) => appliedIn(table, region),
    noteApplied: (region, { at, ...rest }) => putItem(table, { ...appliedProfileKey(region, rest.worker), ...rest, at: at.toISOString() }),
  }
}

/** The write of a roster on its version, for a transaction. Throws for an invalid roster, which could not be read again. */
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
  // A roster stored before versions existed (in an old local data folder) counts as never saved.
  return item?.['version'] === undefined ? { roster: emptyRoster, version: 0 } : readStored(StoredRoster, item)
}

// To decide by, a roster without one turn is better than none.
function readable(item: Item): DutyRoster {
  const { roster } = StoredLists.parse(item)
  const each = <Schema extends z.ZodType>(turns: Item[], schema: Schema) => readEach('turn', turns, (turn) => readStored(schema, turn))
  return { shifts: each(roster.shifts, DutyShift), changes: each(roster.changes, DutyChange), absences: each(roster.absences, Absence) }
}

async function save(table: Table, region: RegionId, request: VersionedRoster): Promise<'saved' | 'stale'> {
  const outcome = await writeTogether(table, [rosterWrite(table, region, request)])
  if (outcome.kind === 'written') return 'saved'
  // A retry after a lost answer sends the same roster again: that is no conflict.
  const now = await versioned(table, region)
  return now.version === request.version + 1 && isDeepStrictEqual(now.roster, request.roster) ? 'saved' : 'stale'
}

async function appliedIn(table: Table, region: RegionId): Promise<Map<WorkerId, AppliedProfile>> {
  const { pk, sk } = appliedProfileKey(region, '')
  const items = await queryAll(table, {
    KeyConditionExpression: 'pk = :region and begins_with(sk, :applied)',
    ExpressionAttributeValues: { ':region': pk, ':applied': sk },
  })
  return new Map(readEach('applied-profile', items, (item) => StoredApplied.parse(item)).map((applied) => [applied.worker, applied]))
}

const Turns = z.array(z.record(z.string(), z.unknown()).catch({}))
const StoredLists = z.object({ roster: z.object({ shifts: Turns, changes: Turns, absences: Turns }) })
const StoredRoster = z.object({ roster: DutyRoster, version: z.int().min(1) })
const StoredApplied = z.object({ worker: WorkerId, profile: z.string(), before: z.string().nullable(), at: Moment })
