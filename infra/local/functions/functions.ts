import { setTimeout as pause } from 'node:timers/promises'
import type { LineClock } from '../machine/clock.ts'
import { type FunctionModules, nameOf } from './function-bundles.ts'
import { openPool, type Pool } from './function-pool.ts'
import type { Invocation } from './invocation.ts'
import type { CloudAssembly, AssemblyResource } from '../template/cloud-assembly.ts'

export type Functions = {
  /** Runs the function of this ARN; the limit is the caller's patience, the function itself runs on until its own Timeout. */
  invoke(arn: string, event: unknown, limitMilliseconds?: number): Promise<Invocation>
  /** The next so many invocations of a function go wrong in this way. */
  fail(name: string, fault: Fault, times: number): boolean
  /** How many run at this moment; a fault that was asked for is none. Who moves the clock waits for them, as the clock does not. */
  atWork(): number
  stop(): Promise<void>
}

export const faults = ['hang', 'throw', 'throttle', 'wrong-shape'] as const
export type Fault = (typeof faults)[number]

export type FunctionsOptions = {
  assembly: CloudAssembly
  clock: LineClock
  modules: FunctionModules
  /** What every function finds in its environment beside the template's own variables. */
  environment: Record<string, string>
  log(line: string): void
}

type LineFunction = { name: string; timeoutMilliseconds: number; pool: Pool; faults: Fault[]; running: number }

// Lambda's own defaults.
const defaultTimeoutSeconds = 3
const defaultMemoryMegabytes = 128

/** Makes every function of the plan runnable, each in workers of its own. */
export function startFunctions(options: FunctionsOptions): Functions {
  const functions = new Map(options.assembly.ofType('AWS::Lambda::Function').flatMap((resource) => openFunction(options, resource)))
  return {
    invoke: (arn, event, limitMilliseconds) => invoke({ options, functions }, { arn, event, limitMilliseconds }),
    fail: (name, fault, times) => {
      const named = [...functions.values()].filter((one) => one.name === name)
      for (const one of named) one.faults = Array.from({ length: times }, () => fault)
      return named.length > 0
    },
    atWork: () => [...functions.values()].reduce((sum, one) => sum + one.running, 0),
    stop: async () => {
      await Promise.all([...functions.values()].map((one) => one.pool.stop()))
    },
  }
}

function openFunction(options: FunctionsOptions, resource: AssemblyResource): [string, LineFunction][] {
  const entry = resource.metadata['permanence:entry']
  // A function of CDK's own (a custom resource's) has no door here.
  if (typeof entry !== 'string') return []
  const name = nameOf(entry)
  const timeoutMilliseconds = Number(resource.properties['Timeout'] ?? defaultTimeoutSeconds) * 1000
  const given = { module: options.modules(entry), offset: options.clock.offset, functionName: resource.id, timeoutMilliseconds }
  const memoryMegabytes = Number(resource.properties['MemorySize'] ?? defaultMemoryMegabytes)
  const environment = { ...options.environment, AWS_LAMBDA_FUNCTION_NAME: resource.id, ...variablesOf(resource) }
  const pool = openPool({ given, memoryMegabytes, environment, log: (line) => options.log(`${name}: ${line}`) })
  return [[resource.arn, { name, timeoutMilliseconds, pool, faults: [], running: 0 }]]
}

function variablesOf(resource: AssemblyResource): Record<string, string> {
  const environment = resource.properties['Environment']
  const variables = environment && typeof environment === 'object' && 'Variables' in environment ? environment.Variables : null
  // NODE_OPTIONS are for the process that Lambda starts; here a worker gets its own.
  const ours = Object.entries(variables ?? {}).filter(([name]) => name !== 'NODE_OPTIONS')
  return Object.fromEntries(ours.map(([name, value]) => [name, String(value)]))
}

type Call = { arn: string; event: unknown; limitMilliseconds: number | undefined }
type FunctionsByArn = { options: FunctionsOptions; functions: Map<string, LineFunction> }

async function invoke({ options, functions }: FunctionsByArn, { arn, event, limitMilliseconds = Infinity }: Call): Promise<Invocation> {
  const unqualified = arn.split(':').slice(0, 7).join(':')
  const called = functions.get(unqualified)
  if (!called) return { kind: 'failed', errorType: 'ResourceNotFoundException' }
  const fault = called.faults.shift()
  if (fault) return wrongly(fault, options.clock, Math.min(limitMilliseconds, called.timeoutMilliseconds))
  called.running += 1
  const outcome = called.pool.run(event).finally(() => {
    called.running -= 1
  })
  if (limitMilliseconds === Infinity) return outcome
  const limit = new AbortController()
  const tooLate = pause(limitMilliseconds, { kind: 'timed-out' } as const, { signal: limit.signal }).catch(() => outcome)
  return Promise.race([outcome, tooLate]).finally(() => limit.abort())
}

/** An injected fault hangs in line time, so that a test need not sit out the eight seconds of a flow. */
function wrongly(fault: Fault, clock: LineClock, timeoutMilliseconds: number): Promise<Invocation> | Invocation {
  switch (fault) {
    case 'hang':
      return new Promise((settle) => clock.after(timeoutMilliseconds, () => settle({ kind: 'timed-out' })))
    case 'throw':
      return { kind: 'failed', errorType: 'InjectedFault' }
    case 'throttle':
      return { kind: 'throttled' }
    case 'wrong-shape':
      return { kind: 'answered', payload: [{ not: ['what', 'was', 'agreed'] }] }
  }
}
