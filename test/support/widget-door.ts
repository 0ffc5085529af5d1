import { vi } from 'vitest'
import { openStores, type Stores } from '../../shared/storage/stores.ts'
import { at } from './at.ts'
import { startTestDatabase, type TestDatabase } from './database.ts'
import { type Answer, type Asked, hush, type Request, startStandIn, v2Event } from './doors.ts'
import { fullRoster } from './make.ts'
import { setRoster } from './roster.ts'

type Said = { status: number; body: unknown; error?: string }

/** The widget's door as it is deployed, on a database of its own and a Connect that says what a test wants. */
export type WidgetDoor = {
  database: TestDatabase
  stores: Stores
  ask(request: Request): Promise<Answer>
  /** What was asked of Connect, on this road. */
  asked(road: string): Asked[]
  /** What Connect answers on this road from now on. */
  connectSays(road: string, said: Said): void
  /** The moment it is; what was kept of Connect's answers is forgotten by then. */
  itIs(moment: string): void
  /** Everything as it was at the start, but for what is in the database. */
  reset(): void
  close(): Promise<void>
}

export const openedChat = {
  ContactId: '018f5c3a-7b21-7c4e-8d10-4f2a6b9c0d1e',
  ParticipantId: 'c0ffee00-0000-4000-8000-000000000001',
  ParticipantToken: 'opaque',
}

/** Who is at work, free, and how many wait, as GetCurrentMetricData tells it by channel. */
export function metrics(staffed: number, free: number, waiting: { chats?: number; calls?: number } = {}) {
  const row = (Channel: string, inQueue: number) => ({
    Dimensions: { Channel },
    Collections: Object.entries({ AGENTS_STAFFED: staffed, AGENTS_AVAILABLE: free, CONTACTS_IN_QUEUE: inQueue }).map(([Name, Value]) => ({
      Metric: { Name, Unit: 'COUNT' },
      Value,
    })),
  })
  return { status: 200, body: { MetricResults: [row('CHAT', waiting.chats ?? 0), row('VOICE', waiting.calls ?? 0)] } }
}

const usual: Record<string, Said> = {
  '/contact/chat': { status: 200, body: openedChat },
  '/metrics/current': metrics(1, 1),
  '/contact/stop': { status: 200, body: {} },
}

/** Opens the door with a full roster in one region and an empty one in the other. */
export async function openWidgetDoor(settings: Record<string, string> = {}): Promise<WidgetDoor> {
  const says = new Map(Object.entries(usual))
  const roadOf = (asked: Asked) => [...says.keys()].find((road) => asked.path.startsWith(road))
  const database = await startTestDatabase()
  const connect = await startStandIn((asked) => says.get(roadOf(asked) ?? '') ?? { status: 404, body: {}, error: 'NoSuchRoad' })
  const stores = openStores(database.table(() => new Date()))
  await setRoster(stores.rosters, 'limburg-oost', fullRoster())
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_CONNECT: connect.url,
    CALLER_KEY: 'a-key-for-tests',
    INSTANCE_ID: '0b1f8a52-1d7e-4c0e-9a44-7a2f6d6b1e01',
    CHAT_FLOWS: JSON.stringify({ 'limburg-oost': 'flow-of-oost', 'voor-en-noorderkempen': 'flow-of-the-kempen' }),
    QUEUES: JSON.stringify({ 'limburg-oost': 'queue-of-oost', 'voor-en-noorderkempen': 'queue-of-the-kempen' }),
    PARTICIPANT_ENDPOINT: 'http://127.0.0.1:4402',
    ...settings,
  })
  hush()
  const { handler } = await import('../../functions/widget-api/handler.ts')
  let turn = 0
  return {
    database,
    stores,
    ask: (request) => (handler as unknown as (event: unknown) => Promise<Answer>)(v2Event(request)),
    asked: (road) => connect.asked.filter(({ path }) => path.startsWith(road)),
    connectSays: (road, said) => void says.set(road, said),
    itIs: (moment) => {
      // Never within the seconds for which the door keeps who is there.
      turn = (turn + 5_000) % 60_000
      vi.useFakeTimers({ toFake: ['Date'], now: at(moment).getTime() + turn })
    },
    reset: () => {
      vi.useRealTimers()
      connect.asked.length = 0
      says.clear()
      for (const [road, said] of Object.entries(usual)) says.set(road, said)
    },
    close: async () => {
      await connect.stop()
      await database.stop()
    },
  }
}
