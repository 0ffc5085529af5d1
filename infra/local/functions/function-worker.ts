import { pathToFileURL } from 'node:url'
import { parentPort, workerData as given } from 'node:worker_threads'
import type { WorkerAnswer, WorkerGiven, WorkerTask } from './function-pool.ts'

const { module, offset, functionName, timeoutMilliseconds }: WorkerGiven = given
const lineMinusReal = new Float64Array(offset)
const RealDate = Date
const port = parentPort
if (!port) throw new Error('This module runs as a worker of the local functions only.')

// `new Date()` and `Date.now()` return line time in functions, so that their code needs no local case. Date is a proxy and not a subclass,
// so that dates made by Node itself are still instances of it.
const lineNow = () => Math.floor(RealDate.now() + (lineMinusReal[0] ?? 0))
globalThis.Date = new Proxy(RealDate, {
  construct: (target, told, newTarget) => Reflect.construct(target, told.length === 0 ? [lineNow()] : told, newTarget),
  apply: () => new RealDate(lineNow()).toString(),
  get: (target, name, receiver) => (name === 'now' ? lineNow : Reflect.get(target, name, receiver)),
})

const loaded: unknown = await import(pathToFileURL(module).href)
const handler: unknown = loaded && typeof loaded === 'object' && 'handler' in loaded ? loaded.handler : null
if (typeof handler !== 'function') throw new TypeError(`${module} exports no handler`)
const run = (event: unknown, context: unknown): unknown => Reflect.apply(handler, undefined, [event, context])

port.on('message', (task: WorkerTask) => {
  void answerTo(task).then((answer) => port.postMessage(answer))
})
port.postMessage({ kind: 'ready' } satisfies WorkerAnswer)

async function answerTo(task: WorkerTask): Promise<WorkerAnswer> {
  try {
    const payload: unknown = await run(JSON.parse(task.event), contextOf(task.id))
    return { kind: 'answered', payload: JSON.stringify(payload) ?? 'null' }
  } catch (error) {
    // As the Lambda runtime does: the error is logged in full, but only its name is returned.
    console.error(error)
    return { kind: 'failed', errorType: error instanceof Error ? error.name : 'Error' }
  }
}

function contextOf(id: string) {
  const endsAt = performance.now() + timeoutMilliseconds
  return {
    awsRequestId: id,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-central-1:111122223333:function:${functionName}`,
    memoryLimitInMB: '512',
    callbackWaitsForEmptyEventLoop: false,
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  }
}
