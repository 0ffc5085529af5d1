import { afterEach, describe, expect, it } from 'vitest'
import type { Rung } from '../../../../infra/local/connect/model/engine-api.ts'
import { openKeyValueStore } from '../../../../infra/local/machine/key-value-store.ts'
import { found, type Line, openLine } from '../fixtures/line.ts'
import { arns, number } from '../fixtures/small-plan.ts'

const theirs = '+32000000077'
let line: Line
afterEach(() => line.close())

function dials(phoneNumber = theirs, queueArn?: string): string {
  const called = line.engineApi.callOut({ username: 'els', phoneNumber, queueArn })
  return called.kind === 'dialling' ? called.contactId : called.why
}

const reasonOf = (id: string) => line.engineApi.contact(id)?.disconnectReason

describe('an agent calls somebody', () => {
  it('shows the number of her queue, and is in nobody else’s reach meanwhile', async () => {
    line = await openLine({ phone: 'rings' })
    await line.available('els')
    const id = dials()
    expect(line.engineApi.contact(id)).toMatchObject({
      customerNumber: theirs,
      dialledNumber: number,
      initiationMethod: 'OUTBOUND',
      state: 'ringing',
      queue: null,
    })
    const caller = found(line.engineApi.dial({ from: null, to: number }))
    await line.pass(10_000)
    expect(line.engineApi.agent('els')?.contacts).toMatchObject([{ contactId: id, state: 'CONNECTING' }])
    expect(caller.state).toBe('queued')
  })

  it('speaks with whom she called, and finishes her work afterwards', async () => {
    line = await openLine({ phone: 'rings' })
    await line.available('els')
    const id = dials()
    await line.pass(5000)
    expect(line.engineApi.customerAnswers(id)).toBe(true)
    expect(line.engineApi.contact(id)).toMatchObject({ state: 'connected', agent: { username: 'els' } })
    expect(line.engineApi.agent('els')?.contacts).toMatchObject([{ state: 'CONNECTED' }])
    await line.pass(60_000)
    expect(line.engineApi.agentHangsUp('els', id)).toBe(true)
    expect(reasonOf(id)).toBe('AGENT_DISCONNECT')
    expect(line.engineApi.clear('els', id)).toBe(true)
    expect(line.types(id)).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'CONNECTED_TO_AGENT', 'DISCONNECTED', 'COMPLETED'])
    const details = line.events.map(({ detail }) => detail)
    for (const detail of details) expect(detail).toMatchObject({ initiationMethod: 'OUTBOUND' })
    for (const detail of details) expect(detail).not.toHaveProperty('queueInfo')
    expect(details.at(-1)).toMatchObject({ agentInfo: { afterContactWorkDuration: 0 } })
  })

  it('loses whom she spoke with when that one hangs up', async () => {
    line = await openLine({ phone: 'rings' })
    await line.available('els')
    const id = dials()
    line.engineApi.customerAnswers(id)
    expect(line.engineApi.customerHangsUp(id)).toBe(true)
    expect(reasonOf(id)).toBe('CUSTOMER_DISCONNECT')
    expect(line.engineApi.agent('els')?.contacts).toMatchObject([{ state: 'ENDED' }])
  })

  it.each<[string, Rung, number, string]>([
    ['nobody is there', 'nobody', 31_000, 'TELECOM_UNANSWERED'],
    ['it rings for nothing', 'rings', 31_000, 'TELECOM_UNANSWERED'],
    ['that phone is in a call', 'busy', 100, 'TELECOM_BUSY'],
  ])('has something to note when %s', async (_, phone, milliseconds, reason) => {
    line = await openLine({ phone })
    await line.available('els')
    const id = dials()
    await line.pass(milliseconds)
    expect(reasonOf(id)).toBe(reason)
    expect(line.engineApi.agent('els')?.contacts).toMatchObject([{ state: 'ENDED' }])
    expect(line.engineApi.customerAnswers(id)).toBe(false)
    line.engineApi.clear('els', id)
    expect(line.types(id)).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED'])
    expect(line.engineApi.agent('els')?.contacts).toEqual([])
  })

  it.each([
    ['she stops', (id: string) => line.engineApi.agentHangsUp('els', id), 'TELECOM_ORIGINATOR_CANCEL'],
    ['it is declined', (id: string) => line.engineApi.customerHangsUp(id), 'TELECOM_BUSY'],
    [
      'she signs out',
      (id: string) => line.engineApi.signOut('els') ?? line.engineApi.contact(id)?.state === 'ended',
      'TELECOM_ORIGINATOR_CANCEL',
    ],
  ])('rings no more when %s', async (_, ends, reason) => {
    line = await openLine({ phone: 'rings' })
    await line.available('els')
    const id = dials()
    expect(ends(id)).toBe(true)
    expect(reasonOf(id)).toBe(reason)
    await line.pass(60_000)
    expect(line.types(id).filter((type) => type === 'DISCONNECTED')).toHaveLength(1)
  })

  it('was cut off by a restart, and still has it to write up', async () => {
    const keyValues = openKeyValueStore(null)
    line = await openLine({ phone: 'rings', keyValues })
    await line.available('els')
    const id = dials()
    line.close()
    line = await openLine({ keyValues })
    expect(reasonOf(id)).toBe('TELECOM_PROBLEM')
    expect(line.engineApi.agent('els')?.contacts).toMatchObject([{ contactId: id, state: 'ENDED' }])
    expect(line.engineApi.clear('els', id)).toBe(true)
  })
})

describe('a call out is refused', () => {
  it.each([
    ['to who is not signed in', 'agentNotSignedIn', () => line.engineApi.signOut('els'), theirs, undefined],
    ['to a number that is none', 'invalidPhoneNumber', () => undefined, '0470 12 34', undefined],
    ['from a queue that is not there', 'invalidQueue', () => undefined, theirs, 'arn:none'],
    ['from a queue without a number', 'noCallerNumber', () => undefined, theirs, arns.otherQueue],
    ['while she calls already', 'agentBusy', () => dials(), theirs, undefined],
    ['while something rings for her', 'agentBusy', () => line.engineApi.dial({ from: null, to: number }), theirs, undefined],
  ])('%s', async (_, why, before, to, queueArn) => {
    line = await openLine({ phone: 'rings' })
    await line.available('els')
    before()
    await line.pass(10_000)
    expect(dials(to, queueArn)).toBe(why)
  })

  it('to whom the line does not know', async () => {
    line = await openLine()
    expect(line.engineApi.callOut({ username: 'nobody', phoneNumber: theirs })).toEqual({ kind: 'not-dialled', why: 'agentNotSignedIn' })
  })
})
