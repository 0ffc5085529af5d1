import { routeContact } from '../../functions/route-contact/route-contact.ts'
import type { Tools } from '../../functions/watch-line/deps.ts'
import { watchLines } from '../../functions/watch-line/watch-line.ts'
import { throughDoor } from '../../functions/lambda.ts'
import { agentsNow, openOnDay, stopContact, waitingIn } from '../../shared/connect/line-now.ts'
import { startChat } from '../../shared/connect/start-chat.ts'
import { addDays, type Day } from '../../shared/domain/time/brussels-time.ts'
import { openStores, type Stores } from '../../shared/storage/stores.ts'
import type { Worker } from '../../shared/storage/workers/workers.ts'
import { type Line, openLine } from '../local/fixtures/connect/line.ts'
import { bye, failing, flow, say } from '../local/fixtures/connect/small-flows.ts'
import { arns, functionArn, instanceId } from '../local/fixtures/connect/small-plan.ts'
import { at } from './at.ts'
import { makeWorker } from './care.ts'
import { startTestDatabase, type TestDatabase } from './database.ts'
import { makeRoster, makeShift } from './make.ts'
import { setRoster } from './roster.ts'

/** One region's line on the local Connect and the embedded database, with somebody on duty, a backup and a coordinator, and the watch over it. */
export type WatchedLine = {
  database: TestDatabase
  stores: Stores
  line: Line
  noor: Worker
  sam: Worker
  greet: Worker
  /** The Tuesday of this story. */
  day: Day
  /** What route-contact made of each contact that came. */
  routed: string[]
  /** Every line that the watch logged. */
  logged: string[]
  /** How often Connect was asked something. */
  asked(): number
  tools(): Tools
  moment(clock: string): Date
  /** Lets the watch look at this time of the day, and says who was told what by it. */
  watchedAt(clock: string, given?: Partial<Tools>): Promise<[string, string][]>
  told(): Promise<[string, string][]>
  /** Noor signs in, is available, and her softphone works. */
  noorComes(): Promise<void>
}

export const oost = 'limburg-oost'
export const callerKey = 'a-key-for-tests'

/** The last part of an ARN. */
export function idOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

// The way in of the real flow: the function that decides is asked.
const asksFirst = flow({
  ask: {
    type: 'InvokeLambdaFunction',
    with: { LambdaFunctionARN: functionArn, InvocationTimeLimitSeconds: '6', LambdaInvocationAttributes: { region: oost } },
    next: 'closed',
    errors: failing('closed'),
  },
  closed: say('We zijn gesloten.', 'bye'),
  bye,
})

// Each story plays in a week of its own, so that none hears of what was told in another.
let weeks = 0
const logged: string[] = []

/** The database on which the stories play, at the moment that the line's own clock says. */
export async function openWatch(): Promise<{
  story(): Promise<WatchedLine>
  database: TestDatabase
  logged: string[]
  stop(): Promise<void>
}> {
  const database = await startTestDatabase()
  let line: Line | null = null
  const now = () => line?.clock.now() ?? new Date()
  const stores = openStores(database.table(now))
  return {
    database,
    logged,
    story: async () => {
      line?.close()
      const day = addDays('2026-11-24', 7 * weeks++)
      const routed: string[] = []
      const invoke = async (event: unknown) => {
        const visit = { contactId: null, kind: 'done', errorName: null }
        const answer = await routeContact(routeTools(stores, now), event, visit)
        routed.push(visit.kind)
        return { kind: 'answered', payload: answer } as const
      }
      line = await openLine({ at: at(`${day} 08:40`).toISOString(), agents: { noor: 'duty', sam: 'backup' }, other: asksFirst, invoke })
      return tell({ database, stores, line, day, routed })
    },
    stop: async () => {
      line?.close()
      await database.stop()
    },
  }
}

function routeTools(stores: Stores, now: () => Date) {
  return {
    hoursOf: stores.hours.hoursOf,
    rosterOf: stores.rosters.rosterOf,
    decide: stores.contacts.decide,
    contactArrived: stores.openingChecks.contactArrived,
    workersIn: stores.workers.inRegion,
    raise: stores.notices.raise,
    callerKey,
    now,
  }
}

async function tell(given: Pick<WatchedLine, 'database' | 'stores' | 'line' | 'day' | 'routed'>): Promise<WatchedLine> {
  const { stores, line, day } = given
  const arnOf = (username: string) => line.board.agent(username)?.arn ?? null
  const noor = makeWorker({ name: 'Noor Wilg', agentArn: arnOf('noor') })
  const sam = makeWorker({ name: 'Sam Eik', agentArn: arnOf('sam') })
  const greet = makeWorker({ name: 'Greet Olm', role: 'coordinator' })
  await setRoster(stores.rosters, oost, makeRoster(makeShift({ worker: noor.id }), makeShift({ worker: sam.id, role: 'backup' })))
  const counter = { asked: 0 }
  const tools = () => toolsOf(given, [noor, sam, greet], counter)
  const moment = (clock: string) => at(`${day} ${clock}`)
  const told = async () => {
    const names = new Map([noor, sam, greet].map((worker) => [worker.id, worker.name.split(' ')[0] ?? '']))
    return (await stores.notices.due()).map(({ kind, worker }): [string, string] => [kind, names.get(worker) ?? worker]).sort()
  }
  return {
    ...given,
    ...{ noor, sam, greet, logged, tools, moment, told },
    asked: () => counter.asked,
    watchedAt: async (clock, other = {}) => {
      await line.clock.set(moment(clock))
      for (const notice of await stores.notices.due()) await stores.notices.sent(notice)
      const door = { name: 'watch-line', now: line.clock.now, write: (text: string) => logged.push(text) }
      await throughDoor(door, (visit) => watchLines({ ...tools(), ...other }, visit))
      await line.pass(0)
      return told()
    },
    noorComes: async () => {
      await line.available('noor')
      await stores.softphoneChecks.save(noor.id, { at: line.clock.now(), microphone: true, sound: true })
    },
  }
}

function toolsOf({ stores, line }: Pick<WatchedLine, 'stores' | 'line'>, workers: Worker[], counter: { asked: number }): Tools {
  const connect = { client: line.sdk, instanceId }
  const counted = <Wish extends unknown[], Answer>(ask: (...wish: Wish) => Promise<Answer>) => {
    return (...wish: Wish) => {
      counter.asked += 1
      return ask(...wish)
    }
  }
  return {
    lines: { [oost]: { queues: [idOf(arns.queue), idOf(arns.otherQueue)], flow: idOf(arns.other), hours: idOf(arns.hours) } },
    callerKey,
    hoursOf: stores.hours.hoursOf,
    rosterOf: stores.rosters.rosterOf,
    inRegion: async () => workers,
    raise: stores.notices.raise,
    leftAlone: stores.lineWatch.leftAlone,
    openingChecks: stores.openingChecks,
    softphoneOfToday: stores.softphoneChecks.ofToday,
    agentsNow: counted((agents) => agentsNow(connect, agents)),
    waitingIn: counted((queues) => waitingIn(connect, queues)),
    openOnDay: counted((hours, day) => openOnDay(connect, hours, day)),
    startChat: counted((wish) => startChat(connect, wish)),
    stopContact: counted((contact) => stopContact(connect, contact)),
    now: line.clock.now,
  }
}
