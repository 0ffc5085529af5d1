import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Deps } from '../../../functions/watch-line/deps.ts'
import { startChat } from '../../../shared/connect/start-chat.ts'
import { attribute } from '../../../shared/contracts/connect/flow-events.ts'
import { emptyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import { arns, instanceId } from '../../local/connect/fixtures/small-plan.ts'
import { setRoster } from '../../support/people/roster.ts'
import { callerKey, idOf, oost, openWatch, type WatchedLine } from '../../support/fixtures/watched-line.ts'

const kempen = 'voor-en-noorderkempen'

let watch: Awaited<ReturnType<typeof openWatch>>
let story: WatchedLine
beforeAll(async () => {
  watch = await openWatch()
})
afterAll(() => watch?.stop())
beforeEach(async () => {
  story = await watch.story()
})

const chat = () =>
  startChat(
    { client: story.line.sdk, instanceId },
    {
      flowId: idOf(arns.inbound),
      displayName: 'Kanarie Els',
      clientToken: `chat-${story.line.clock.now().getTime()}`,
      attributes: { naam: 'x' },
    },
  )
describe('an open line', () => {
  it('is quiet while somebody is there', async () => {
    await story.line.available('noor')
    expect(await story.watchedAt('10:00')).toEqual([])
    expect(watch.logged.at(-1)).toContain('"kind":"quiet"')
  })

  it('with an empty roster concerns the coordinator at once, also when Connect does not answer', async () => {
    await setRoster(story.stores.rosters, oost, emptyRoster)
    const down = async () => Promise.reject(new Error('not today'))
    expect(await story.watchedAt('10:00', { agentsNow: down, waitingIn: down })).toEqual([['nobody-on-duty', 'Greet']])
  })

  it('with nobody signed in concerns who has it, and after five minutes the coordinator', async () => {
    expect(await story.watchedAt('10:00')).toEqual([
      ['nobody-signed-in', 'Noor'],
      ['nobody-signed-in', 'Sam'],
    ])
    for (const clock of ['10:01', '10:02', '10:03', '10:04']) expect(await story.watchedAt(clock)).toEqual([])
    expect(await story.watchedAt('10:05')).toEqual([['nobody-signed-in', 'Greet']])
    for (const clock of ['10:06', '10:07', '10:08', '10:09']) expect(await story.watchedAt(clock)).toEqual([])
    expect(await story.watchedAt('10:10')).toEqual([
      ['nobody-signed-in', 'Noor'],
      ['nobody-signed-in', 'Sam'],
    ])
  })

  it('that was left alone twice for a moment does not call in the coordinator', async () => {
    await story.watchedAt('10:00')
    await story.line.available('noor')
    await story.watchedAt('10:03')
    story.line.engineApi.signOut('noor')
    expect(await story.watchedAt('10:06')).toEqual([])
  })

  it('is left alone when the only one there is out on a visit', async () => {
    story.line.engineApi.signIn('noor')
    story.line.engineApi.setStatus('noor', 'Pauze')
    expect((await story.watchedAt('10:00')).map(([kind]) => kind)).toEqual(['nobody-signed-in', 'nobody-signed-in'])
  })

  it('tells of a missed ring, to her who missed it and the backup', async () => {
    await story.line.clock.set(story.moment('10:00'))
    await story.line.available('noor', 'sam')
    await chat()
    await story.line.pass(21_000)
    expect(story.line.engineApi.agent('noor')?.contacts).toMatchObject([{ state: 'MISSED' }])
    expect(await story.watchedAt('10:01')).toEqual([
      ['ring-missed', 'Noor'],
      ['ring-missed', 'Sam'],
    ])
    expect(await story.watchedAt('10:02')).toEqual([])
  })

  it('tells how long somebody waits, and the coordinator when it is far too long', async () => {
    await story.line.clock.set(story.moment('10:00'))
    story.line.engineApi.signIn('noor')
    story.line.engineApi.setStatus('noor', 'Available')
    await story.line.pass(0)
    const [first] = [await chat()]
    if (first.kind === 'opened') story.line.engineApi.customerConnected(first.contactId)
    await story.line.pass(0)
    story.line.engineApi.accept('noor', first.kind === 'opened' ? first.contactId : '')
    story.line.engineApi.setStatus('noor', 'Pauze')
    await story.line.pass(1_000)
    const second = await chat()
    if (second.kind === 'opened') story.line.engineApi.customerConnected(second.contactId)
    expect(await story.watchedAt('10:03')).toEqual([])
    expect(await story.watchedAt('10:04')).toEqual([
      ['waiting-long', 'Noor'],
      ['waiting-long', 'Sam'],
    ])
    expect((await story.stores.notices.due())[0]).toMatchObject({ minutes: 3 })
  })
})

describe('a closed line', () => {
  it.each(['08:49', '17:00', '22:00'])('is left in peace at %s, and Connect too', async (clock) => {
    expect(await story.watchedAt(clock)).toEqual([])
    expect(story.asked()).toBe(0)
  })
})

describe('a region that cannot be looked at', () => {
  it('keeps no other from being looked at, and the watch fails aloud', async () => {
    const inConnect = story.deps().lines[oost]!
    const rosterOf: Deps['rosterOf'] = (region) =>
      region === kempen ? Promise.reject(Object.assign(new Error('kanarie'), { name: 'Broken' })) : story.stores.rosters.rosterOf(region)
    await expect(story.watchedAt('10:00', { lines: { [kempen]: inConnect, [oost]: inConnect }, rosterOf })).rejects.toMatchObject({
      name: 'Broken',
    })
    expect((await story.told()).map(([kind]) => kind)).toEqual(['nobody-signed-in', 'nobody-signed-in'])
    expect(JSON.parse(watch.logged.at(-1) ?? '')).toMatchObject({ function: 'watch-line', contactId: null, errorName: 'Broken' })
  })
})

it('no notice and no log line knows a caller', async () => {
  const written = JSON.stringify([watch.logged, (await watch.database.items()).filter((item) => String(item['pk']).startsWith('notice'))])
  for (const secret of ['Kanarie', 'kanarie', attribute.openingCheck, callerKey]) expect(written).not.toContain(secret)
  expect(watch.logged.length).toBeGreaterThan(20)
})
