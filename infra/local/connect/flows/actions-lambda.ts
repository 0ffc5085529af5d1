import type { Invocation } from '../../functions/invocation.ts'
import { failure, type Outcome } from './branches.ts'
import { changed } from '../model/exchange.ts'
import { pause } from '../model/flow-runs.ts'
import type { Instance } from '../model/instance.ts'
import { lambdaEvent } from './lambda-event.ts'
import { type Act, mapParameter, numberParameter, parameter, type Step } from './step.ts'

const attempts = 3
const betweenAttemptsMilliseconds = 100
const defaultLimitSeconds = 3
const longestLimitSeconds = 8
// Consecutive functions may take this long together; a prompt between them resets the count.
const chainMilliseconds = 20_000
const longestAnswerBytes = 32 * 1024

/** InvokeLambdaFunction: invokes a function and stores its answer as `$.External`, replacing the previous one. */
async function invokeLambdaFunction(step: Step): Promise<Outcome> {
  const { exchange, run } = step
  const arn = parameter(step, 'LambdaFunctionARN') ?? ''
  if (!isAssociated(exchange.instance, arn)) return failure()
  const event = lambdaEvent(step)
  if (parameter(step, 'InvocationType') === 'ASYNCHRONOUS') {
    void exchange.deps.invoke(arn, event)
    return { kind: 'done' }
  }
  const seconds = Math.min(numberParameter(step, 'InvocationTimeLimitSeconds') ?? defaultLimitSeconds, longestLimitSeconds)
  const limit = Math.min(seconds * 1000, chainMilliseconds - run.silentMilliseconds)
  if (limit <= 0) return failure()
  const started = performance.now()
  const invocation = await invoked(step, { arn, event, limit })
  run.silentMilliseconds += performance.now() - started
  const answer = invocation.kind === 'answered' ? readAnswer(step, invocation.payload) : null
  if (answer === null || run.stopped) return failure()
  run.contact.external = answer
  changed(exchange, run.contact)
  return { kind: 'done' }
}

/** Whether a function is associated with the instance; any version counts. */
function isAssociated(instance: Instance, arn: string): boolean {
  return instance.functions.has(arn) || instance.functions.has(arn.split(':').slice(0, 7).join(':'))
}

/** Retries on throttling and on errors of the Lambda service, within the action's limit; a function that throws is not retried. */
async function invoked(step: Step, call: { arn: string; event: unknown; limit: number }): Promise<Invocation> {
  const started = performance.now()
  const left = () => call.limit - (performance.now() - started)
  let last: Invocation = { kind: 'timed-out' }
  for (let attempt = 1; attempt <= attempts && left() > 0 && !step.run.stopped; attempt++) {
    step.run.stepsInARow = 0
    last = await step.exchange.deps.invoke(call.arn, call.event, left())
    if (!mayTryAgain(last)) return last
    await pause(step.exchange, step.run, Math.min(betweenAttemptsMilliseconds, Math.max(0, left())))
  }
  return last
}

function mayTryAgain(invocation: Invocation): boolean {
  return (
    invocation.kind === 'throttled' ||
    (invocation.kind === 'failed' && /^(ServiceException|InternalFailure|5\d\d)/.test(invocation.errorType))
  )
}

/** The answer as `$.External`, or null if it does not have the form that the action requires. */
function readAnswer(step: Step, payload: unknown): Record<string, unknown> | null {
  if (payload === null || typeof payload !== 'object' || Array.isArray(payload)) return null
  if (Buffer.byteLength(JSON.stringify(payload)) > longestAnswerBytes) return null
  const values = Object.values(payload)
  const isJson = mapParameter(step, 'ResponseValidation')['ResponseType'] === 'JSON'
  if (!values.every(isJson ? hasNoList : isFlat)) return null
  return { ...payload }
}

function isFlat(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function hasNoList(value: unknown): boolean {
  if (Array.isArray(value)) return false
  return value === null || typeof value !== 'object' || Object.values(value).every(hasNoList)
}

/** The action that invokes a function. */
export const lambdaActions: Record<string, Act> = { InvokeLambdaFunction: invokeLambdaFunction }
