import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyRoster, type Tools } from '../../functions/apply-roster/apply-roster.ts'
import { openConnect } from '../../shared/connect/client.ts'
import { setRoutingProfile, usersOf } from '../../shared/connect/users.ts'
import { at } from '../support/at.ts'
import { makeWorker } from '../support/care.ts'
import { startTestDatabase, type TestDatabase } from '../support/database.ts'
import { startStandIn } from '../support/doors.ts'
import { makeShift } from '../support/make.ts'
import { openStores, type Stores } from '../../shared/storage/stores.ts'

let database: TestDatabase
let connect: Awaited<ReturnType<typeof startStandIn>>
let stores: Stores
let tools: Tools
let pauses: number[] = []
let profileNow: Record<string, string> = {}
let broken: string[] = []

const noor = makeWorker({ name: 'Noor', team: 'genk' })
const sam = makeWorker({ name: 'Sam', team: 'maasmechelen' })
const tuur = makeWorker({ name: 'Tuur', team: null })
const lies = makeWorker({ name: 'Lies, who is not in Connect' })
const profiles = { 'on-duty': { genk: 'on-duty-genk', maasmechelen: 'on-duty-maasmechelen' }, backup: 'backup', 'off-duty': 'off-duty' }
const usersNow = () =>
  [noor, sam, tuur].map(({ username }) => ({
    Id: username,
    Arn: arnOf(username),
    Username: username,
    RoutingProfileId: profileNow[username],
  }))
const arnOf = (username: string) => `arn:aws:connect:eu-central-1:111122223333:instance/i/agent/${username}`

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => at('2026-11-24 10:30')))
  for (const worker of [noor, sam, tuur, lies]) await stores.workers.save(worker)
  connect = await startStandIn(({ path, body }) => {
    const user = /^\/users\/i\/([^/]+)/.exec(path)?.[1] ?? ''
    if (path === '/search-users') return { status: 200, body: { Users: usersNow() } }
    if (broken.includes(user)) return { status: 404, body: { Message: 'gone' }, error: 'ResourceNotFoundException' }
    profileNow[user] = JSON.parse(body).RoutingProfileId
    return { status: 200, body: {} }
  })
  process.env['AWS_ENDPOINT_URL_CONNECT'] = connect.url
  const instance = openConnect('i')
  tools = {
    profiles: { 'limburg-oost': profiles },
    inRegion: stores.workers.inRegion,
    setAgentArn: stores.workers.setAgentArn,
    rosterOf: stores.rosters.rosterOf,
    users: () => usersOf(instance),
    setRoutingProfile: (id, profile) => setRoutingProfile(instance, id, profile),
    pause: async (milliseconds) => pauses.push(milliseconds),
    now: () => at('2026-11-24 10:30'),
  }
})
afterAll(async () => {
  await connect?.stop()
  await database?.stop()
})
beforeEach(async () => {
  pauses = []
  broken = []
  connect.asked.length = 0
  profileNow = { [noor.username]: 'off-duty', [sam.username]: 'off-duty', [tuur.username]: 'off-duty' }
  await stores.rosters.save('limburg-oost', { shifts: [makeShift({ worker: noor.id }), makeShift({ worker: sam.id, role: 'backup' })] })
})

const visit = () => ({ contactId: null, kind: 'done', errorName: null })
const changes = () => connect.asked.filter((asked) => asked.path.startsWith('/users/')).map((asked) => asked.path)

describe('the roster in Connect', () => {
  it('gives each worker the profile of the part she plays now', async () => {
    expect(await applyRoster(tools, visit())).toEqual({ changed: 2, failed: 0 })
    expect(profileNow).toEqual({ [noor.username]: 'on-duty-genk', [sam.username]: 'backup', [tuur.username]: 'off-duty' })
    expect(changes()[0]).toContain(noor.username)
  })

  it('leaves alone who has it already', async () => {
    await applyRoster(tools, visit())
    connect.asked.length = 0
    const seen = visit()
    expect(await applyRoster(tools, seen)).toEqual({ changed: 0, failed: 0 })
    expect(changes()).toEqual([])
    expect(seen.kind).toBe('unchanged')
  })

  it('changes Connect no more than twice a second', async () => {
    await applyRoster(tools, visit())
    expect(changes()).toHaveLength(2)
    expect(pauses).toEqual([500])
  })

  it('learns which agent each worker is', async () => {
    await applyRoster(tools, visit())
    expect(await stores.workers.byAgentArn(arnOf(noor.username))).toMatchObject({ id: noor.id })
    expect(await stores.workers.workerOf('limburg-oost', lies.id)).toMatchObject({ agentArn: null })
  })

  it('moves the others when one cannot be moved', async () => {
    broken = [noor.username]
    const seen = visit()
    expect(await applyRoster(tools, seen)).toEqual({ changed: 1, failed: 1 })
    expect(profileNow[sam.username]).toBe('backup')
    expect(seen).toMatchObject({ kind: 'applied-in-part', errorName: 'ResourceNotFoundException' })
  })

  it('lets a worker without a team serve the first team', async () => {
    await stores.rosters.save('limburg-oost', { shifts: [makeShift({ worker: tuur.id })] })
    await applyRoster(tools, visit())
    expect(profileNow[tuur.username]).toBe('on-duty-genk')
  })
})
