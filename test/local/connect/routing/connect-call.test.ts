import { afterEach, describe, expect, it } from 'vitest'
import { found, type Line, type LineOptions, openLine } from '../fixtures/line.ts'
import { number } from '../fixtures/small-plan.ts'

let line: Line
const caller = '+32471000001'
const calls = () => found(line.engineApi.dial({ from: caller, to: number })).id
const state = (id: string) => line.engineApi.contact(id)?.state
const status = (username: string) => line.engineApi.agent(username)?.status
const open = async (options: LineOptions = {}) => {
  line = await openLine(options)
}
/** A call past the greeting: it rings at an agent or waits in the queue. */
const inQueue = async () => {
  const id = calls()
  await line.pass(2000)
  return id
}
afterEach(() => line.close())

describe('a call', () => {
  it('is greeted, waits, is answered and ends', async () => {
    await open()
    await line.available('els')
    const id = calls()
    await line.pass(500)
    expect(line.heard).toEqual(['Welkom .'])
    await line.pass(500)
    expect(state(id)).toBe('ringing')
    expect(line.engineApi.accept('els', id)).toBe(true)
    expect(line.engineApi.accept('els', id)).toBe(false)
    expect(state(id)).toBe('connected')
    expect(line.engineApi.agentHangsUp('els', id)).toBe(true)
    expect(line.engineApi.agent('els')?.contacts).toMatchObject([{ contactId: id, state: 'ENDED' }])
    expect(line.types(id)).toEqual(['INITIATED', 'QUEUED', 'CONNECTED_TO_AGENT', 'DISCONNECTED'])
    expect(line.engineApi.clear('els', id)).toBe(true)
    expect(line.types(id).at(-1)).toBe('COMPLETED')
    expect(line.heard).toEqual(['Welkom .', 'Een ogenblik geduld.', 'els joins', 'els leaves', 'ended'])
    expect(line.engineApi.contact(id)).toMatchObject({ disconnectReason: 'AGENT_DISCONNECT', connectionAttempts: 1 })
  })

  it('finds no flow behind an unknown number', async () => {
    await open()
    expect(line.engineApi.dial({ from: null, to: '+32000000009' })).toBeNull()
  })

  it('is told it is closed and let go', async () => {
    await open({ at: '2026-11-24T17:00:00+01:00' })
    const id = calls()
    await line.pass(3000)
    expect(line.heard).toEqual(['We zijn gesloten.', 'ended'])
    expect(line.types(id)).toEqual(['INITIATED', 'DISCONNECTED', 'COMPLETED'])
  })

  it('is told when the queue is full', async () => {
    await open({ maximumContacts: 1 })
    await line.available('els')
    line.engineApi.setStatus('els', 'Pauze')
    await inQueue()
    const second = await inQueue()
    await line.pass(2000)
    expect(line.heard).toContain('Het is te druk.')
    expect(state(second)).toBe('ended')
  })

  it('hears that nobody is signed in', async () => {
    await open()
    const id = await inQueue()
    await line.pass(50_000)
    expect(line.heard.filter((text) => text.startsWith('Een')).length).toBeGreaterThan(20)
    expect(line.heard.at(-2)).toBe('Niemand is aangemeld.')
    expect(state(id)).toBe('ended')
  })

  it.each([
    ['while it is greeted', 100, { before: 'in-flow', types: ['INITIATED', 'DISCONNECTED', 'COMPLETED'] }],
    ['while it waits', 3000, { before: 'queued', types: ['INITIATED', 'QUEUED', 'DISCONNECTED', 'COMPLETED'] }],
  ] as const)('may be hung up %s', async (_when, milliseconds, { before, types }) => {
    await open()
    const id = calls()
    await line.pass(milliseconds)
    expect(state(id)).toBe(before)
    expect(line.engineApi.customerHangsUp(id)).toBe(true)
    const heard = line.heard.length
    await line.pass(120_000)
    expect(line.heard.slice(heard)).toEqual([])
    expect(line.types(id)).toEqual(types)
    expect(line.engineApi.customerHangsUp(id)).toBe(false)
  })

  it('may be hung up while it rings, without blame', async () => {
    await open()
    await line.available('els')
    const id = await inQueue()
    line.engineApi.customerHangsUp(id)
    expect(line.engineApi.agent('els')).toMatchObject({ status: 'Available', contacts: [] })
    expect(line.engineApi.accept('els', id)).toBe(false)
    const event = line.events.find((one) => one.detail.eventType === 'DISCONNECTED')
    expect(event?.detail).not.toHaveProperty('agentInfo')
  })

  it('may be hung up while people speak', async () => {
    await open()
    await line.available('els')
    const id = await inQueue()
    line.engineApi.accept('els', id)
    line.engineApi.customerHangsUp(id)
    expect(line.heard.slice(-2)).toEqual(['customer leaves', 'ended'])
    expect(line.types(id)).not.toContain('COMPLETED')
    await line.pass(60_000)
    line.engineApi.clear('els', id)
    expect(line.events.at(-1)?.detail).toMatchObject({ eventType: 'COMPLETED', agentInfo: { afterContactWorkDuration: 60 } })
  })
})

