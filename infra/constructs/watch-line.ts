import { connectIdOf } from './connect-arn.ts'
import { LineFunction } from './line-function.ts'
import { grantInConnect, type LineScope } from './line-scope.ts'

/** The function that checks every line each minute and notifies whoever can repair what it finds. */
export function watchLineFunction(around: LineScope): LineFunction {
  const { scope, core, lines } = around
  const watched = lines.map((line) => {
    const inConnect = {
      queues: queuesOf(line),
      flow: connectIdOf(line.flows.dutyLine.attrContactFlowArn),
      hours: connectIdOf(line.hours.attrHoursOfOperationArn),
    }
    return [line.forRegion.id, inConnect] as const
  })
  const watchLine = new LineFunction(scope, 'WatchLine', {
    entry: 'functions/watch-line/handler.ts',
    impact: 'Nobody is told when a line opens with nobody there or callers wait too long: look at the line on the duty desk yourself.',
    environment: {
      TABLE_NAME: core.table.tableName,
      CALLER_KEY: core.callerKeyValue,
      INSTANCE_ID: core.instance.attrId,
      LINES: scope.toJsonString(Object.fromEntries(watched)),
    },
    timeoutSeconds: 50,
  })
  core.table.grantReadWriteData(watchLine)
  grantReadMetrics(around, watchLine)
  grantInConnect(around, watchLine, { actions: ['GetEffectiveHoursOfOperations'], below: ['operating-hours/*'] })
  grantInConnect(around, watchLine, { actions: ['StartChatContact'], below: ['', 'contact-flow/*', 'contact/*'] })
  grantInConnect(around, watchLine, { actions: ['StopContact'], below: ['contact/*'] })
  return watchLine
}

/** Lets the desk API read whether somebody is signed in and how many contacts wait. */
export function grantReadLines(around: LineScope, deskApi: LineFunction): void {
  deskApi.addEnvironment(
    'QUEUES',
    around.scope.toJsonString(Object.fromEntries(around.lines.map((line) => [line.forRegion.id, queuesOf(line)]))),
  )
  grantReadMetrics(around, deskApi)
}

function grantReadMetrics(around: LineScope, lineFunction: LineFunction): void {
  grantInConnect(around, lineFunction, { actions: ['GetCurrentMetricData'], below: ['queue/*'] })
  grantInConnect(around, lineFunction, { actions: ['GetCurrentUserData'], below: ['', 'agent/*'] })
}

function queuesOf({ regionQueue, teamQueues }: LineScope['lines'][number]): string[] {
  return [regionQueue, ...Object.values(teamQueues)].map((queue) => connectIdOf(queue.attrQueueArn))
}
