import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { applyHours, type Tools } from '../../functions/apply-hours/apply-hours.ts'
import { startClock } from '../../infra/local/machine/clock.ts'
import type { Media } from '../../infra/local/connect/model/engine-api.ts'
import { createControlApi } from '../../infra/local/connect/control/control-api.ts'
import { createExchange, stopExchange } from '../../infra/local/connect/engine.ts'
import type { Hours } from '../../infra/local/connect/model/hours.ts'
import { openKept } from '../../infra/local/machine/key-value-store.ts'
import { planFolder } from '../../infra/local/template/assembly-folder.ts'
import { bodyOf } from '../../infra/local/aws/request-body.ts'
import { readPlan } from '../../infra/local/template/template.ts'
import { openConnect } from '../../shared/connect/client.ts'
import {
  addClosing,
  dropOverride,
  type HoursObject,
  overridesInConnect,
  setClosing,
  setWeek,
  weekInConnect,
} from '../../shared/connect/hours.ts'
import { openRegions } from '../../shared/domain/regions/region.ts'
import { regions } from '../../shared/domain/regions/regions.ts'
import type { HoursStore } from '../../shared/storage/hours/hours.ts'

export type ConnectOfTemplate = Awaited<ReturnType<typeof startConnectOfTemplate>>

/** The local Connect with the hours as the synthesised template has them, behind the unmodified SDK. */
export async function startConnectOfTemplate() {
  const project = fileURLToPath(new URL('../..', import.meta.url))
  const plan = readPlan(await planFolder(project), { secret: () => 'a-secret-for-tests', apiOrigin: 'http://127.0.0.1:1' })
  const clock = startClock(null)
  const kept = openKept(null)
  const exchange = createExchange(
    {
      plan,
      clock,
      kept,
      newId: randomUUID,
      baseUrl: 'http://127.0.0.1:0',
      whoIs: () => null,
      publish: () => undefined,
      invoke: async () => ({ kind: 'answered', payload: {} }),
      users: [],
    },
    nobodyListens,
  )
  const api = createControlApi(exchange, () => ({ participantId: randomUUID(), participantToken: randomUUID() }))
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const body = await bodyOf(request)
    if (!api(request, response, body ?? Buffer.alloc(0))) response.writeHead(421).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env['AWS_ENDPOINT_URL_CONNECT'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { instance } = exchange
  const hoursOf = (region: string): Hours => {
    const line = openRegions(regions).find(({ id }) => id === region)
    const found = [...instance.hours.values()].find((hours) => line && hours.name === `${line.brand} ${line.name}`)
    if (!found) throw new Error(`the template has no hours of ${region}`)
    return found
  }
  const connect = openConnect(instance.id)
  return {
    connect,
    hoursOf,
    /** The region's hours as the SDK reaches them. */
    reach: (region: string): HoursObject => ({ connect, hoursId: hoursOf(region).id }),
    /** What was asked of Connect, oldest first; a test may empty it. */
    asked,
    stop: () => {
      stopExchange(exchange)
      clock.stop()
      kept.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What apply-hours works with: the real SDK, the real store, and a clock and a pause that belong to the test. */
export function hoursTools(connect: ConnectOfTemplate, store: HoursStore, given: Pick<Tools, 'now' | 'pause'>): Tools {
  const inConnect: Tools['inConnect'] = (region) => {
    const hours = connect.reach(region)
    return {
      week: () => weekInConnect(hours),
      overrides: () => overridesInConnect(hours),
      setWeek: (week) => setWeek(hours, week),
      add: (closing) => addClosing(hours, closing),
      set: (id, closing) => setClosing(hours, id, closing),
      drop: (id) => dropOverride(hours, id),
    }
  }
  return { ...store, ...given, regions: openRegions(regions).map(({ id }) => id), inConnect }
}

/** Runs apply-hours once, as its schedule does or for one region, and says what it did and what its log line calls it. */
export async function runApplyHours(tools: Tools, event: unknown = { source: 'aws.events', 'detail-type': 'Scheduled Event' }) {
  const visit = { contactId: null, kind: 'done', errorName: null }
  const outcome = await applyHours(tools, event, visit)
  return { ...outcome, ...visit }
}

const nobodyListens: Media = {
  says: () => undefined,
  rings: () => 'nobody',
  gathers: () => undefined,
  whispers: () => undefined,
  contactChanged: () => undefined,
  agentJoined: () => undefined,
  agentLeft: () => undefined,
  customerLeft: () => undefined,
  ended: () => undefined,
  agentChanged: () => undefined,
}
