import { CfnParameter, Stack } from 'aws-cdk-lib'
import { CfnApprovedOrigin } from 'aws-cdk-lib/aws-connect'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'
import { connectIdOf } from './connect-arn.ts'
import { contactEvents } from './contact-events.ts'
import type { CoreStack } from './core-stack.ts'
import { deskApp } from './desk-app.ts'
import { doors, schedules } from './doors.ts'
import { LineFunction } from './line-function.ts'
import type { LineStack } from './line-stack.ts'
import { looksAtLines, watchLineFunction } from './watch-line.ts'

export type CareWish = { core: CoreStack; lines: readonly LineStack[] }

/** What stands around the lines: the doors of widget and desk, what is heard from Connect, the roster that is applied, and the notices. */
export class CareStack extends Stack {
  readonly core: CoreStack
  readonly lines: readonly LineStack[]

  constructor(scope: Construct, id: string, { core, lines }: CareWish) {
    super(scope, id, { env: { region: 'eu-central-1' }, analyticsReporting: false })
    this.core = core
    this.lines = lines
    const productOrigin = this.text('ProductOrigin', 'https://permanence.example.org', 'Where the chat frame and the duty desk are served')
    const widgetApi = widgetApiFunction(this)
    const deskApi = deskApiFunction(this)
    doors(this, { widgetApi, deskApi })
    contactEvents(this, recordContactFunction(this))
    const applyHours = applyHoursFunction(this)
    deskApi.addEnvironment('APPLY_HOURS_FUNCTION', applyHours.functionName)
    applyHours.grantInvoke(deskApi)
    const applyRoster = applyRosterFunction(this)
    deskApi.addEnvironment('APPLY_ROSTER_FUNCTION', applyRoster.functionName)
    applyRoster.grantInvoke(deskApi)
    looksAtLines(this, deskApi)
    schedules(this, { applyRoster, applyHours, watchLine: watchLineFunction(this), sendNotices: sendNoticesFunction(this) })
    deskApp(this, productOrigin)
    new CfnApprovedOrigin(this, 'ChatOrigin', { instanceId: core.instance.attrArn, origin: productOrigin })
  }

  /** A setting that whoever deploys may change. */
  text(name: string, byDefault: string, description: string): string {
    return new CfnParameter(this, name, { default: byDefault, description }).valueAsString
  }

  /** May do this in Connect, on what stands below our own instance. */
  mayInConnect(lineFunction: LineFunction, actions: readonly string[], below: readonly string[]): void {
    const resources = below.map((path) => (path === '' ? this.core.instance.attrArn : `${this.core.instance.attrArn}/${path}`))
    lineFunction.addToRolePolicy(new PolicyStatement({ actions: actions.map((action) => `connect:${action}`), resources }))
  }
}

function widgetApiFunction(stack: CareStack): LineFunction {
  const { core, lines } = stack
  const chatFlows = lines.map((line) => [line.forRegion.id, connectIdOf(line.flows.dutyLine.attrContactFlowArn)] as const)
  const queues = lines.map((line) => [line.forRegion.id, connectIdOf(line.regionQueue.attrQueueArn)] as const)
  const widgetApi = new LineFunction(stack, 'WidgetApi', {
    entry: 'functions/widget-api/handler.ts',
    impact: 'Whoever opens the chat cannot see whether the line is open, or cannot start a conversation.',
    environment: {
      TABLE_NAME: core.table.tableName,
      CALLER_KEY: core.callerKeyValue,
      INSTANCE_ID: core.instance.attrId,
      CHAT_FLOWS: stack.toJsonString(Object.fromEntries(chatFlows)),
      QUEUES: stack.toJsonString(Object.fromEntries(queues)),
      CALL_BACKS_AN_HOUR: stack.text('CallBacksAnHour', '30', 'How many call-backs the widget takes for one region in an hour'),
      PARTICIPANT_ENDPOINT: stack.text('ParticipantEndpoint', '', "Where chats are spoken; empty for Connect's own address"),
    },
    timeoutSeconds: 10,
  })
  // Whoever opens a school's page comes this far: what a promised call needs to read and write, and nothing in bulk. It asks no index.
  core.table.grant(widgetApi, ...['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'].map((action) => `dynamodb:${action}`))
  stack.mayInConnect(widgetApi, ['StartChatContact'], ['', 'contact-flow/*', 'contact/*'])
  stack.mayInConnect(widgetApi, ['GetCurrentMetricData'], ['queue/*'])
  stack.mayInConnect(widgetApi, ['GetContactMetrics', 'StopContact'], ['contact/*'])
  return widgetApi
}

