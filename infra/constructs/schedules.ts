import { Duration, type Stack } from 'aws-cdk-lib'
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { LineFunction } from './line-function.ts'

export type ScheduledFunctions = {
  applyRoster: LineFunction
  applyHours: LineFunction
  watchLine: LineFunction
  sendNotices: LineFunction
  sweepContacts: LineFunction
}

/**
 * Runs the roster and hours functions and the sweep every five minutes, the line check and notices every minute, and a longer sweep every
 * night.
 */
export function schedules(stack: Stack, functions: ScheduledFunctions): void {
  const { applyRoster, applyHours, watchLine, sendNotices, sweepContacts } = functions
  const every = (id: string, minutes: number, lineFunction: LineFunction) =>
    new Rule(stack, id, { schedule: Schedule.rate(Duration.minutes(minutes)), targets: [new LambdaFunction(lineFunction)] })
  every('ApplyRosterEvery', 5, applyRoster)
  every('ApplyHoursEvery', 5, applyHours)
  every('WatchLineEvery', 1, watchLine)
  every('SendNoticesEvery', 1, sendNotices)
  every('SweepContactsEvery', 5, sweepContacts)
  // At night in Brussels, when no line is open.
  const schedule = Schedule.cron({ hour: '2', minute: '17' })
  new Rule(stack, 'SweepContactsNightly', {
    schedule,
    targets: [new LambdaFunction(sweepContacts, { event: RuleTargetInput.fromObject({ list: 'days' }) })],
  })
}
