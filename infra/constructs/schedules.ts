import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { LineFunction } from './line-function.ts'

export type ScheduledFunctions = { applyRoster: LineFunction; applyHours: LineFunction; watchLine: LineFunction; sendNotices: LineFunction }

/** Runs the roster and hours functions every five minutes, and the line check and notices every minute. */
export function schedules(stack: Stack, { applyRoster, applyHours, watchLine, sendNotices }: ScheduledFunctions): void {
  const every = (id: string, minutes: number, lineFunction: LineFunction) =>
    new Rule(stack, id, { schedule: Schedule.rate(Duration.minutes(minutes)), targets: [new LambdaFunction(lineFunction)] })
  every('ApplyRosterEvery', 5, applyRoster)
  every('ApplyHoursEvery', 5, applyHours)
  every('WatchLineEvery', 1, watchLine)
  every('SendNoticesEvery', 1, sendNotices)
}
