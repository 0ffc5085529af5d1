import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { LineFunction } from './line-function.ts'
import type { LineScope } from './line-scope.ts'

const triesBeforeSetAside = 5

/** Connect sends contact events out of order and sometimes twice; the queue holds each event until record-contact has stored it. */
export function contactEvents({ scope, core }: LineScope, recordContact: LineFunction): void {
  const queueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true }
  const setAside = new Queue(scope, 'ContactEventsSetAside', { ...queueProps, retentionPeriod: Duration.days(14) })
  const queue = new Queue(scope, 'ContactEvents', {
    ...queueProps,
    // AWS advises a visibility timeout of at least six times the function's timeout (30 seconds).
    visibilityTimeout: Duration.seconds(180),
    retentionPeriod: Duration.days(4),
    deadLetterQueue: { queue: setAside, maxReceiveCount: triesBeforeSetAside },
  })
  new Rule(scope, 'ContactEventRule', {
    description: 'What Connect tells about the contacts of this line',
    eventPattern: {
      source: ['aws.connect'],
      detailType: ['Amazon Connect Contact Event'],
      detail: { instanceArn: [core.instance.attrArn] },
    },
    targets: [new SqsQueue(queue, { deadLetterQueue: setAside })],
  })
  recordContact.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }))
  new Alarm(scope, 'ContactEventsSetAsideAlarm', {
    metric: setAside.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'max' }),
    alarmDescription:
      'Something happened to a call or a chat that could not be written down: somebody may be missing from the list of the missed.',
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  })
}
