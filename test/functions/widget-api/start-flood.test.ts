import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startChatExample } from '../../../shared/contracts/widget/chats.ts'
import { bitsIn } from '../../../shared/contracts/widget/start-work.ts'
import { workOf } from '../../../web-widget/chat/start/search.ts'
import { type Answer, bodyOf } from '../../support/fixtures/lambda-events.ts'
import { openedChat, openWidgetApi, type WidgetApi } from '../../support/fixtures/widget-api.ts'
import { fullRoster } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'
import { at } from '../../support/time/at.ts'
import { itIs, now } from '../../support/time/clock.ts'

// Small work, so that a test of hundreds of starts takes seconds. The steps are the same ones.
const workBits = 6
const oost = 'limburg-oost'
const kempen = 'voor-en-noorderkempen'

let api: WidgetApi
beforeAll(async () => {
  api = await openWidgetApi({ START_WORK_BITS: String(workBits), START_WAITS: '0' })
  await setRoster(api.stores.rosters, kempen, fullRoster())
})
afterAll(() => api.close())

// Connect as it limits StartChatContact for all regions together: five a second, eight at once.
let tokens = 8
let filledAt = 0
let opened = 0
function connectWithItsLimit() {
  const seconds = (now().getTime() - filledAt) / 1000
  filledAt = now().getTime()
  tokens = Math.min(8, tokens + seconds * 5)
  if (tokens < 1) return { status: 429, body: { Message: 'Too many requests' }, error: 'LimitExceededException' }
  tokens -= 1
  opened += 1
  return { status: 200, body: openedChat }
}

// A day of its own for each test: the counters of another are not in it.
let turnOfDay = 0
const openDays = ['2026-11-24', '2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22'] as const
let today: (typeof openDays)[number] = openDays[0]
let begins = at(`${today} 10:30`)
beforeEach(() => {
  today = openDays[turnOfDay] ?? today
  turnOfDay += 1
  begins = at(`${today} 10:30`)
  filledAt = begins.getTime()
  tokens = 8
  opened = 0
  api.reset()
  itIs(begins)
  api.connectSays('/contact/chat', connectWithItsLimit)
})

let sessions = 0
const newSession = () => `OneBrowserOfMany-${String((sessions += 1)).padStart(8, '0')}`
const ticketOf = async (region: string) => String(bodyOf(await api.ask({ path: `/api/widget/regions/${region}` }))['startTicket'])
const post = (given: object) =>
  api.ask({ method: 'POST', path: '/api/widget/chats', body: { ...startChatExample, municipality: null, ...given } })

/** A visitor as our page is: does the work that is asked, and asks again. */
async function honest(region: string, session = newSession()): Promise<Answer> {
  let ticket = await ticketOf(region)
  for (let work = ''; ; work = workOf(ticket)) {
    const answer = await post({ region, session, ticket, work })
    if (bodyOf(answer)['kind'] !== 'ticket-needed') return answer
    ticket = String(bodyOf(answer)['ticket'])
  }
}

/** Moves the time so that `many` visitors come spread over one minute. */
const pass = (turn: number, many: number) => itIs(new Date(begins.getTime() + (turn * 60_000) / many))
const refused = (region: string) => api.stores.refusedStarts.between(region, today, today)

describe('two hundred starts in a minute from one address', () => {
  it('5.6 of which each is honest: at least 95 of 100 are served', { timeout: 120_000 }, async () => {
    let served = 0
    for (let turn = 0; turn < 200; turn += 1) {
      pass(turn, 200)
      if ((await honest(oost)).statusCode === 201) served += 1
    }
    expect(served).toBeGreaterThanOrEqual(190)
  })

  it('5.6 of which four in five do no work: at least 95 of 100 honest ones are served', { timeout: 120_000 }, async () => {
    const kinds = fc.sample(fc.integer({ min: 0, max: 4 }), { numRuns: 200, seed: 20261123 })
    const count = { honest: 0, served: 0, slipped: 0 }
    for (const [turn, kind] of kinds.entries()) {
      pass(turn, 200)
      if (kind === 0) {
        count.honest += 1
        if ((await honest(oost)).statusCode === 201) count.served += 1
      } else if ((await post({ region: oost, session: newSession(), ticket: await ticketOf(oost) })).statusCode === 201) count.slipped += 1
    }
    expect(count.honest).toBeGreaterThan(20)
    expect(count.served / count.honest).toBeGreaterThanOrEqual(0.95)
    // Without work, a script gets the starts of a calm minute and no more.
    expect(count.slipped).toBeLessThanOrEqual(10)
  })
})

describe('a thousand starts in a minute from one machine', () => {
  it('5.6 leave the visitors of another region unharmed, and are counted', { timeout: 240_000 }, async () => {
    const others: number[] = []
    const inOost = { started: 0, tooBusy: 0, needed: 0 }
    for (let turn = 0; turn < 1000; turn += 1) {
      pass(turn, 1000)
      // Every third does the work, as far as a machine can; the others send what they have.
      const ticket = turn % 2 === 0 ? '' : await ticketOf(oost)
      const answer = turn % 3 === 0 ? await honest(oost) : await post({ region: oost, session: newSession(), ticket })
      if (answer.statusCode === 201) inOost.started += 1
      else if (answer.statusCode === 429) inOost.tooBusy += 1
      else inOost.needed += 1
      if (turn % 100 === 50) others.push((await honest(kempen)).statusCode)
    }
    expect(others).toEqual(Array.from({ length: 10 }, () => 201))
    expect(inOost.started).toBeLessThanOrEqual(300)
    expect(inOost.tooBusy).toBeGreaterThan(0)
    const counted = await refused(oost)
    expect(counted.tooBusy).toBe(inOost.tooBusy)
    expect(counted.unproven).toBeGreaterThanOrEqual(300)
    expect(await refused(kempen)).toEqual({ tooBusy: 0, unproven: 0 })
    expect(opened).toBe(inOost.started + 10)
  })

  it('5.6 with tickets that were all got while it was calm: ten are good, and the rest must work', { timeout: 60_000 }, async () => {
    const tickets: string[] = []
    for (let turn = 0; turn < 60; turn += 1) tickets.push(await ticketOf(oost))
    expect(tickets.every((ticket) => bitsIn(ticket) === 0)).toBe(true)
    const kinds: unknown[] = []
    for (const ticket of tickets) {
      itIs(new Date(now().getTime() + 250))
      kinds.push(bodyOf(await post({ region: oost, session: newSession(), ticket }))['kind'])
    }
    expect(kinds).toEqual([...Array.from({ length: 10 }, () => 'started'), ...Array.from({ length: 50 }, () => 'ticket-needed')])
  })
})

it('5.6 who is refused gets the number and the form, in her language, and three hundred waiting chats are the most', async () => {
  const waiting = { Dimensions: { Channel: 'CHAT' }, Collections: [{ Metric: { Name: 'CONTACTS_IN_QUEUE' }, Value: 300 }] }
  const staffed = { Dimensions: { Channel: 'CHAT' }, Collections: [{ Metric: { Name: 'AGENTS_STAFFED' }, Value: 1 }] }
  api.connectSays('/metrics/current', { status: 200, body: { MetricResults: [waiting, staffed] } })
  const answer = await honest(kempen)
  expect(answer.statusCode).toBe(429)
  expect(bodyOf(answer)).toEqual({
    kind: 'too-busy',
    sentence: 'Er komen nu te veel chats binnen. Bel ons op 03 431 23 00, of laat je nummer achter: we bellen je terug.',
  })
  expect(await refused(kempen)).toEqual({ tooBusy: 1, unproven: 0 })
})
