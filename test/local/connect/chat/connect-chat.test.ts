import { afterEach, describe, expect, it } from 'vitest'
import { type KeyValueStore, openKeyValueStore } from '../../../../infra/local/machine/key-value-store.ts'
import { type Line, type LineOptions, openLine } from '../fixtures/line.ts'
import { arns, number } from '../fixtures/small-plan.ts'

let line: Line
const open = async (options: LineOptions = {}) => {
  line = await openLine(options)
}
const begin = async () => {
  const { id } = line.engineApi.startChat({
    flowId: arns.inbound,
    displayName: 'Aanmelder',
    attributes: { naam: 'regio' },
    initialMessage: 'Dag',
  })
  line.engineApi.customerConnected(id)
  await line.pass(0)
  return id
}
const state = (id: string) => line.engineApi.contact(id)?.state
const newest = () => line.events.at(-1)?.detail.contactId ?? ''
afterEach(() => line.close())

describe('a chat', () => {
  it('is greeted at once and waits in company', async () => {
    await open()
    const id = await begin()
    expect(line.heard).toEqual(['Welkom regio.', 'U staat in de wachtrij.'])
    expect(line.types(id)).toEqual(['INITIATED', 'CONNECTED_TO_SYSTEM', 'QUEUED'])
    await line.pass(240_000)
    expect(line.heard.filter((text) => text === 'U bent niet vergeten.')).toHaveLength(2)
    await line.pass(120_000)
    expect(line.heard.slice(-2)).toEqual(['Niemand is nu vrij.', 'ended'])
    expect(state(id)).toBe('ended')
  })

  it('ends when nobody connects for five minutes', async () => {
    await open()
    const { id } = line.engineApi.startChat({ flowId: arns.inbound, displayName: 'Aanmelder', attributes: {}, initialMessage: null })
    await line.pass(299_000)
    expect(state(id)).toBe('queued')
    await line.pass(1000)
    expect(state(id)).toBe('ended')
  })

  it('occupies its place after being missed until cleared', async () => {
    await open({ chats: 1 })
    await line.available('els')
    const id = await begin()
    await line.pass(20_000)
    expect(line.engineApi.agent('els')).toMatchObject({ status: 'Missed', contacts: [{ contactId: id, state: 'MISSED' }] })
    line.engineApi.setStatus('els', 'Available')
    await line.pass(0)
    expect(state(id)).toBe('queued')
    expect(line.engineApi.clear('els', id)).toBe(true)
    await line.pass(0)
    expect(state(id)).toBe('ringing')
  })

  it.each([
    ['two at once, and no call beside them', false, ['ringing', 'ringing', 'queued', 'queued']],
    ['a call beside them when the profile says so', true, ['ringing', 'ringing', 'queued', 'ringing']],
  ])('is one of %s', async (_what, mixed, states) => {
    await open({ mixed })
    await line.available('els')
    const ids = [await begin(), await begin(), await begin()]
    const call = line.engineApi.dial({ from: null, to: number })?.id ?? ''
    await line.pass(2000)
    expect([...ids, call].map(state)).toEqual(states)
  })

  it('goes on as a new contact when the customer returns', async () => {
    await open({ hooks: { remaining: true } })
    await line.available('els')
    const first = await begin()
    line.engineApi.accept('els', first)
    line.engineApi.agentHangsUp('els', first)
    await line.pass(0)
    expect(line.heard.slice(-2)).toEqual(['els leaves', 'De medewerker is weg.'])
    line.engineApi.customerWrote(first)
    await line.pass(0)
    const second = newest()
    expect(line.types(first).slice(-1)).toEqual(['DISCONNECTED'])
    expect(line.engineApi.contact(second)).toMatchObject({
      initialContactId: first,
      previousContactId: first,
      initiationMethod: 'DISCONNECT',
      state: 'ringing',
      attributes: { naam: 'regio' },
    })
    line.engineApi.clear('els', first)
    expect(line.types(first).at(-1)).toBe('COMPLETED')
    expect(line.engineApi.customerHangsUp(first)).toBe(true)
    expect(state(second)).toBe('ended')
  })

  it('ends a quarter after the agent left', async () => {
    await open({ hooks: { remaining: true } })
    await line.available('els')
    const id = await begin()
    line.engineApi.accept('els', id)
    line.engineApi.agentHangsUp('els', id)
    line.engineApi.clear('els', id)
    await line.pass(900_000)
    expect(line.types(id).slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED'])
  })

  it('tells updates with the moments that never happened', async () => {
    await open()
    const id = await begin()
    line.engineApi.updateAttributes(id, { gemeente: 'Genk' })
    expect(line.events.at(-1)?.detail).toMatchObject({
      eventType: 'CONTACT_DATA_UPDATED',
      connectedToSystemTimestamp: '1970-01-01T00:00:00.001Z',
      updatedProperties: ['UserDefinedAttributes'],
    })
  })
})

describe('after a restart', () => {
  const again = async (keyValues: KeyValueStore) => {
    line.close()
    await open({ keyValues, hooks: { remaining: true } })
    await line.pass(0)
  }

  it('a waiting chat waits again and is answered', async () => {
    const keyValues = openKeyValueStore(null)
    await open({ keyValues })
    const id = await begin()
    await again(keyValues)
    expect(state(id)).toBe('queued')
    expect(line.heard).toEqual(['U staat in de wachtrij.'])
    await line.available('els')
    expect(line.engineApi.accept('els', id)).toBe(true)
  })

  it('a chat with its agent goes on', async () => {
    const keyValues = openKeyValueStore(null)
    await open({ keyValues })
    await line.available('els')
    const id = await begin()
    line.engineApi.accept('els', id)
    await again(keyValues)
    expect(line.engineApi.contact(id)).toMatchObject({ state: 'connected', agent: { username: 'els' } })
    expect(line.engineApi.agent('els')).toMatchObject({ status: 'Available', contacts: [{ contactId: id, state: 'CONNECTED' }] })
    expect(line.events).toEqual([])
  })

  it('a call was cut off and is still written up', async () => {
    const keyValues = openKeyValueStore(null)
    await open({ keyValues })
    await line.available('els')
    const id = line.engineApi.dial({ from: null, to: number })?.id ?? ''
    await line.pass(2000)
    line.engineApi.accept('els', id)
    await again(keyValues)
    expect(line.types(id)).toEqual(['DISCONNECTED'])
    expect(line.engineApi.agent('els')?.contacts).toMatchObject([{ contactId: id, state: 'ENDED' }])
    line.engineApi.clear('els', id)
    await again(keyValues)
    expect(line.engineApi.contact(id)).toMatchObject({ state: 'ended', disconnectReason: 'TELECOM_PROBLEM' })
    expect(line.events).toEqual([])
  })

  it('a chat that was offered rings anew', async () => {
    const keyValues = openKeyValueStore(null)
    await open({ keyValues })
    await line.available('els')
    const id = await begin()
    expect(state(id)).toBe('ringing')
    await again(keyValues)
    expect(line.engineApi.contact(id)).toMatchObject({ state: 'ringing', agent: { username: 'els' } })
  })
})
