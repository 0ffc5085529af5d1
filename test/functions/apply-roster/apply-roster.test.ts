import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyRoster, type Deps } from '../../../functions/apply-roster/apply-roster.ts'
import { dayOf } from '../../../shared/domain/time/brussels-time.ts'
import { openConnect } from '../../../shared/connect/client.ts'
import { setRoutingProfile, usersOf } from '../../../shared/connect/users.ts'
import { at } from '../../support/time/at.ts'
import { makeWorker } from '../../support/people/make-cases.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { startStandIn } from '../../support/fixtures/stand-ins.ts'
import { makeChange, makeRoster, makeShift } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'

let database: TestDatabase
let connect: Awaited<ReturnType<typeof startStandIn>>
let stores: Stores
let deps: Deps
let pauses: number[] = []
let profileNow: Record<string, string> = {}
let broken: string[] = []
let now = at('2026-11-24 10:30')

const noor = makeWorker({ name: 'Noor', team: 'genk' })
const sam = makeWorker({ name: 'Sam', team: 'maasmechelen' })
const tuur = makeWorker({ name: 'Tuur', team: null })
const lies = makeWorker({ name: 'Lies, who is not in Connect' })
const greet = makeWorker({ name: 'Greet', role: 'coordinator' })
const jef = makeWorker({ name: 'Jef', region: 'voor-en-noorderkempen', team: 'noorderkempen' })
const profiles = { 'on-duty': { genk: 'on-duty-genk', maasmechelen: 'on-duty-maasmechelen' }, backup: 'backup', 'off-duty': 'off-duty' }
const kempenProfiles = { 'on-duty': { noorderkempen: 'on-duty-kempen' }, backup: 'backup', 'off-duty': 'off-duty' }
const usersNow = () =>
  [noor, sam, tuur, greet, jef].map(({ username }) => ({
    Id: username,
    Arn: arnOf(username),
    Username: username,
    RoutingProfileId: profileNow[username],
  }))
const arnOf = (username: string) => `arn:aws:connect:eu-central-1:111122223333:instance/i/agent/${username}`

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => now))
  for (const worker of [noor, sam, tuur, lies, greet, jef]) await stores.workers.save(worker)
  connect = await startStandIn(({ path, body }) => {
    const user = /^\/users\/i\/([^/]+)/.exec(path)?.[1] ?? ''
    if (path === '/search-users') return { status: 200, body: { Users: usersNow() } }
    if (broken.includes(user)) return { status: 404, body: { Message: 'gone' }, error: 'ResourceNotFoundException' }
    profileNow[user] = JSON.parse(body).RoutingProfileId
    return { status: 200, body: {} }
  })
  process.env['AWS_ENDPOINT_URL_CONNECT'] = connect.url
  const instance = openConnect('i')
  deps = {
    profiles: { 'limburg-oost': profiles, 'voor-en-noorderkempen': kempenProfiles },
    inRegion: stores.workers.inRegion,
    setAgentArn: stores.workers.setAgentArn,
    rosterOf: stores.rosters.rosterOf,
    applied: stores.rosters.applied,
    noteApplied: stores.rosters.noteApplied,
    enqueueNotice: stores.notices.enqueueNotice,
    users: () => usersOf(instance),
    setRoutingProfile: (id, profile) => setRoutingProfile(instance, id, profile),
    pause: async (milliseconds) => pauses.push(milliseconds),
    now: () => now,
  }
})
afterAll(async () => {
  await connect?.stop()
  await database?.stop()
})
beforeEach(async () => {
  pauses = []
  broken = []
  // Each test has a week of its own, because a notice that was raised in an earlier test is not raised again on the same day.
  now = new Date(now.getTime() + 7 * 86_400_000)
  connect.asked.length = 0
  profileNow = Object.fromEntries([noor, sam, tuur, greet, jef].map(({ username }) => [username, 'off-duty']))
  for (const notice of await stores.notices.due()) await stores.notices.sent(notice)
  for (const { region, id } of [noor, sam, tuur, greet, jef]) {
    await stores.rosters.noteApplied(region, { worker: id, profile: 'off-duty', before: null, at: new Date(now.getTime() - 3_600_000) })
  }
  await setRoster(stores.rosters, 'limburg-oost', makeRoster(makeShift({ worker: noor.id }), makeShift({ worker: sam.id, role: 'backup' })))
  await setRoster(stores.rosters, 'voor-en-noorderkempen', makeRoster(makeShift({ worker: jef.id })))
})

const oost = { region: 'limburg-oost' }
const newRequestLog = () => ({ contactId: null, kind: 'done', errorName: null })
const apply = (event: unknown = oost, seen = newRequestLog()) => applyRoster(deps, event, seen)
const changes = () => connect.asked.filter((asked) => asked.path.startsWith('/users/')).map((asked) => asked.path)
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))

