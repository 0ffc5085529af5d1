import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { attribute } from '../../../shared/contracts/connect/flow-events.ts'
import { emptyRoster } from '../../../shared/domain/roster/duty-roster.ts'
import { arns } from '../../local/connect/fixtures/small-plan.ts'
import { setRoster } from '../../support/people/roster.ts'
import { callerKey, idOf, oost, openWatch, type WatchedLine } from '../../support/fixtures/watched-line.ts'

let watch: Awaited<ReturnType<typeof openWatch>>
let story: WatchedLine
beforeAll(async () => {
  watch = await openWatch()
})
afterAll(() => watch?.stop())
beforeEach(async () => {
  story = await watch.story()
})

describe('an opening that comes', () => {
  const latest = async () => (await story.stores.openingChecks.latest(oost))?.parts

  it('is told to who has it when nobody is signed in, and to the coordinator five minutes before', async () => {
    expect(await story.watchedAt('08:50')).toEqual([
      ['opening-at-risk', 'Noor'],
      ['opening-at-risk', 'Sam'],
    ])
    expect((await story.stores.notices.due()).map((notice) => notice.minutes)).toEqual([10, 10])
    for (const clock of ['08:51', '08:52', '08:53', '08:54']) expect(await story.watchedAt(clock)).toEqual([])
    expect(await story.watchedAt('08:55')).toEqual([['opening-at-risk', 'Greet']])
    for (const clock of ['08:56', '08:57', '08:58', '08:59']) expect(await story.watchedAt(clock)).toEqual([])
  })

  it('is good once she is signed in, checked her softphone, and the contact came through', async () => {
    await story.noorComes()
    expect(await story.watchedAt('08:50')).toEqual([])
    expect(await latest()).toMatchObject({ contact: 'not-yet' })
    expect(await story.watchedAt('08:51')).toEqual([])
    expect(await latest()).toEqual({ 'on-duty': 'good', 'signed-in': 'good', softphone: 'good', hours: 'good', contact: 'good' })
    expect(story.line.engineApi.agents().flatMap((agent) => agent.contacts)).toEqual([])
  })

  it('sends one contact, which leaves no trace', async () => {
    await story.noorComes()
    const before = await watch.database.items()
    for (const clock of ['08:50', '08:51', '08:52', '08:57']) await story.watchedAt(clock)
    expect(story.routed).toEqual(['opening-check'])
    expect(await story.stores.contacts.cameIn(oost, story.day, story.day)).toEqual([])
    const written = (await watch.database.items()).filter(
      (item) => !before.some((one) => one['pk'] === item['pk'] && one['sk'] === item['sk']),
    )
    expect(written.map((item) => String(item['pk']))).toEqual([`region#${oost}`, `region#${oost}`])
    expect(story.line.events.every(({ detail }) => detail.queueInfo === undefined)).toBe(true)
  })

  it('is at risk when the softphone of her who is there was not tried', async () => {
    await story.line.available('noor')
    await story.stores.softphoneChecks.save(story.sam.id, { at: story.line.clock.now(), microphone: true, sound: true })
    expect(await story.watchedAt('08:54')).toEqual([])
    expect((await story.watchedAt('08:55')).map(([, name]) => name)).toEqual(['Greet', 'Noor', 'Sam'])
    expect(await latest()).toMatchObject({ softphone: 'not-yet' })
  })

  it('is at risk at once when the softphone does not work', async () => {
    await story.line.available('noor')
    await story.stores.softphoneChecks.save(story.noor.id, { at: story.line.clock.now(), microphone: false, sound: true })
    expect((await story.watchedAt('08:50')).map(([, name]) => name)).toEqual(['Noor', 'Sam'])
  })

  it('is at risk when Connect keeps other hours', async () => {
    await story.noorComes()
    const hours = await story.stores.hours.hoursOf(oost)
    const earlier = async () => ({ ...hours, week: { ...hours.week, tue: [{ from: '09:00', to: '12:00' }] } }) as typeof hours
    expect((await story.watchedAt('08:50', { hoursOf: earlier })).map(([, name]) => name)).toEqual(['Noor', 'Sam'])
    expect(await latest()).toMatchObject({ hours: 'not-good', 'signed-in': 'good' })
  })

  it('is at risk when the contact does not come through', async () => {
    await story.noorComes()
    const other = { [oost]: { ...story.deps().lines[oost]!, flow: idOf(arns.inbound) } }
    expect(await story.watchedAt('08:50', { lines: other })).toEqual([])
    expect((await story.watchedAt('08:51', { lines: other })).map(([, name]) => name)).toEqual(['Noor', 'Sam'])
    expect(await latest()).toMatchObject({ contact: 'not-good' })
  })

  it('is at risk, and told, when Connect does not answer at all', async () => {
    const down = async () => Promise.reject(Object.assign(new Error('kanarie'), { name: 'TimeoutError' }))
    const told = await story.watchedAt('08:50', { agentsNow: down, openOnDay: down, startChat: down })
    expect(told.map(([, name]) => name)).toEqual(['Noor', 'Sam'])
    expect(JSON.parse(watch.logged.at(-1) ?? '')).toMatchObject({ kind: 'raised', errorName: 'TimeoutError' })
  })

  it('sends no contact in the last minute, when it would ring somebody as a caller', async () => {
    await story.noorComes()
    await story.watchedAt('08:59')
    expect(story.routed).toEqual([])
  })

  it('concerns the coordinator at once when nobody has it', async () => {
    await setRoster(story.stores.rosters, oost, emptyRoster)
    expect(await story.watchedAt('08:50')).toEqual([['opening-at-risk', 'Greet']])
  })
})

it('no notice and no log line knows a caller', async () => {
  const written = JSON.stringify([watch.logged, (await watch.database.items()).filter((item) => String(item['pk']).startsWith('notice'))])
  for (const secret of ['Kanarie', 'kanarie', attribute.openingCheck, callerKey]) expect(written).not.toContain(secret)
  expect(watch.logged.length).toBeGreaterThan(20)
})
