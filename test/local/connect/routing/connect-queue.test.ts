import { afterEach, describe, expect, it } from 'vitest'
import { found, type Line, type LineOptions, openLine } from '../fixtures/line.ts'
import { bye, failing, flow, type Row, say } from '../fixtures/small-flows.ts'
import { arns, number, otherNumber } from '../fixtures/small-plan.ts'

let line: Line
const open = async (rows: Record<string, Row>, options: LineOptions = {}) => {
  line = await openLine({ ...options, other: flow(rows) })
}
const dial = async (to: string) => {
  const { id } = found(line.engineApi.dial({ from: '+32471000001', to }))
  await line.pass(3000)
  return id
}
const choose = (target: Record<string, string>, next: string): Row => ({
  type: 'UpdateContactTargetQueue',
  with: target,
  next,
  errors: failing('bad'),
})
const transfer: Row = { type: 'TransferContactToQueue', next: 'bad', errors: { QueueAtCapacity: 'bad', NoMatchingError: 'bad' } }
const bad = say('slecht', 'bye')
const offeredTo = (id: string) => line.engineApi.contact(id)?.agent?.username ?? null
afterEach(() => line.close())

describe('a contact', () => {
  it('with priority goes before who came earlier', async () => {
    const first: Row = { type: 'UpdateContactRoutingBehavior', with: { QueuePriority: '1' }, next: 'choose' }
    await open({ first, choose: choose({ QueueId: arns.queue }, 'transfer'), transfer, bad, bye })
    line.engineApi.signIn('els')
    const early = await dial(number)
    const urgent = await dial(otherNumber)
    line.engineApi.setStatus('els', 'Available')
    await line.pass(0)
    expect([offeredTo(early), offeredTo(urgent)]).toEqual([null, 'els'])
  })

  it('in an agent’s own queue is hers alone', async () => {
    const probe = await openLine({ agents: { els: 'duty', mo: 'off' } })
    const mo = probe.engineApi.agent('mo')?.id ?? ''
    probe.close()
    await open({ choose: choose({ AgentId: mo }, 'transfer'), transfer, bad, bye }, { agents: { els: 'duty', mo: 'off' } })
    await line.available('els', 'mo')
    const id = await dial(otherNumber)
    expect(offeredTo(id)).toBe('mo')
    expect(line.events.find(({ detail }) => detail.eventType === 'QUEUED')?.detail).toMatchObject({ queueInfo: { queueType: 'AGENT' } })
  })

  it('without a queue flow waits in silence', async () => {
    await open({ choose: choose({ QueueId: arns.queue }, 'transfer'), transfer, bad, bye })
    const id = await dial(otherNumber)
    await line.pass(600_000)
    expect([line.engineApi.contact(id)?.state, line.heard]).toEqual(['queued', []])
  })

  it('in a queue that nobody serves is never offered', async () => {
    await open({ choose: choose({ QueueId: arns.otherQueue }, 'transfer'), transfer, bad, bye })
    await line.available('els')
    const id = await dial(otherNumber)
    await line.pass(600_000)
    expect(line.engineApi.contact(id)).toMatchObject({ state: 'queued', connectionAttempts: 0 })
  })

  it('hears how many wait', async () => {
    const metrics: Row = { type: 'GetMetricData', next: 'say', errors: failing('bad') }
    const text = '$.Metrics.Queue.Size wachtend, $.Metrics.Agents.Available.Count vrij in $.Metrics.Queue.Name'
    await open({ choose: choose({ QueueId: arns.queue }, 'metrics'), metrics, say: say(text, 'bye'), bad, bye })
    await line.available('els')
    line.engineApi.setStatus('els', 'Pauze')
    await dial(number)
    await dial(otherNumber)
    expect(line.heard).toContain('1 wachtend, 0 vrij in Permanentie')
  })

  it('asks the age of the oldest in milliseconds', async () => {
    const check: Row = {
      type: 'CheckMetricData',
      with: { MetricType: 'OldestContactInQueueAgeSeconds' },
      over: { 9000: 'long' },
      errors: { NoMatchingCondition: 'short', NoMatchingError: 'bad' },
    }
    await open({ choose: choose({ QueueId: arns.queue }, 'check'), check, long: say('lang', 'bye'), short: say('kort', 'bye'), bad, bye })
    await dial(number)
    await dial(otherNumber)
    await line.pass(10_000)
    await dial(otherNumber)
    expect(line.heard.filter((text) => ['kort', 'lang'].includes(text))).toEqual(['kort', 'lang'])
  })
})

describe('an agent', () => {
  it('is shown the same at every start', async () => {
    await open({ bye })
    const before = line.engineApi.agent('els')?.arn
    line.close()
    await open({ bye })
    expect(line.engineApi.agent('els')?.arn).toBe(before)
  })

  it('who is not signed in has no status to choose', async () => {
    await open({ bye })
    expect(line.engineApi.setStatus('els', 'Available')).toBe(false)
    line.engineApi.signIn('els')
    expect(line.engineApi.setStatus('els', 'Zomaar')).toBe(false)
    expect(line.engineApi.statuses().map(({ name }) => name)).toEqual(['Available', 'Pauze', 'Offline'])
  })

  it('who signs out leaves her call', async () => {
    await open({ bye })
    await line.available('els')
    const id = await dial(number)
    line.engineApi.accept('els', id)
    line.engineApi.signOut('els')
    expect(line.engineApi.agent('els')).toMatchObject({ signedIn: false, status: 'Offline', contacts: [] })
    expect(line.types(id).slice(-2)).toEqual(['DISCONNECTED', 'COMPLETED'])
  })
})
