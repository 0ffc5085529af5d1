import { randomUUID } from 'node:crypto'
import type { ContactFact } from '../../shared/domain/contacts/contact.ts'
import { type ContactId, contactIdOf, conversationIdOf } from '../../shared/domain/ids.ts'
import type { Worker } from '../../shared/storage/workers/workers.ts'
import { makeWorker } from './care.ts'
import { startTestDatabase, type TestDatabase } from './database.ts'
import { type Answer, hush, type Request, startStandIn, v2Event } from './doors.ts'
import { fullRoster, makeArrival } from './make.ts'
import { setRoster } from './roster.ts'
import { startIssuer, type TestIssuer } from './signed-in.ts'
import { openStores, type Stores } from '../../shared/storage/stores.ts'

export type TestDesk = {
  database: TestDatabase
  stores: Stores
  issuer: TestIssuer
  connect: Awaited<ReturnType<typeof startStandIn>>
  /** The functions that were asked to run at once; `isDown` makes Lambda refuse. */
  lambda: Awaited<ReturnType<typeof startStandIn>> & { isDown: boolean }
  noor: Worker
  sam: Worker
  fatma: Worker
  coordinator: Worker
  /** What Connect answers when it is asked about a contact. */
  connectSays(answers: { status: number; body: unknown; error?: string }[]): void
  ask(worker: Worker, request: Request): Promise<Answer>
  askAsIs(request: Request): Promise<Answer>
  /** A contact that came in a moment ago; Connect's id of it. */
  contactArrives(
    given?: Partial<Extract<ContactFact, { kind: 'contact-arrived' }>>,
  ): Promise<{ id: string; contact: ContactId; conversation: string }>
  stop(): Promise<void>
}

/** The desk's door as it stands in AWS: its real handler on the embedded database, with its own issuer and a stand-in of Connect. */
export async function startDesk(): Promise<TestDesk> {
  const database = await startTestDatabase()
  const issuer = await startIssuer('duty-desk')
  let says: { status: number; body: unknown; error?: string }[] = []
  const connect = await startStandIn(() => says.shift() ?? { status: 404, body: { Message: 'none' }, error: 'ResourceNotFoundException' })
  const mood = { isDown: false }
  const lambda = Object.assign(mood, await startStandIn(() => ({ status: mood.isDown ? 403 : 202, body: '' })))
  const stores = openStores(database.table(() => new Date()))
  const workers = {
    noor: makeWorker({ name: 'Noor Wilg' }),
    sam: makeWorker({ name: 'Sam Eik', share: 0.5, team: 'maasmechelen' }),
    fatma: makeWorker({ name: 'Fatma Hazelaar', region: 'voor-en-noorderkempen', team: 'voorkempen' }),
    coordinator: makeWorker({ name: 'Greet Olm', role: 'coordinator' }),
  }
  for (const worker of Object.values(workers)) await stores.workers.save(worker)
  await setRoster(stores.rosters, 'limburg-oost', fullRoster())
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_CONNECT: connect.url,
    AWS_ENDPOINT_URL_LAMBDA: lambda.url,
    APPLY_ROSTER_FUNCTION: 'apply-roster',
    APPLY_HOURS_FUNCTION: 'apply-hours',
    QUEUES: '{"limburg-oost":["queue-one","queue-two"]}',
    CALLER_KEY: 'a-key-for-tests',
    INSTANCE_ID: '0b1f8a52-1d7e-4c0e-9a44-7a2f6d6b1e01',
    SIGN_IN_ISSUER: `${issuer.url}/signin`,
    SIGN_IN_CLIENT_ID: 'duty-desk',
    SIGN_IN_JWKS: `${issuer.url}/signin/jwks.json`,
  })
  hush()
  const { handler } = await import('../../functions/desk-api/handler.ts')
  const askAsIs = (request: Request) => (handler as unknown as (event: unknown) => Promise<Answer>)(v2Event(request))
  return {
    database,
    stores,
    issuer,
    connect,
    lambda,
    ...workers,
    connectSays: (answers) => {
      says = [...answers]
    },
    ask: async (worker, request) => {
      const headers = { authorization: `Bearer ${await issuer.token(worker.subject)}`, ...request.headers }
      return askAsIs({ ...request, headers })
    },
    askAsIs,
    contactArrives: async (given = {}) => {
      const id = randomUUID()
      const contact = contactIdOf(id)
      await stores.contacts.tell(contact, [makeArrival(given)], 'flow')
      return { id, contact, conversation: conversationIdOf(contact) }
    },
    stop: async () => {
      await Promise.all([issuer.stop(), connect.stop(), lambda.stop()])
      await database.stop()
    },
  }
}