function deskApiFunction(stack: CareStack): LineFunction {
  const { core } = stack
  const issuer = 'https://sign-in.example.org'
  const deskApi = new LineFunction(stack, 'DeskApi', {
    entry: 'functions/desk-api/handler.ts',
    impact: 'Workers on duty cannot note their conversations, take a question on, or see their families.',
    environment: {
      TABLE_NAME: core.table.tableName,
      CALLER_KEY: core.callerKeyValue,
      INSTANCE_ID: core.instance.attrId,
      SIGN_IN_ISSUER: stack.text('SignInIssuer', issuer, 'Who says that a worker is who she is (OpenID Connect issuer)'),
      SIGN_IN_CLIENT_ID: stack.text('SignInClientId', 'duty-desk', 'The duty desk, as that issuer knows it'),
      SIGN_IN_JWKS: stack.text('SignInJwks', `${issuer}/jwks.json`, "Where the issuer's public keys are"),
    },
    timeoutSeconds: 10,
  })
  core.table.grantReadWriteData(deskApi)
  stack.mayInConnect(deskApi, ['DescribeUser', 'DescribeContact', 'GetContactAttributes'], ['agent/*', 'contact/*'])
  return deskApi
}

function recordContactFunction(stack: CareStack): LineFunction {
  const { core, lines } = stack
  const queues = lines.flatMap((line) =>
    [line.regionQueue, ...Object.values(line.teamQueues)].map((queue) => [connectIdOf(queue.attrQueueArn), line.forRegion.id] as const),
  )
  // The keys are known at deployment only, and toJsonString wants them now.
  const written = queues.map(([queueId, region]) => `"${queueId}":"${region}"`)
  const recordContact = new LineFunction(stack, 'RecordContact', {
    entry: 'functions/record-contact/handler.ts',
    impact: 'What happens to calls and chats is not written down: a missed caller may go unnoticed until this is mended.',
    environment: { TABLE_NAME: core.table.tableName, QUEUES: `{${written.join(',')}}` },
    timeoutSeconds: 30,
  })
  core.table.grantReadWriteData(recordContact)
  return recordContact
}

function applyRosterFunction(stack: CareStack): LineFunction {
  const { core, lines } = stack
  const profiles = lines.map(({ forRegion: region, profiles: { onDuty, backup, offDuty } }) => {
    const idOf = (profile: { attrRoutingProfileArn: string }) => connectIdOf(profile.attrRoutingProfileArn)
    const teams = Object.entries(onDuty).map(([team, profile]) => [team, idOf(profile)] as const)
    return [region.id, { 'on-duty': Object.fromEntries(teams), backup: idOf(backup), 'off-duty': idOf(offDuty) }] as const
  })
  const applyRoster = new LineFunction(stack, 'ApplyRoster', {
    entry: 'functions/apply-roster/handler.ts',
    impact: 'The duty roster no longer reaches the telephone: calls and chats keep going to whoever was on duty before.',
    environment: {
      TABLE_NAME: core.table.tableName,
      INSTANCE_ID: core.instance.attrId,
      PROFILES: stack.toJsonString(Object.fromEntries(profiles)),
    },
    // Connect takes two changes a second.
    timeoutSeconds: 120,
  })
  core.table.grantReadWriteData(applyRoster)
  stack.mayInConnect(applyRoster, ['SearchUsers', 'UpdateUserRoutingProfile'], ['', 'agent/*', 'routing-profile/*'])
  return applyRoster
}

function applyHoursFunction(stack: CareStack): LineFunction {
  const { core, lines } = stack
  const hours = lines.map((line) => [line.forRegion.id, connectIdOf(line.hours.attrHoursOfOperationArn)] as const)
  const applyHours = new LineFunction(stack, 'ApplyHours', {
    entry: 'functions/apply-hours/handler.ts',
    impact:
      'Opening hours and closing days that a coordinator changed do not reach the telephone: callers may find the line open when it is shut.',
    environment: {
      TABLE_NAME: core.table.tableName,
      INSTANCE_ID: core.instance.attrId,
      HOURS: stack.toJsonString(Object.fromEntries(hours)),
    },
    // Connect takes two requests a second, and a region that starts anew wants some thirty.
    timeoutSeconds: 300,
  })
  core.table.grantReadWriteData(applyHours)
  const overrides = ['Create', 'Update', 'Delete'].map((verb) => `${verb}HoursOfOperationOverride`)
  const actions = ['DescribeHoursOfOperation', 'UpdateHoursOfOperation', 'ListHoursOfOperationOverrides', ...overrides]
  stack.mayInConnect(applyHours, actions, ['operating-hours/*'])
  return applyHours
}

function sendNoticesFunction(stack: CareStack): LineFunction {
  const { core } = stack
  const topic = new Topic(stack, 'Notices', { displayName: 'Permanentie', enforceSSL: true })
  const sendNotices = new LineFunction(stack, 'SendNotices', {
    entry: 'functions/send-notices/handler.ts',
    impact: 'Workers are not told what came to them; it still stands on the duty desk.',
    environment: { TABLE_NAME: core.table.tableName, TOPIC_ARN: topic.topicArn },
    timeoutSeconds: 50,
  })
  core.table.grantReadWriteData(sendNotices)
  topic.grantPublish(sendNotices)
  return sendNotices
}
