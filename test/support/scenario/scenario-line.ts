import { BatchWriteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { people } from '../../../infra/local/people/people.ts'
import { startLocalLine, type LocalLine } from '../../../infra/local/local-line.ts'
import { emptyRoster, onDuty } from '../../../shared/domain/roster/duty-roster.ts'
import type { RegionId } from '../../../shared/domain/ids.ts'
import { openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { openRosters } from '../../../shared/storage/roster/rosters.ts'
import type { Item, Table } from '../../../shared/storage/table/table.ts'
import { at } from '../time/at.ts'
import { tableOf } from '../journey/line-desk.ts'

/** The line on which the scenarios are played, one after another. Each starts from the same state. */
export type StoryLine = {
  localLine: LocalLine
  table: Table
  /** Restores the seeded data and sets the clock. `signIn` runs before the clock is set, so that watch-line finds those workers present. */
  beginAnew(given: { at: string; emptyRosterOf: RegionId | null; signIn(): Promise<void> }): Promise<void>
  /** Advances the line's clock in steps. Before each step all running work is awaited, so that no step overtakes it. */
  passes(seconds: number, step?: number): Promise<void>
  /** Waits until nothing is running that does not depend on the clock. */
  settles(): Promise<void>
  /** Registers a client with a socket: `hasHeardAll` resolves once it received all that was sent. Returns a function to unregister it. */
  attends(hasHeardAll: () => Promise<void>): () => void
  /** The usernames of the workers who are first on duty at that moment in the other regions. */
  firstElsewhere(at: string, region: RegionId): Promise<string[]>
  close(): Promise<void>
}

// A Saturday, when every line is closed and watch-line raises no notices.
const quietMoment = '2026-11-28 10:30'

/** Starts the line once, for all scenarios. */
export async function openStoryLine(): Promise<StoryLine> {
  const localLine = await startLocalLine({ clock: at(quietMoment), seed: 11, quiet: true })
  const table = tableOf(localLine)
  // Applies the roster in Connect before the first scenario.
  await localLine.bus.runSchedules()
  // The hours in Connect are correct already. apply-hours is made to fail, because its pauses would add a second of real time per scenario.
  localLine.functions.fail('apply-hours', 'wrong-shape', 10_000)
  const sown = (await itemsIn(table)).filter(isBaseline)
  const listeners = new Set<() => Promise<void>>()
  const settles = () => settled(localLine, listeners)
  const passes = async (seconds: number, step = 1) => {
    for (let left = seconds; left > 0; left -= step) {
      await settles()
      await localLine.clock.advance(Math.min(left, step) * 1000)
    }
    await settles()
  }
  return {
    localLine,
    table,
    settles,
    passes,
    attends: (hasHeardAll) => {
      listeners.add(hasHeardAll)
      return () => listeners.delete(hasHeardAll)
    },
    beginAnew: async ({ at: moment, emptyRosterOf, signIn }) => {
      // Events of the previous scenario can still arrive for some seconds, and must not count for this one.
      await passes(12, 4)
      await restore(table, sown)
      localLine.keyValues.wipe(['outbox', 'dead-letter', 'connect-past-contact'].map((kind) => ({ kind })))
      if (emptyRosterOf !== null) await emptied(table, emptyRosterOf)
      localLine.lines.length = 0
      await signIn()
      await localLine.clock.set(at(moment))
      await settles()
    },
    firstElsewhere: async (moment, region) => {
      const others = openRegions(regions).filter(({ id }) => id !== region)
      const rosters = await Promise.all(others.map(({ id }) => openRosters(table).rosterOf(id)))
      const first = rosters.flatMap((roster) => onDuty(roster, at(moment)).first)
      return people.filter(({ worker }) => first.includes(worker)).map(({ username }) => username)
    },
    close: async () => {
      table.client.destroy()
      await localLine.stop()
    },
  }
}

// The `applied#` items say which routing profiles were set in Connect. Connect is not restored, so restoring these items would make the
// current profiles look like changes that somebody made by hand.
function isBaseline({ pk, sk }: Item): boolean {
  return /^(region|agent|subject)#/.test(String(pk)) && !String(sk).startsWith('applied#')
}

async function settled({ functions }: LocalLine, listeners: Set<() => Promise<void>>): Promise<void> {
  for (;;) {
    await Promise.all([...listeners].map((hasHeardAll) => hasHeardAll()))
    // Work that a response starts begins in a later turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    if (functions.atWork() === 0) return
    while (functions.atWork() > 0) await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/** Every item in the table, including expired ones. */
export async function itemsIn({ client, name }: Table): Promise<Item[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))
  return Items
}

const batch = 25

async function restore(table: Table, sown: readonly Item[]): Promise<void> {
  const keyOf = ({ pk, sk }: Item) => ({ pk, sk })
  const isSown = new Set(sown.map((item) => JSON.stringify(keyOf(item))))
  const gone = (await itemsIn(table)).map(keyOf).filter((key) => !isSown.has(JSON.stringify(key)))
  const requests = [...gone.map((Key) => ({ DeleteRequest: { Key } })), ...sown.map((Item) => ({ PutRequest: { Item } }))]
  for (let from = 0; from < requests.length; from += batch)
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests.slice(from, from + batch) } }))
}

async function emptied(table: Table, region: RegionId): Promise<void> {
  const rosters = openRosters(table)
  const { version } = await rosters.versioned(region)
  if ((await rosters.save(region, emptyRoster, version)) !== 'saved') throw new Error('the roster was not emptied')
}