describe('the roster in Connect', () => {
  it('gives each worker the profile of the part she plays now', async () => {
    expect(await apply()).toEqual({ changed: 2, failed: 0, drift: [] })
    expect(profileNow).toMatchObject({ [noor.username]: 'on-duty-genk', [sam.username]: 'backup', [tuur.username]: 'off-duty' })
    expect(changes()[0]).toContain(noor.username)
  })

  it('leaves alone who has it already', async () => {
    await apply()
    connect.asked.length = 0
    const seen = newRequestLog()
    expect(await apply(oost, seen)).toEqual({ changed: 0, failed: 0, drift: [] })
    expect(changes()).toEqual([])
    expect(seen.kind).toBe('unchanged')
  })

  it('changes Connect no more than twice a second', async () => {
    await apply()
    expect(changes()).toHaveLength(2)
    expect(pauses).toEqual([500])
  })

  it('learns which agent each worker is', async () => {
    await apply()
    expect(await stores.workers.byAgentArn(arnOf(noor.username))).toMatchObject({ id: noor.id })
    expect(await stores.workers.workerOf('limburg-oost', lies.id)).toMatchObject({ agentArn: null })
  })

  it('moves the others when one cannot be moved', async () => {
    broken = [noor.username]
    const seen = newRequestLog()
    expect(await apply(oost, seen)).toMatchObject({ changed: 1, failed: 1 })
    expect(profileNow[sam.username]).toBe('backup')
    expect(seen).toMatchObject({ kind: 'applied-in-part', errorName: 'ResourceNotFoundException' })
  })

  it.each([
    ['serve the first team when she has none', tuur, null, 'on-duty-genk'],
    ['serve her own team', sam, null, 'on-duty-maasmechelen'],
    ['serve the team of her turn', noor, 'maasmechelen', 'on-duty-maasmechelen'],
    ['serve the first team when that of her turn has no profile', noor, 'elders', 'on-duty-genk'],
  ] as const)('lets a worker %s', async (_title, worker, team, profile) => {
    await setRoster(stores.rosters, 'limburg-oost', makeRoster(makeShift({ worker: worker.id, team })))
    await apply()
    expect(profileNow[worker.username]).toBe(profile)
  })

  it('follows a change of one day, and the pattern again a week later', async () => {
    const changed = makeChange({ day: dayOf(now), leaves: noor.id, takes: tuur.id })
    await setRoster(stores.rosters, 'limburg-oost', { ...makeRoster(makeShift({ worker: noor.id })), changes: [changed] })
    await apply()
    expect(profileNow).toMatchObject({ [noor.username]: 'off-duty', [tuur.username]: 'on-duty-genk' })
    later(7 * 24 * 60)
    await apply()
    expect(profileNow).toMatchObject({ [noor.username]: 'on-duty-genk', [tuur.username]: 'off-duty' })
  })
})

describe('one region or all', () => {
  it.each([
    ['the region that is asked for', oost, 'off-duty'],
    ['all when the clock asks', { version: '0', source: 'aws.events', region: 'eu-central-1', detail: {} }, 'on-duty-kempen'],
    ['all when the region is none of ours', { region: 'nergens' }, 'on-duty-kempen'],
    ['all when more is said than a region', { region: 'limburg-oost', worker: noor.id }, 'on-duty-kempen'],
    ['all when nothing is said', null, 'on-duty-kempen'],
  ])('%s', async (_title, event, kempen) => {
    await apply(event)
    expect(profileNow).toMatchObject({ [noor.username]: 'on-duty-genk', [jef.username]: kempen })
  })
})

describe('a profile that somebody changed in Connect', () => {
  const drift = [{ region: 'limburg-oost', worker: noor.id, why: 'changed-in-connect' }]

  it('is put right, counted, and told to the coordinator once a day', async () => {
    await apply()
    later(60)
    for (const round of [1, 2]) {
      profileNow[noor.username] = 'somebody-chose-this'
      const seen = newRequestLog()
      expect([round, await apply(oost, seen)]).toEqual([round, { changed: 1, failed: 0, drift }])
      expect([seen.kind, profileNow[noor.username]]).toEqual(['applied-after-drift', 'on-duty-genk'])
      later(60)
    }
    expect(await stores.notices.due()).toMatchObject([{ kind: 'roster-drift', region: 'limburg-oost', worker: greet.id, minutes: null }])
  })

  it('is none when the roster itself asks for another', async () => {
    await apply()
    later(60)
    await setRoster(stores.rosters, 'limburg-oost', makeRoster(makeShift({ worker: sam.id })))
    expect(await apply()).toMatchObject({ drift: [] })
    expect(await stores.notices.due()).toEqual([])
  })

  it('is none while the search still says what it was before us', async () => {
    await apply()
    later(1)
    profileNow[noor.username] = 'off-duty'
    expect(await apply()).toEqual({ changed: 1, failed: 0, drift: [] })
    later(5)
    profileNow[noor.username] = 'off-duty'
    expect(await apply()).toEqual({ changed: 1, failed: 0, drift })
  })

  it('is put right also when the notice cannot be written', async () => {
    await apply()
    later(60)
    profileNow[noor.username] = 'somebody-chose-this'
    const seen = newRequestLog()
    const noOutbox = { ...deps, enqueueNotice: () => Promise.reject(new TypeError('the outbox is gone')) }
    expect(await applyRoster(noOutbox, oost, seen)).toMatchObject({ drift })
    expect([profileNow[noor.username], seen]).toEqual([
      'on-duty-genk',
      { contactId: null, kind: 'applied-after-drift', errorName: 'TypeError' },
    ])
  })
})

describe('a worker whom Connect does not know', () => {
  it('is drift when she has the line, and the coordinator hears of it', async () => {
    await setRoster(stores.rosters, 'limburg-oost', makeRoster(makeShift({ worker: lies.id })))
    expect(await apply()).toMatchObject({ drift: [{ region: 'limburg-oost', worker: lies.id, why: 'not-in-connect' }] })
    expect(await stores.notices.due()).toMatchObject([{ kind: 'roster-drift', worker: greet.id }])
  })

  it('is none while she has not', async () => {
    expect(await apply()).toMatchObject({ drift: [] })
  })
})
