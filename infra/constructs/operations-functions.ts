import { Topic } from 'aws-cdk-lib/aws-sns'
import { connectIdOf } from './connect-arn.ts'
import { LineFunction } from './line-function.ts'
import { grantInConnect, type LineScope } from './line-scope.ts'

/** The function that stores what Connect's contact events report. */
export function recordContactFunction(around: LineScope): LineFunction {
  const { scope, core } = around
  const recordContact = new LineFunction(scope, 'RecordContact', {
    entry: 'functions/record-contact/handler.ts',
    impact: 'What happens to calls and chats is not written down: a missed caller may go unnoticed until this is mended.',
    environment: { TABLE_NAME: core.table.tableName, QUEUES: regionOfQueues(around) },
    timeoutSeconds: 30,
  })
  core.table.grantReadWriteData(recordContact)
  return recordContact
}

/** The function that asks Connect how contacts went whose events were lost. */
export function sweepContactsFunction(around: LineScope): LineFunction {
  const { scope, core } = around
  const sweepContacts = new LineFunction(scope, 'SweepContacts', {
    entry: 'functions/sweep-contacts/handler.ts',
    impact: 'Callers of whom Connect told nothing are not looked up any more: somebody who reached nobody may stand in no list.',
    environment: { TABLE_NAME: core.table.tableName, INSTANCE_ID: core.instance.attrId, QUEUES: regionOfQueues(around) },
    // A run stops by itself before this, and the next one goes on.
    timeoutSeconds: 300,
  })
  core.table.grantReadWriteData(sweepContacts)
  grantInConnect(around, sweepContacts, { actions: ['DescribeContact'], below: ['contact/*'] })
  return sweepContacts
}

/** The region of each queue, by the queue's bare id, as JSON. */
function regionOfQueues({ lines }: LineScope): string {
  const queues = lines.flatMap((line) =>
    [line.regionQueue, ...Object.values(line.teamQueues)].map((queue) => [connectIdOf(queue.attrQueueArn), line.forRegion.id] as const),
  )
  // toJsonString cannot resolve tokens that are object keys, so the JSON is assembled as text.
  const written = queues.map(([queueId, region]) => `"${queueId}":"${region}"`)
  return `{${written.join(',')}}`
}

/** The function that applies the duty roster to the agents in Connect. */
export function applyRosterFunction(around: LineScope): LineFunction {
  const { scope, core, lines } = around
  const profiles = lines.map(({ forRegion: region, profiles: { onDuty, backup, offDuty } }) => {
    const idOf = (profile: { attrRoutingProfileArn: string }) => connectIdOf(profile.attrRoutingProfileArn)
    const teams = Object.entries(onDuty).map(([team, profile]) => [team, idOf(profile)] as const)
    return [region.id, { 'on-duty': Object.fromEntries(teams), backup: idOf(backup), 'off-duty': idOf(offDuty) }] as const
  })
  const applyRoster = new LineFunction(scope, 'ApplyRoster', {
    entry: 'functions/apply-roster/handler.ts',
    impact: 'The duty roster no longer reaches the telephone: calls and chats keep going to whoever was on duty before.',
    environment: {
      TABLE_NAME: core.table.tableName,
      INSTANCE_ID: core.instance.attrId,
      PROFILES: scope.toJsonString(Object.fromEntries(profiles)),
    },
    // Connect accepts two changes a second.
    timeoutSeconds: 120,
  })
  core.table.grantReadWriteData(applyRoster)
  grantInConnect(around, applyRoster, { actions: ['SearchUsers', 'UpdateUserRoutingProfile'], below: ['', 'agent/*', 'routing-profile/*'] })
  return applyRoster
}

/** The function that applies the opening hours to Connect. */
export function applyHoursFunction(around: LineScope): LineFunction {
  const { scope, core, lines } = around
  const hours = lines.map((line) => [line.forRegion.id, connectIdOf(line.hours.attrHoursOfOperationArn)] as const)
  const applyHours = new LineFunction(scope, 'ApplyHours', {
    entry: 'functions/apply-hours/handler.ts',
    impact:
      'Opening hours and closing days that a coordinator changed do not reach the telephone: callers may find the line open when it is shut.',
    environment: {
      TABLE_NAME: core.table.tableName,
      INSTANCE_ID: core.instance.attrId,
      HOURS: scope.toJsonString(Object.fromEntries(hours)),
    },
    // Connect accepts two requests a second, and a new region needs about thirty.
    timeoutSeconds: 300,
  })
  core.table.grantReadWriteData(applyHours)
  const overrides = ['Create', 'Update', 'Delete'].map((verb) => `${verb}HoursOfOperationOverride`)
  const actions = ['DescribeHoursOfOperation', 'UpdateHoursOfOperation', 'ListHoursOfOperationOverrides', ...overrides]
  grantInConnect(around, applyHours, { actions, below: ['operating-hours/*'] })
  return applyHours
}

/** The function that sends the notices in the outbox. */
export function sendNoticesFunction(around: LineScope): LineFunction {
  const { scope, core } = around
  const topic = new Topic(scope, 'Notices', { displayName: 'Permanentie', enforceSSL: true })
  const sendNotices = new LineFunction(scope, 'SendNotices', {
    entry: 'functions/send-notices/handler.ts',
    impact: 'Workers are not told what came to them; it still stands on the duty desk.',
    environment: { TABLE_NAME: core.table.tableName, TOPIC_ARN: topic.topicArn },
    timeoutSeconds: 50,
  })
  core.table.grantReadWriteData(sendNotices)
  topic.grantPublish(sendNotices)
  return sendNotices
}
