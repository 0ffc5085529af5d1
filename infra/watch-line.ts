import type { CareStack } from './care-stack.ts'
import { connectIdOf } from './connect-arn.ts'
import { LineFunction } from './line-function.ts'

/** What looks at every line each minute, and tells whoever can put right what is wrong with it. */
export function watchLineFunction(stack: CareStack): LineFunction {
  const { core, lines } = stack
  const watched = lines.map((line) => {
    const inConnect = {
      queues: queuesOf(line),
      flow: connectIdOf(line.flows.dutyLine.attrContactFlowArn),
      hours: connectIdOf(line.hours.attrHoursOfOperationArn),
    }
    return [line.forRegion.id, inConnect] as const
  })
  const watchLine = new LineFunction(stack, 'WatchLine', {
    entry: 'functions/watch-line/handler.ts',
    impact: 'Nobody is told when a line opens with nobody there or callers wait too long: look at the line on the duty desk yourself.',
    environment: {
      TABLE_NAME: core.table.tableName,
      CALLER_KEY: core.callerKeyValue,
      INSTANCE_ID: core.instance.attrId,
      LINES: stack.toJsonString(Object.fromEntries(watched)),
    },
    timeoutSeconds: 50,
  })
  core.table.grantReadWriteData(watchLine)
  mayLook(stack, watchLine)
  stack.mayInConnect(watchLine, ['GetEffectiveHoursOfOperations'], ['operating-hours/*'])
  stack.mayInConnect(watchLine, ['StartChatContact'], ['', 'contact-flow/*', 'contact/*'])
  stack.mayInConnect(watchLine, ['StopContact'], ['contact/*'])
  return watchLine
}

/** Lets the desk show whether somebody is signed in and how many wait. */
export function looksAtLines(stack: CareStack, deskApi: LineFunction): void {
  deskApi.addEnvironment('QUEUES', stack.toJsonString(Object.fromEntries(stack.lines.map((line) => [line.forRegion.id, queuesOf(line)]))))
  mayLook(stack, deskApi)
}

function mayLook(stack: CareStack, lineFunction: LineFunction): void {
  stack.mayInConnect(lineFunction, ['GetCurrentMetricData'], ['queue/*'])
  stack.mayInConnect(lineFunction, ['GetCurrentUserData'], ['', 'agent/*'])
}

function queuesOf({ regionQueue, teamQueues }: CareStack['lines'][number]): string[] {
  return [regionQueue, ...Object.values(teamQueues)].map((queue) => connectIdOf(queue.attrQueueArn))
}
