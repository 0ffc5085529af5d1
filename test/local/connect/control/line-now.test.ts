import { afterEach, describe, expect, it } from 'vitest'
import { startChat } from '../../../../shared/connect/start-chat.ts'
import { agentsNow, openOnDay, stopContact, waitingIn } from '../../../../shared/connect/line-now.ts'
import { type Line, type LineOptions, openLine } from '../fixtures/line.ts'
import { arns, instanceId } from '../fixtures/small-plan.ts'

let line: Line
const open = async (options: LineOptions = {}) => {
  line = await openLine(options)
}
const idOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1)
const connect = () => ({ client: line.sdk, instanceId })
const queues = [idOf(arns.queue), idOf(arns.otherQueue)]
const chat = async (clientToken: string) => {
  const opened = await startChat(connect(), { flowId: idOf(arns.inbound), displayName: 'Els', clientToken, attributes: {} })
  if (opened.kind !== 'opened') throw new Error('the chat did not open')
  line.engineApi.customerConnected(opened.contactId)
  await line.pass(0)
  return opened.contactId
}
const els = () => line.engineApi.agent('els')?.arn ?? ''
const stateOf = async () => (await agentsNow(connect(), [els()]))[0]?.state ?? null
afterEach(() => line.close())

describe('what a worker does now', () => {
  it('is nothing while she is not signed in, or signed in as away for the day', async () => {
    await open()
    expect(await stateOf()).toBeNull()
    line.engineApi.signIn('els')
    expect(await stateOf()).toBeNull()
  })

  it('follows her from available to a conversation, and back', async () => {
    await open()
    await line.available('els')
    expect(await stateOf()).toBe('available')
    const contact = await chat('one')
    expect(await stateOf()).toBe('in-conversation')
    line.engineApi.accept('els', contact)
    line.engineApi.setStatus('els', 'Pauze')
    expect(await stateOf()).toBe('in-conversation')
    await stopContact(connect(), contact)
    expect(await stateOf()).toBe('away')
  })

  it('is missed until she says that she is there, or puts it away', async () => {
    await open()
    await line.available('els')
    const contact = await chat('one')
    await line.pass(20_000)
    expect(await stateOf()).toBe('missed')
    line.engineApi.clear('els', contact)
    expect(await stateOf()).toBe('away')
  })

  it('is asked of many at once', async () => {
    await open()
    await line.available('els')
    const many = Array.from({ length: 150 }, (_, place) => `agent/nobody-${place}`)
    expect(await agentsNow(connect(), [...many, els()])).toEqual([{ agentArn: els(), state: 'available' }])
  })
})

describe('who waits now', () => {
  it('is nobody in queues in which nothing happens', async () => {
    await open()
    expect(await waitingIn(connect(), queues)).toEqual({ contacts: 0, longestSeconds: 0 })
  })

  it('is counted over all queues, with the longest wait in seconds', async () => {
    await open()
    await chat('one')
    await line.pass(60_000)
    await chat('two')
    await line.pass(30_000)
    expect(await waitingIn(connect(), queues)).toEqual({ contacts: 2, longestSeconds: 90 })
  })
})

describe('the hours that Connect holds', () => {
  it.each([
    ['2026-11-24', [{ from: '09:00', to: '17:00' }]],
    ['2026-11-22', []],
    ['2026-12-25', []],
    ['2026-11-28', [{ from: '09:00', to: '17:00' }]],
  ] as const)('are read for %s', async (day, spans) => {
    await open()
    expect(await openOnDay(connect(), idOf(arns.hours), day)).toEqual(spans)
  })
})

it('a contact that is gone can be stopped again', async () => {
  await open()
  const contact = await chat('one')
  await stopContact(connect(), contact)
  await stopContact(connect(), contact)
  expect(line.engineApi.contact(contact)?.state).toBe('ended')
})
