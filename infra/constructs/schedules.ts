import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { LineFunction } from './line-function.ts'

export type ScheduledFunctions = { applyRoster: LineFunction; applyHours: LineFunction; watchLine: LineFunction; sendNotices: LineFunction }

/** What runs by the clock: the roster and the hours every five minutes, the watch over the lines and the notices every minute. */
export function schedules(stack: Stack, { applyRoster, applyHours, watchLine, sendNotices }: ScheduledFunctions): void {
  const every = (id: string, minutes: number, lineFunction: LineFunction) =>
    new Rule(stack, id, { schedule: Schedule.rate(Duration.minutes(minutes)), targets: [new LambdaFunction(lineFunction)] })
  every('ApplyRosterEvery', 5, applyRoster)
  every('ApplyHoursEvery', 5, applyHours)
  every('WatchLineEvery', 1, watchLine)
  every('SendNoticesEvery', 1, sendNotices)
}
