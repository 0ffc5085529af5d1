import { setTimeout as pause } from 'node:timers/promises'
import type { LineClock } from '../machine/clock.ts'
import { type FunctionModules, nameOf } from './function-bundles.ts'
import { openPool, type Pool } from './function-pool.ts'
import type { Invocation } from './invocation.ts'
import type { CloudAssembly, AssemblyResource } from '../template/cloud-assembly.ts'

export type Functions = {
  /** Runs the function with this ARN. After the limit the caller gets a timeout, while the function runs on until its own Timeout. */
  invoke(arn: string, event: unknown, limitMilliseconds?: number): Promise<Invocation>
  /** Makes the next invocations of a function fail in this way. */
  fail(name: string, fault: Fault, times: number): boolean
  /** How many invocations run now, injected faults excluded; code that moves the clock waits for them. */
  atWork(): number
  stop(): Promise<void>
}

export const faults = ['hang', 'throw', 'throttle', 'wrong-shape'] as const
export type Fault = (typeof faults)[number]

export type FunctionsOptions = {
  assembly: CloudAssembly
  clock: LineClock
  modules: FunctionModules
  /** Whether stack traces in the log name the lines of the sources. */
  sourceMaps: boolean
  /** Environment variables for every function, besides those in the template. */
  environment: Record<string, string>
  log(line: string): void
}

type LineFunction = { name: string; timeoutMilliseconds: number; pool: Pool; faults: Fault[]; running: number }

// Lambda's defaults.
const defaultTimeoutSeconds = 3
const defaultMemoryMegabytes = 128

/** Makes all functions of the template invokable, each with its own workers. */
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
  // A custom resource's function, made by CDK, does not run here.
  if (typeof entry !== 'string') return []
  const name = nameOf(entry)
  const timeoutMilliseconds = Number(resource.properties['Timeout'] ?? defaultTimeoutSeconds) * 1000
  const given = { module: options.modules.handlerOf(entry), offset: options.clock.offset, functionName: resource.id, timeoutMilliseconds }
  const memoryMegabytes = Number(resource.properties['MemorySize'] ?? defaultMemoryMegabytes)
  const environment = { ...options.environment, AWS_LAMBDA_FUNCTION_NAME: resource.id, ...variablesOf(resource) }
  const pool = openPool({
    workerModule: options.modules.worker,
    given,
    memoryMegabytes,
    environment,
    sourceMaps: options.sourceMaps,
    log: (line) => options.log(`${name}: ${line}`),
  })
  return [[resource.arn, { name, timeoutMilliseconds, pool, faults: [], running: 0 }]]
}

function variablesOf(resource: AssemblyResource): Record<string, string> {
  const environment = resource.properties['Environment']
  const variables = environment && typeof environment === 'object' && 'Variables' in environment ? environment.Variables : null
  // NODE_OPTIONS configures the Lambda process; workers get their own options.
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

/** A fault of kind hang waits in line time, so that tests need not wait for real seconds. */
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
