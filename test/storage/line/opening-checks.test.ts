import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpeningCheck } from '../../../shared/domain/line/opening-check.ts'
import { isOpeningTicket, openingTicketOf } from '../../../shared/storage/line/opening-checks.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { at } from '../../support/time/at.ts'
import { newWorker } from '../../support/people/make-cases.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { noor } from '../../support/people/people.ts'

let database: TestDatabase
let stores: Stores
let now = at('2026-11-24 08:50')
beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => now))
})
afterAll(() => database?.stop())

const oost = 'limburg-oost'
const kempen = 'voor-en-noorderkempen'
const good: OpeningCheck['parts'] = { 'on-duty': 'good', 'signed-in': 'good', softphone: 'good', hours: 'good', contact: 'good' }
const check = (day: string, clock: string, parts: Partial<OpeningCheck['parts']> = {}): OpeningCheck => ({
  opensAt: at(`${day} 09:00`),
  checkedAt: at(`${day} ${clock}`),
  parts: { ...good, ...parts },
})

describe('how a line stood before an opening', () => {
  it('is its newest look, of its own region', async () => {
    expect(await stores.openingChecks.latest(oost)).toBeNull()
    await stores.openingChecks.save(oost, check('2026-11-23', '08:59'))
    await stores.openingChecks.save(oost, check('2026-11-24', '08:50', { 'signed-in': 'not-good' }))
    await stores.openingChecks.save(oost, check('2026-11-24', '08:51', { contact: 'not-yet' }))
    expect(await stores.openingChecks.latest(oost)).toEqual(check('2026-11-24', '08:51', { contact: 'not-yet' }))
    expect(await stores.openingChecks.latest(kempen)).toBeNull()
  })

  it('is gone after a week', async () => {
    now = at('2026-12-01 09:01')
    expect(await stores.openingChecks.latest(oost)).toBeNull()
    now = at('2026-11-24 08:50')
  })
})

describe('the contact that tries the way', () => {
  const opensAt = at('2026-11-24 09:00')
  const sent = { contactId: 'one', startedAt: at('2026-11-24 08:50') }

  it('is the first that was sent, whatever comes after it', async () => {
    await stores.openingChecks.startContact(oost, opensAt, sent)
    await stores.openingChecks.startContact(oost, opensAt, { contactId: 'other', startedAt: at('2026-11-24 08:51') })
    expect(await stores.openingChecks.contactOf(oost, opensAt)).toEqual({ ...sent, arrivedAt: null })
  })

  it('may arrive before it was noted that it left, and arrives once', async () => {
    const next = at('2026-11-25 09:00')
    await stores.openingChecks.contactArrived(oost, next, at('2026-11-25 08:50'))
    expect(await stores.openingChecks.contactOf(oost, next)).toBeNull()
    await stores.openingChecks.startContact(oost, next, sent)
    await stores.openingChecks.contactArrived(oost, next, at('2026-11-25 08:55'))
    expect(await stores.openingChecks.contactOf(oost, next)).toEqual({ ...sent, arrivedAt: at('2026-11-25 08:50') })
  })

  it('is no look at the line', async () => {
    await stores.openingChecks.startContact(kempen, opensAt, sent)
    expect(await stores.openingChecks.latest(kempen)).toBeNull()
  })
})

describe('a ticket', () => {
  const opening = { secret: 'a-key-for-tests', region: oost, opensAt: at('2026-11-24 09:00') }
  const ticket = openingTicketOf(opening.secret, opening.region, opening.opensAt)

  it('is good for its own opening', () => {
    expect(isOpeningTicket(ticket, opening)).toBe(true)
  })

  it.each([
    ['another secret', { secret: 'another-key' }],
    ['another region', { region: kempen }],
    ['another opening', { opensAt: at('2026-11-25 09:00') }],
  ])('is no good for %s', (_, other) => {
    expect(isOpeningTicket(ticket, { ...opening, ...other })).toBe(false)
  })

  it.each(['', 'é', `${ticket}=`, ticket.toLowerCase()])('is not "%s"', (word) => {
    expect(isOpeningTicket(word, opening)).toBe(false)
  })
})

describe('a softphone check', () => {
  it('is kept for today only, and the newest counts', async () => {
    const worker = newWorker()
    expect(await stores.softphoneChecks.ofToday(worker)).toBeNull()
    await stores.softphoneChecks.save(worker, { at: now, microphone: false, sound: true })
    await stores.softphoneChecks.save(worker, { at: now, microphone: true, sound: true })
    expect(await stores.softphoneChecks.ofToday(worker)).toEqual({ at: now, microphone: true, sound: true })
    now = at('2026-11-24 23:59')
    expect(await stores.softphoneChecks.ofToday(worker)).not.toBeNull()
    now = at('2026-11-25 00:00')
    expect(await stores.softphoneChecks.ofToday(worker)).toBeNull()
    now = at('2026-11-24 08:50')
  })
})

describe('a line that is left alone', () => {
  it('is so since the first of the looks that follow each other', async () => {
    const since = (clock: string) => stores.lineWatch.leftAlone(oost, at(`2026-11-24 ${clock}`))
    expect(await since('09:00')).toEqual(at('2026-11-24 09:00'))
    expect(await since('09:01')).toEqual(at('2026-11-24 09:00'))
    expect(await since('09:03')).toEqual(at('2026-11-24 09:00'))
    // The checks at 09:04 and 09:05 found a worker, so the count starts again.
    expect(await since('09:06')).toEqual(at('2026-11-24 09:06'))
    expect(await stores.lineWatch.leftAlone(kempen, at('2026-11-24 09:06'))).toEqual(at('2026-11-24 09:06'))
  })
})

describe('a trouble that lasts', () => {
  const notify = (clock: string) => {
    now = at(`2026-11-24 ${clock}`)
    const notice = { id: `one-${clock}`, kind: 'nobody-signed-in', region: oost, worker: noor, at: now, minutes: null } as const
    return stores.notices.enqueueNotice(notice, { of: 'nobody-signed-in-noor', minutes: 10 })
  }

  it('is told once in ten minutes, whatever the clock says', async () => {
    const clocks = ['09:07', '09:08', '09:10', '09:16', '09:17', '09:18']
    const told: string[] = []
    for (const clock of clocks) if ((await notify(clock)) === 'raised') told.push(clock)
    expect(told).toEqual(['09:07', '09:17'])
    expect((await stores.notices.due()).map((notice) => notice.id)).toEqual(['one-09:07', 'one-09:17'])
  })
})
