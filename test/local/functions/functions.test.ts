import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClock, type LineClock } from '../../../infra/local/machine/clock.ts'
import { bundleFunctions, sourcesOf } from '../../../infra/local/functions/function-bundles.ts'
import { startFunctions, type Fault, type Functions } from '../../../infra/local/functions/functions.ts'
import type { CloudAssembly, AssemblyResource } from '../../../infra/local/template/cloud-assembly.ts'

const arn = 'arn:aws:lambda:eu-central-1:111122223333:function:line-Probe'
const probe: AssemblyResource = {
  stack: 'line',
  logicalId: 'Probe',
  type: 'AWS::Lambda::Function',
  arn,
  id: 'line-Probe',
  properties: { Timeout: 2, Environment: { Variables: { COLOUR: 'blue' } } },
  metadata: { 'permanence:entry': 'fixtures/probe/handler.ts' },
}
const assemblyOf = (resource: AssemblyResource): CloudAssembly => ({
  resources: [resource],
  ofType: () => [resource],
  byArn: () => resource,
})
const log: string[] = []
let clock: LineClock
let functions: Functions
const optionsFor = (resource: AssemblyResource) => ({
  assembly: assemblyOf(resource),
  clock,
  modules: { ...sourcesOf(join(import.meta.dirname, '../../..')), handlerOf: (entry: string) => join(import.meta.dirname, entry) },
  sourceMaps: false,
  environment: { AWS_REGION: 'eu-central-1' },
  log: (line: string) => log.push(line),
})
const payloadOf = async (event: unknown): Promise<unknown> => {
  const outcome = await functions.invoke(arn, event)
  return outcome.kind === 'answered' ? outcome.payload : outcome
}

beforeAll(() => {
  clock = startClock(new Date('2026-12-25T09:00:00Z'))
  functions = startFunctions(optionsFor(probe))
})
afterAll(async () => {
  await functions.stop()
  clock.stop()
})

describe('a function', () => {
  it('runs its real module with the template’s variables only', async () => {
    const told = await payloadOf({ step: 'tell' })
    expect(told).toMatchObject({ colour: 'blue', home: null, name: 'line-Probe', left: expect.any(Number) })
  })

  it('stays warm between two events', async () => {
    const first = await payloadOf({ step: 'tell' })
    const second = await payloadOf({ step: 'tell' })
    expect(second).toMatchObject({ seen: Number(Object(first).seen) + 1 })
  })

  it('is counted while it runs, and a fault that was asked for is not', async () => {
    const running = functions.invoke(arn, { step: 'wait', milliseconds: 50 })
    expect(functions.atWork()).toBe(1)
    await running
    expect(functions.atWork()).toBe(0)
    functions.fail('probe', 'hang', 1)
    const hanging = functions.invoke(arn, {})
    expect(functions.atWork()).toBe(0)
    await clock.advance(2_000)
    expect(await hanging).toEqual({ kind: 'timed-out' })
  })

  it('is called by its version too', async () => {
    expect(await functions.invoke(`${arn}:1`, { step: 'nothing' })).toEqual({ kind: 'answered', payload: null })
  })

  it('reads the line’s time, also after a jump', async () => {
    expect(await payloadOf({ step: 'time' })).toMatchObject({ constructed: expect.stringMatching(/^2026-12-25T09:0/), isDate: true })
    await clock.set(new Date('2027-01-01T10:30:00Z'))
    const after = Object(await payloadOf({ step: 'time' }))
    expect(after.constructed).toMatch(/^2027-01-01T10:30/)
    expect(new Date(after.now).toISOString()).toMatch(/^2027-01-01T10:30/)
    expect(after.told).toBe('2020-01-01T00:00:00.000Z')
  })

  it('answers five events at once, one of them waiting', async () => {
    const began = performance.now()
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => functions.invoke(arn, { step: 'wait', milliseconds: 200 })))
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array.from({ length: 5 }, () => 'answered'))
    expect(performance.now() - began).toBeGreaterThan(390)
  })

  it('answers four short events at once in one worker', async () => {
    const fresh = startFunctions(optionsFor(probe))
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => fresh.invoke(arn, { step: 'tell' })))
    await fresh.stop()
    expect(outcomes.map((outcome) => (outcome.kind === 'answered' ? Object(outcome.payload).seen : outcome))).toEqual([1, 2, 3, 4])
  })

  it('has its lines in the log of the town', async () => {
    await payloadOf({ step: 'log' })
    await expect.poll(() => log).toContain('probe: decided: offer')
  })
})

describe('an invocation that goes wrong', () => {
  it.each([
    ['throws', { step: 'throw' }, { kind: 'failed', errorType: 'RangeError' }],
    ['crashes outside the handler', { step: 'crash' }, { kind: 'failed', errorType: 'TypeError' }],
    ['leaves', { step: 'exit' }, { kind: 'failed', errorType: 'Runtime.ExitError' }],
    ['never ends', { step: 'spin' }, { kind: 'timed-out' }],
  ])('is answered by its name and the next one works: it %s', async (_title, event, expected) => {
    expect(await functions.invoke(arn, event)).toEqual(expected)
    expect(await functions.invoke(arn, { step: 'nothing' })).toEqual({ kind: 'answered', payload: null })
  })

  it('is given up by a caller who waits no longer', async () => {
    expect(await functions.invoke(arn, { step: 'wait', milliseconds: 1_500 }, 100)).toEqual({ kind: 'timed-out' })
  })

  it('names a function that is not in the plan', async () => {
    expect(await functions.invoke('arn:aws:lambda:eu-central-1:1:function:nobody', {})).toMatchObject({
      errorType: 'ResourceNotFoundException',
    })
  })

  it.each<[Fault, object]>([
    ['throw', { kind: 'failed', errorType: 'InjectedFault' }],
    ['throttle', { kind: 'throttled' }],
    ['wrong-shape', { kind: 'answered' }],
  ])('goes wrong twice when asked: %s', async (fault, expected) => {
    expect(functions.fail('probe', fault, 2)).toBe(true)
    expect(await functions.invoke(arn, {})).toMatchObject(expected)
    expect(await functions.invoke(arn, {})).toMatchObject(expected)
    expect(await functions.invoke(arn, { step: 'nothing' })).toEqual({ kind: 'answered', payload: null })
  })

  it('hangs in line time when asked', async () => {
    functions.fail('probe', 'hang', 1)
    const outcome = functions.invoke(arn, {}, 8_000)
    await clock.advance(2_000)
    expect(await outcome).toEqual({ kind: 'timed-out' })
    expect(functions.fail('nobody', 'hang', 1)).toBe(false)
  })
})

describe('a module that is not right', () => {
  it('stops the start when it is not there', async () => {
    const absent = { ...probe, metadata: { 'permanence:entry': 'functions/absent/handler.ts' } }
    await expect(bundleFunctions(assemblyOf(absent), import.meta.dirname)).rejects.toThrow(
      'names a function at functions/absent/handler.ts',
    )
  })

  it('fails its events when it exports no handler', async () => {
    const other = startFunctions(optionsFor({ ...probe, metadata: { 'permanence:entry': 'fixtures/without-handler.ts' } }))
    expect(await other.invoke(arn, {})).toEqual({ kind: 'failed', errorType: 'TypeError' })
    await other.stop()
  })
})