describe('a ringing call', () => {
  it('is missed after twenty seconds and goes on', async () => {
    await open({ agents: { els: 'duty', mo: 'duty' } })
    await line.available('els', 'mo')
    const id = await inQueue()
    expect(line.engineApi.contact(id)?.agent?.username).toBe('els')
    await line.pass(20_000)
    expect(status('els')).toBe('Missed')
    expect(line.engineApi.contact(id)).toMatchObject({ state: 'ringing', connectionAttempts: 2, agent: { username: 'mo' } })
    line.engineApi.reject('mo', id)
    expect([state(id), status('mo')]).toEqual(['queued', 'Missed'])
    line.engineApi.setStatus('els', 'Available')
    await line.pass(0)
    expect(line.engineApi.contact(id)).toMatchObject({ state: 'ringing', agent: { username: 'els' } })
    expect(line.engineApi.agent('els')?.contacts).toHaveLength(1)
  })

  it('goes to whoever is longest available', async () => {
    await open({ agents: { els: 'duty', mo: 'duty' } })
    await line.available('mo', 'els')
    const first = await inQueue()
    expect(line.engineApi.contact(first)?.agent?.username).toBe('mo')
    line.engineApi.accept('mo', first)
    line.engineApi.agentHangsUp('mo', first)
    await line.pass(1000)
    line.engineApi.clear('mo', first)
    const second = await inQueue()
    expect(line.engineApi.contact(second)?.agent?.username).toBe('els')
  })

  it('reaches the backup after her delay', async () => {
    await open({ agents: { els: 'duty', mo: 'backup' } })
    await line.available('mo', 'els')
    line.engineApi.setStatus('els', 'Pauze')
    const id = calls()
    await line.pass(1000)
    await line.pass(44_000)
    expect(state(id)).toBe('queued')
    await line.pass(1000)
    expect(line.engineApi.contact(id)).toMatchObject({ state: 'ringing', agent: { username: 'mo' } })
  })

  it('whispers to the agent before joining', async () => {
    await open({ hooks: { whisper: true } })
    await line.available('els')
    const id = await inQueue()
    line.engineApi.accept('els', id)
    await line.pass(100)
    expect(line.heard).toContain('els alone: Een oproep uit de regio.')
    expect(state(id)).toBe('ringing')
    await line.pass(2000)
    expect(state(id)).toBe('connected')
  })

  it('stays queued when the agent drops during the whisper', async () => {
    await open({ hooks: { whisper: true } })
    await line.available('els')
    const id = await inQueue()
    line.engineApi.accept('els', id)
    await line.pass(100)
    line.engineApi.setStatus('els', 'Pauze')
    line.engineApi.agentHangsUp('els', id)
    await line.pass(3000)
    expect([state(id), line.engineApi.agent('els')?.contacts]).toEqual(['queued', []])
  })

  it('is missed when the agent signs out', async () => {
    await open()
    await line.available('els')
    const id = await inQueue()
    line.engineApi.signOut('els')
    expect([state(id), status('els'), line.engineApi.agent('els')?.contacts]).toEqual(['queued', 'Offline', []])
  })
})

describe('two calls', () => {
  it('are answered in order, one at a time', async () => {
    await open()
    await line.available('els')
    const first = await inQueue()
    const second = await inQueue()
    line.engineApi.accept('els', first)
    await line.pass(1000)
    expect(state(second)).toBe('queued')
    line.engineApi.customerHangsUp(first)
    await line.pass(1000)
    expect(state(second)).toBe('queued')
    line.engineApi.clear('els', first)
    await line.pass(0)
    expect(state(second)).toBe('ringing')
  })
})
