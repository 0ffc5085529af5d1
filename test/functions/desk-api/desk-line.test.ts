import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { OpeningCheck } from '../../../shared/domain/line/opening-check.ts'
import type { ContactFact } from '../../../shared/domain/contacts/contact.ts'
import { contactIdOf } from '../../../shared/domain/ids.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { at } from '../../support/time/at.ts'
import { itIs } from '../../support/time/clock.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makeArrival, makeRoster, makeShift } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'

let desk: TestDesk
const arn = (name: string) => `arn:aws:connect:eu-central-1:111122223333:instance/i/agent/${name}`
beforeAll(async () => {
  desk = await startDesk()
  itIs('2026-11-24 08:52')
  await desk.stores.workers.setAgentArn(desk.noor, arn('noor'))
  await desk.stores.workers.setAgentArn(desk.sam, arn('sam'))
})
afterAll(async () => {
  await desk?.stop()
})
beforeEach(async () => {
  itIs('2026-11-24 08:52')
  await setRoster(
    desk.stores.rosters,
    'limburg-oost',
    makeRoster(makeShift({ worker: desk.noor.id, from: '09:00', to: '13:00' }), makeShift({ worker: desk.sam.id, on: 'wed' })),
  )
})

const line = async (worker: Worker) => bodyOf(await desk.ask(worker, { path: '/api/desk/line' }))
const tries = (worker: Worker, body: unknown) => desk.ask(worker, { method: 'POST', path: '/api/desk/softphone-check', body })
const user = (name: string, state: object) => ({ User: { Id: name, Arn: arn(name) }, Contacts: [], ...state })
const metrics = (waiting: number) => ({ Collections: [{ Metric: { Name: 'CONTACTS_IN_QUEUE', Unit: 'COUNT' }, Value: waiting }] })

// The desk sends two requests to Connect in parallel, in either order, so both get an answer that fits either.
function connectAnswers(users: object[], results: object[]): void {
  desk.connectSays(Array.from({ length: 2 }, () => ({ status: 200, body: { UserDataList: users, MetricResults: results } })))
}

describe('the line, as the desk shows it', () => {
  it('says who is there now and how many wait, in all its queues', async () => {
    connectAnswers(
      [user('sam', { Status: { StatusName: 'Available' } }), user('noor', { Status: { StatusName: 'Pauze' } })],
      [metrics(2), metrics(1)],
    )
    expect((await line(desk.coordinator))['now']).toEqual({
      signedIn: [
        { name: 'Noor Wilg', state: 'away' },
        { name: 'Sam Eik', state: 'available' },
      ],
      waiting: 3,
    })
  })

  it('says that it does not know while Connect does not answer, and the rest all the same', async () => {
    desk.connectSays([])
    expect(await line(desk.noor)).toMatchObject({ state: { kind: 'closed' }, onDuty: [], now: null })
  })

  it('1.9: says who waits, by which channel, in which role and how long, also while Connect does not answer', async () => {
    itIs('2026-11-24 10:30')
    const queued = (minute: number) => ({ kind: 'contact-queued', at: at(`2026-11-24 10:${minute}`) }) as const
    const answered = { kind: 'contact-answered', at: at('2026-11-24 10:29'), worker: desk.noor.id } as const
    const wait = async (given: Parameters<typeof makeArrival>[0], minute: number, ...later: ContactFact[]) => {
      const contact = contactIdOf(randomUUID())
      for (const facts of [
        [makeArrival(given), queued(minute)],
        [makeArrival(given), queued(minute), ...later],
      ])
        await desk.stores.contacts.recordFacts(contact, facts, 'event')
      return contact
    }
    const chat = await wait({ channel: 'chat', referrerType: 'clb' }, 29)
    const call = await wait({ channel: 'phone', referrerType: null }, 20)
    const taken = await wait({ channel: 'chat' }, 21, answered)
    await wait({ channel: 'chat', region: 'voor-en-noorderkempen' }, 22)
    // The event that told of the queue comes again, after the one that told of the answer.
    await desk.stores.contacts.recordFacts(taken, [makeArrival({ channel: 'chat' }), queued(21)], 'event')
    expect((await line(desk.noor))['waiting']).toEqual([
      { contact: call, channel: 'phone', referrerType: null, minutes: 10 },
      { contact: chat, channel: 'chat', referrerType: 'clb', minutes: 1 },
    ])
    itIs('2026-11-24 11:31')
    expect((await line(desk.noor))['waiting']).toEqual([])
  })

  it('says who has it now', async () => {
    itIs('2026-11-24 10:30')
    expect(await line(desk.noor)).toMatchObject({
      state: { kind: 'open', closes: { clock: '17:00' } },
      onDuty: ['Noor Wilg'],
      backup: [],
    })
  })

  it('keeps nothing of who is signed in', async () => {
    const before = await desk.database.items()
    connectAnswers([user('sam', { Status: { StatusName: 'Available' } })], [])
    await line(desk.noor)
    expect(await desk.database.items()).toEqual(before)
  })

  it('tells everybody of the region how its last opening was looked at', async () => {
    expect((await line(desk.noor))['opening']).toBeNull()
    const parts: OpeningCheck['parts'] = {
      'on-duty': 'good',
      'signed-in': 'not-good',
      softphone: 'not-yet',
      hours: 'good',
      contact: 'good',
    }
    await desk.stores.openingChecks.save('limburg-oost', { opensAt: at('2026-11-24 09:00'), checkedAt: at('2026-11-24 08:51'), parts })
    for (const worker of [desk.noor, desk.coordinator])
      expect((await line(worker))['opening']).toMatchObject({ opens: { clock: '09:00' }, checked: { clock: '08:51' }, parts })
    expect((await line(desk.fatma))['opening']).toBeNull()
  })
})

describe('a softphone', () => {
  it('is to be tried by who has a turn that is still to come today', async () => {
    expect((await line(desk.noor))['softphone']).toBe('to-try')
    expect((await line(desk.sam))['softphone']).toBe('no-turn')
    itIs('2026-11-24 13:00')
    expect((await line(desk.noor))['softphone']).toBe('no-turn')
  })

  it.each([
    [{ microphone: true, sound: true }, 'works'],
    [{ microphone: false, sound: true }, 'fails'],
    [{ microphone: true, sound: false }, 'fails'],
  ] as const)('that was tried as %o %s, until tomorrow', async (tried, softphone) => {
    expect(bodyOf(await tries(desk.noor, tried))).toEqual({ softphone })
    expect((await line(desk.noor))['softphone']).toBe(softphone)
    itIs('2026-12-01 08:50')
    expect((await line(desk.noor))['softphone']).toBe('to-try')
  })

  it.each([
    [{ microphone: 'ja', sound: true }, 'microphone'],
    [{ microphone: true }, 'sound'],
    [{ microphone: true, sound: true, recording: 'x' }, 'recording'],
  ])('is not noted from %o', async (body, field) => {
    const answer = await tries(desk.sam, body)
    expect(answer.statusCode).toBe(400)
    expect(bodyOf(answer)).toMatchObject({ kind: 'refused', field })
    expect(await desk.stores.softphoneChecks.ofToday(desk.sam.id)).toBeNull()
  })

  it('is no matter of a coordinator', async () => {
    expect((await tries(desk.coordinator, { microphone: true, sound: true })).statusCode).toBe(404)
  })
})
