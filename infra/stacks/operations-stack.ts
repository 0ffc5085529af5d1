import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { contactEvents } from '../constructs/contact-events.ts'
import type { CoreStack } from './core-stack.ts'
import type { LineFunction } from '../constructs/line-function.ts'
import type { LineStack } from './line-stack.ts'
import {
  applyHoursFunction,
  applyRosterFunction,
  recordContactFunction,
  sendNoticesFunction,
  sweepContactsFunction,
} from '../constructs/operations-functions.ts'
import { schedules } from '../constructs/schedules.ts'
import { watchLineFunction } from '../constructs/watch-line.ts'

export type OperationsStackProps = { core: CoreStack; lines: readonly LineStack[] }

/** Everything that runs on events or schedules: contact events, applying roster and hours, checking the lines, sending notices. */
export class OperationsStack extends Stack {
  readonly applyRoster: LineFunction
  readonly applyHours: LineFunction

  constructor(scope: Construct, id: string, { core, lines }: OperationsStackProps) {
    super(scope, id, { env: { region: 'eu-central-1' }, analyticsReporting: false })
    const around = { scope: this, core, lines }
    contactEvents(around, recordContactFunction(around))
    this.applyRoster = applyRosterFunction(around)
    this.applyHours = applyHoursFunction(around)
    const { applyRoster, applyHours } = this
    schedules(this, {
      applyRoster,
      applyHours,
      watchLine: watchLineFunction(around),
      sendNotices: sendNoticesFunction(around),
      sweepContacts: sweepContactsFunction(around),
    })
  }
}
