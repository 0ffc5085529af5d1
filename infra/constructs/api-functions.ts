import { connectIdOf } from './connect-arn.ts'
import { LineFunction } from './line-function.ts'
import { grantInConnect, type LineScope, textParameter } from './line-scope.ts'

/** The function behind `/api/widget`, which the chat widget calls before and at the start of a chat. */
export function widgetApiFunction(around: LineScope): LineFunction {
  const { scope, core, lines } = around
  const chatFlows = lines.map((line) => [line.forRegion.id, connectIdOf(line.flows.dutyLine.attrContactFlowArn)] as const)
  const queues = lines.map((line) => [line.forRegion.id, connectIdOf(line.regionQueue.attrQueueArn)] as const)
  const widgetApi = new LineFunction(scope, 'WidgetApi', {
    entry: 'functions/widget-api/handler.ts',
    impact: 'Whoever opens the chat cannot see whether the line is open, or cannot start a conversation.',
    environment: {
      TABLE_NAME: core.table.tableName,
      CALLER_KEY: core.callerKeyValue,
      INSTANCE_ID: core.instance.attrId,
      CHAT_FLOWS: scope.toJsonString(Object.fromEntries(chatFlows)),
      QUEUES: scope.toJsonString(Object.fromEntries(queues)),
      CALL_BACKS_AN_HOUR: textParameter(scope, 'CallBacksAnHour', {
        byDefault: '30',
        description: 'How many call-backs the widget takes for one region in an hour',
      }),
      PARTICIPANT_ENDPOINT: textParameter(scope, 'ParticipantEndpoint', {
        byDefault: '',
        description: "Where chats are spoken; empty for Connect's own address",
      }),
    },
    timeoutSeconds: 10,
  })
  // This function answers visitors who did not sign in, so it may read and write single items only: no Scan, no batches and no index.
  core.table.grant(widgetApi, ...['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'].map((action) => `dynamodb:${action}`))
  grantInConnect(around, widgetApi, { actions: ['StartChatContact'], below: ['', 'contact-flow/*', 'contact/*'] })
  grantInConnect(around, widgetApi, { actions: ['GetCurrentMetricData'], below: ['queue/*'] })
  grantInConnect(around, widgetApi, { actions: ['GetContactMetrics', 'StopContact'], below: ['contact/*'] })
  return widgetApi
}

/** The function behind `/api/desk`, for the duty desk, and `/api/calendar`, for calendar subscriptions. */
export function deskApiFunction(around: LineScope): LineFunction {
  const { scope, core } = around
  const issuer = 'https://sign-in.example.org'
  const deskApi = new LineFunction(scope, 'DeskApi', {
    entry: 'functions/desk-api/handler.ts',
    impact: 'Workers on duty cannot note their conversations, take a question on, or see their families.',
    environment: {
      TABLE_NAME: core.table.tableName,
      CALLER_KEY: core.callerKeyValue,
      INSTANCE_ID: core.instance.attrId,
      SIGN_IN_ISSUER: textParameter(scope, 'SignInIssuer', {
        byDefault: issuer,
        description: 'Who says that a worker is who she is (OpenID Connect issuer)',
      }),
      SIGN_IN_CLIENT_ID: textParameter(scope, 'SignInClientId', {
        byDefault: 'duty-desk',
        description: 'The duty desk, as that issuer knows it',
      }),
      SIGN_IN_JWKS: textParameter(scope, 'SignInJwks', {
        byDefault: `${issuer}/jwks.json`,
        description: "Where the issuer's public keys are",
      }),
    },
    timeoutSeconds: 10,
  })
  core.table.grantReadWriteData(deskApi)
  grantInConnect(around, deskApi, { actions: ['DescribeUser', 'DescribeContact', 'GetContactAttributes'], below: ['agent/*', 'contact/*'] })
  return deskApi
}
