import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskCallbacks } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { TalkCallBack } from '../../../shared/domain/callbacks/talk-promise.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { logOf } from '../../support/fixtures/captured-logs.ts'
import { type Answer, bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makeNotes } from '../../support/people/make.ts'
import { itIs } from '../../support/time/clock.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
  itIs('2026-11-24 10:40')
})
afterAll(() => desk?.stop())

const notes = makeNotes({ outcome: 'call-back' })
const asked: TalkCallBack = { mayCall: true, othersMayAnswer: true, number: '0470 12 34 56', on: '2026-11-25', part: 'morning' }

function log(conversation: string, body: object): Promise<Answer> {
  return desk.ask(desk.noor, { method: 'POST', path: `/api/desk/conversations/${conversation}/log`, body: { version: 0, notes, ...body } })
}
async function open() {
  return (bodyOf(await desk.ask(desk.noor, { path: '/api/desk/callbacks' })) as DeskCallbacks).open
}

describe('the outcome “We bellen terug”', () => {
  it('1.4 creates the promise that it says, owned by the worker who said it', async () => {
    const { contact, conversation } = await desk.contactArrives({ alias: 'Juf Wilg', referrerType: 'school' })
    const logged = await logOf(async () => {
      expect(bodyOf(await log(conversation, { callBack: asked }))).toMatchObject({ kind: 'logged' })
    })
    expect(logged.join()).not.toContain('470123456')
    const [entry] = await open()
    expect(entry).toMatchObject({
      reason: 'promised-in-talk',
      alias: 'Juf Wilg',
      owner: { id: desk.noor.id, name: 'Noor Wilg' },
      promise: { from: { day: '2026-11-25', clock: '09:00' }, by: { day: '2026-11-25', clock: '12:00' } },
      consent: { mayCall: true, othersMayAnswer: true, mayLeaveMessage: true },
      hasNumber: true,
    })
    const number = bodyOf(await desk.ask(desk.noor, { method: 'POST', path: `/api/desk/callbacks/${entry?.id}/number` }))
    expect(number).toMatchObject({ kind: 'number', number: '+32470123456' })
    expect(await desk.stores.contacts.factsOf(contact)).toContainEqual(
      expect.objectContaining({ kind: 'callback-promised', callback: entry?.id }),
    )
    expect(JSON.stringify((await desk.database.items()).filter(({ sk }) => sk === 'notes'))).not.toContain('470123456')
    // Logged once: a second time promises nothing more.
    expect(bodyOf(await log(conversation, { callBack: asked }))).toEqual({ kind: 'already-logged' })
    expect(await open()).toHaveLength(1)
  })

  it.each([
    ['1.4', 'without anything asked', null, ['may-call']],
    ['1.4', 'without consent', { ...asked, mayCall: false }, ['may-call']],
    ['1.4', 'without a number', { ...asked, number: '' }, ['number']],
    ['1.4', 'with an emergency number', { ...asked, number: '112' }, ['number']],
    ['1.4', 'with words for a number', { ...asked, number: 'dezelfde als daarnet' }, ['number']],
    ['1.4', 'on a Sunday', { ...asked, on: '2026-11-29' }, ['reachable']],
    ['1.4', 'after the number is erased', { ...asked, on: '2026-12-07' }, ['reachable']],
  ] as const)('%s cannot be logged %s', async (_row, _title, callBack, missing) => {
    const { conversation } = await desk.contactArrives()
    const before = await open()
    const answer = await log(conversation, { callBack })
    expect([answer.statusCode, bodyOf(answer)]).toEqual([422, { kind: 'incomplete', missing }])
    expect(await open()).toEqual(before)
  })

  it('names what the notes miss too', async () => {
    const { conversation } = await desk.contactArrives()
    const body = bodyOf(await log(conversation, { notes: { ...notes, concern: '' }, callBack: null }))
    expect(body).toEqual({ kind: 'incomplete', missing: ['concern', 'may-call'] })
  })

  it('promises nothing when a newer draft was saved meanwhile: neither log nor promise is written', async () => {
    const { conversation } = await desk.contactArrives()
    await desk.ask(desk.noor, {
      method: 'PUT',
      path: `/api/desk/conversations/${conversation}/draft`,
      body: { version: 0, notes: makeNotes() },
    })
    const before = await open()
    expect(bodyOf(await log(conversation, { callBack: asked }))).toMatchObject({ kind: 'stale' })
    expect(await open()).toEqual(before)
  })

  it('another outcome promises nothing, whatever was asked', async () => {
    const { conversation } = await desk.contactArrives()
    const before = await open()
    expect(bodyOf(await log(conversation, { notes: makeNotes(), callBack: asked }))).toMatchObject({ kind: 'logged' })
    expect(await open()).toEqual(before)
  })

  it('1.4 counts as lost when nobody keeps it, though its contact was reached', async () => {
    const figures = async () => bodyOf(await desk.ask(desk.coordinator, { path: '/api/desk/figures' })) as { lost: number }
    itIs('2026-12-01 09:00')
    expect((await figures()).lost).toBeGreaterThan(0)
    itIs('2026-11-24 10:40')
  })
})
