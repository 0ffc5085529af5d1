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

/** The line on which stories are played, one after another: each finds it as if it was the first. */
export type StoryLine = {
  localLine: LocalLine
  table: Table
  /** Puts everything back as it was sown, and sets the clock; who is signed in by then is seen by the watch. */
  beginAnew(given: { at: string; emptyRosterOf: RegionId | null; signIn(): Promise<void> }): Promise<void>
  /** Lets line time go by, in steps of so many seconds; whatever is at work is waited for, so that no step runs ahead of it. */
  passes(seconds: number, step?: number): Promise<void>
  /** Waits until nothing moves any more without the clock. */
  settles(): Promise<void>
  /** Somebody whose socket the line speaks to; answers when all that was sent to her has arrived. */
  attends(hasHeardAll: () => Promise<void>): () => void
  /** Who is first on duty then in the other regions, by username. */
  firstElsewhere(at: string, region: RegionId): Promise<string[]>
  close(): Promise<void>
}

// A Saturday: the watch over the lines tells nothing then.
const quietMoment = '2026-11-28 10:30'

/** Starts the line once, for all stories. */
export async function openStoryLine(): Promise<StoryLine> {
  const localLine = await startLocalLine({ clock: at(quietMoment), seed: 11, quiet: true })
  const table = tableOf(localLine)
  // Connect and the roster know each other's people from here on.
  await localLine.bus.runSchedules()
  // Connect's hours stand as they should from here on; that they are looked at without haste would cost each story a second of real time.
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
      // Events of the story before arrive late, and must not fall into this one.
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

// What was made of the roster in Connect does not go back with it, and would read as a change that somebody made there by hand.
function isBaseline({ pk, sk }: Item): boolean {
  return /^(region|agent|subject)#/.test(String(pk)) && !String(sk).startsWith('applied#')
}

async function settled({ functions }: LocalLine, listeners: Set<() => Promise<void>>): Promise<void> {
  for (;;) {
    await Promise.all([...listeners].map((hasHeardAll) => hasHeardAll()))
    // What an answer sets in motion begins a moment after it.
    await new Promise((resolve) => setImmediate(resolve))
    if (functions.atWork() === 0) return
    while (functions.atWork() > 0) await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

/** Everything in the table, as it lies there. */
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
