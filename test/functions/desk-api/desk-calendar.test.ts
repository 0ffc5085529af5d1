import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { itIs } from '../../support/time/clock.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makeChange, makeRoster, makeShift } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'

let desk: TestDesk

beforeAll(async () => {
  desk = await startDesk()
  const hours = { from: '09:00', to: '13:00' } as const
  const first = makeShift({ id: 'shift_1', worker: desk.noor.id, ...hours })
  const behind = makeShift({ id: 'shift_2', worker: desk.noor.id, on: 'fri', role: 'backup', ...hours })
  const given = makeChange({ day: '2026-12-01', ...hours, leaves: desk.noor.id, takes: desk.sam.id })
  await setRoster(desk.stores.rosters, 'limburg-oost', { ...makeRoster(first, behind), changes: [given] })
  itIs('2027-03-20 09:50')
})
afterAll(async () => {
  await desk?.stop()
})

const addressOf = async (worker: Worker) => String(bodyOf(await desk.ask(worker, { path: '/api/desk/calendar' }))['path'])
/** Requests a feed without signing in. Hono's Lambda adapter returns a body that is neither JSON nor plain text as base64. */
async function read(path: string) {
  const answer = await desk.askAsIs({ path })
  const isBytes = 'isBase64Encoded' in answer && answer.isBase64Encoded === true
  return { ...answer, body: isBytes ? Buffer.from(answer.body, 'base64').toString('utf8') : answer.body }
}

type Event = { uid: string; begins: string; ends: string; summary: string }

/** The events of a feed, after unfolding its lines (RFC 5545, 3.1). */
function eventsIn(feed: string): Event[] {
  const lines = feed.replaceAll('\r\n ', '').split('\r\n')
  const blocks = lines.join('\n').split('BEGIN:VEVENT').slice(1)
  const of = (block: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(block)?.[1] ?? ''
  return blocks.map((block) => ({
    uid: of(block, 'UID'),
    begins: of(block, 'DTSTART'),
    ends: of(block, 'DTEND'),
    summary: of(block, 'SUMMARY'),
  }))
}

describe('a calendar', () => {
  it('holds her turns of a week back and three months on, in UTC', async () => {
    const answer = await read(await addressOf(desk.noor))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-cache' })
    const events = eventsIn(answer.body)
    expect(events[0]).toMatchObject({ begins: '20270316T080000Z', ends: '20270316T120000Z', summary: 'Permanentie' })
    // After the clock change of 28 March the same wall time is an hour earlier in UTC.
    expect(events.find(({ begins }) => begins.startsWith('20270330'))).toMatchObject({ begins: '20270330T070000Z' })
    expect(events.filter(({ summary }) => summary === 'Permanentie (achterwacht)').length).toBeGreaterThan(5)
    expect(events.at(-1)?.begins.slice(0, 8)).toBe('20270618')
    expect(answer.body).not.toMatch(/Noor|Wilg|Sam|Eik|worker_/)
  })

  it('holds no turn that is a colleague’s now, and none of a holiday', async () => {
    itIs('2026-11-24 09:50')
    const days = eventsIn((await read(await addressOf(desk.noor))).body).map(({ begins }) => begins.slice(0, 8))
    expect(days).toContain('20261124')
    expect(days).not.toContain('20261201')
    expect(days).not.toContain('20261225')
    itIs('2027-03-20 09:50')
  })

  it('calls a turn the same every time, and no two alike', async () => {
    const [before, after] = [await read(await addressOf(desk.noor)), await read(await addressOf(desk.noor))].map((answer) =>
      eventsIn(answer.body),
    )
    expect(after).toEqual(before)
    expect(new Set(after?.map(({ uid }) => uid)).size).toBe(after?.length)
  })

  it('has a new address when she asks for one, and the old one is dead', async () => {
    const old = await addressOf(desk.sam)
    const renewed = String(bodyOf(await desk.ask(desk.sam, { method: 'POST', path: '/api/desk/calendar/renew' }))['path'])
    expect(renewed).not.toBe(old)
    expect(await addressOf(desk.sam)).toBe(renewed)
    expect([(await read(old)).statusCode, (await read(renewed)).statusCode]).toEqual([404, 200])
  })

  it('3.6: without turns is still a valid calendar with its time zone, to be read again in an hour', async () => {
    for (const worker of [desk.sam, desk.noor]) {
      const { body } = await read(await addressOf(worker))
      expect(body).toMatch(/^BEGIN:VCALENDAR\r\n/)
      expect(body.match(/BEGIN:VTIMEZONE\r\nTZID:Europe\/Brussels\r\n/g)).toHaveLength(1)
      expect(body).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n')
      expect(body).toMatch(/\r\nEND:VCALENDAR(\r\n)?$/)
      expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const [begins, ends] = [body.match(/^BEGIN:\w+/gm), body.match(/^END:\w+/gm)]
      expect(begins?.length).toBe(ends?.length)
      expect(body.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(body.includes('BEGIN:VEVENT') ? body.indexOf('BEGIN:VEVENT') : Infinity)
    }
  })

  it('is nobody else’s: each has an address of her own', async () => {
    const [hers, his] = [await addressOf(desk.noor), await addressOf(desk.sam)]
    expect(hers.split('/').at(-1)).not.toBe(his.split('/').at(-1))
    expect((await read(hers.replace(desk.noor.id, desk.sam.id))).statusCode).toBe(404)
  })
})

describe('an address that is wrong answers as one that never was', () => {
  it.each([
    ['another secret', (path: string) => path.replace(/[\w-]{43}\.ics$/, `${'x'.repeat(43)}.ics`)],
    ['half a secret', (path: string) => path.replace(/[\w-]{20}\.ics$/, '.ics')],
    ['no secret', (path: string) => path.replace(/[^/]+$/, '.ics')],
    ['another region', (path: string) => path.replace('limburg-oost', 'voor-en-noorderkempen')],
    ['a region that is none', (path: string) => path.replace('limburg-oost', 'atlantis')],
    ['a worker that is none', (path: string) => path.replace(/worker_[^/]+/, 'worker_nobody')],
    ['no worker at all', (path: string) => path.replace(/worker_[^/]+/, 'x')],
  ])('%s', async (_, wrong) => {
    const answer = await read(wrong(await addressOf(desk.noor)))
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toBe((await read('/api/calendar/x/y/z.ics')).body)
  })
})

it('the secret never reaches the log or the table', async () => {
  const path = await addressOf(desk.noor)
  const secret = path.split('/').at(-1)?.slice(0, 43) ?? ''
  const lines = await logOf(async () => void (await read(path)))
  expect(lines).toHaveLength(1)
  expect(lines.join('')).not.toContain(secret)
  expect(JSON.stringify(await desk.database.items())).not.toContain(secret)
})
