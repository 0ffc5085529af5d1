import { Match, Template } from 'aws-cdk-lib/assertions'
import { describe, expect, it } from 'vitest'
import type { Stack } from 'aws-cdk-lib'
import { functionsOf, madeApp, resourcesOf } from '../synthesised.ts'

const { core, lines, operations, api } = madeApp()
const stacks = [api, operations]
const ofApi = Template.fromStack(api)
const ofOperations = Template.fromStack(operations)
const functions = new Map(stacks.flatMap((stack) => [...functionsOf(stack)]))
const policiesIn = (some: readonly Stack[]) => some.flatMap((stack) => resourcesOf(stack, 'AWS::IAM::Policy'))
const settingsOf = (name: string) => functions.get(`functions/${name}/handler.ts`)!.settings

describe('a function gets the settings it asks for:', () => {
  it.each([
    ['widget-api', ['CALLER_KEY', 'CALL_BACKS_AN_HOUR', 'CHAT_FLOWS', 'INSTANCE_ID', 'PARTICIPANT_ENDPOINT', 'QUEUES', 'TABLE_NAME']],
    [
      'desk-api',
      [
        'APPLY_HOURS_FUNCTION',
        'APPLY_ROSTER_FUNCTION',
        'CALLER_KEY',
        'INSTANCE_ID',
        'QUEUES',
        'SIGN_IN_CLIENT_ID',
        'SIGN_IN_ISSUER',
        'SIGN_IN_JWKS',
        'TABLE_NAME',
      ],
    ],
    ['record-contact', ['QUEUES', 'TABLE_NAME']],
    ['sweep-contacts', ['INSTANCE_ID', 'QUEUES', 'TABLE_NAME']],
    ['apply-roster', ['INSTANCE_ID', 'PROFILES', 'TABLE_NAME']],
    ['apply-hours', ['HOURS', 'INSTANCE_ID', 'TABLE_NAME']],
    ['watch-line', ['CALLER_KEY', 'INSTANCE_ID', 'LINES', 'TABLE_NAME']],
    ['send-notices', ['TABLE_NAME', 'TOPIC_ARN']],
  ])('%s', (name, settings) => {
    expect(Object.keys(settingsOf(name)).sort()).toEqual(settings)
  })

  it('with a chat flow for each open region', () => {
    const flows = JSON.stringify(settingsOf('widget-api')['CHAT_FLOWS'])
    for (const line of lines) expect(flows).toContain(line.forRegion.id)
    expect(flows).not.toContain('oost-brabant')
  })

  it('with every queue, team by team', () => {
    const written = JSON.stringify(settingsOf('record-contact')['QUEUES'])
    expect(written.match(/limburg-oost/g)?.length).toBeGreaterThanOrEqual(3)
  })
})

describe('what can be set at deployment', () => {
  it.each(['ParticipantEndpoint', 'CallBacksAnHour', 'SignInIssuer', 'SignInClientId', 'SignInJwks', 'DeskUrl', 'ProductOrigin'])(
    '%s has a default',
    (name) => {
      ofApi.hasParameter(name, { Type: 'String', Default: Match.anyValue() })
    },
  )
})

describe('the doors', () => {
  it('are two, with the methods they answer', () => {
    const routes = resourcesOf(api, 'AWS::ApiGatewayV2::Route').map((route) => String(route.Properties['RouteKey']))
    expect(routes.sort()).toEqual([
      'GET /api/calendar/{proxy+}',
      'GET /api/desk/{proxy+}',
      'GET /api/widget/{proxy+}',
      'POST /api/desk/{proxy+}',
      'POST /api/widget/{proxy+}',
      'PUT /api/desk/{proxy+}',
    ])
    ofApi.allResourcesProperties('AWS::ApiGatewayV2::Integration', { PayloadFormatVersion: '2.0' })
  })

  it('let nobody ask without end', () => {
    ofApi.hasResourceProperties('AWS::ApiGatewayV2::Stage', { DefaultRouteSettings: { ThrottlingRateLimit: Match.anyValue() } })
  })
})

describe('what Connect tells', () => {
  it('is heard of our own instance only', () => {
    ofOperations.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.connect'],
        'detail-type': ['Amazon Connect Contact Event'],
        detail: { instanceArn: [{ 'Fn::ImportValue': Match.stringLikeRegexp('Instance') }] },
      },
      Targets: [{ DeadLetterConfig: Match.anyValue() }],
    })
  })

  it('is set aside after five tries, never dropped', () => {
    const redrive = { deadLetterTargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('SetAside'), 'Arn'] }, maxReceiveCount: 5 }
    ofOperations.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: redrive })
  })

  it('is written down one by one when some of a batch fail', () => {
    ofOperations.hasResourceProperties('AWS::Lambda::EventSourceMapping', { FunctionResponseTypes: ['ReportBatchItemFailures'] })
  })
})

describe('by the clock', () => {
  it.each(['rate(5 minutes)', 'rate(1 minute)', 'cron(17 2 * * ? *)'])('something runs at %s', (ScheduleExpression) => {
    ofOperations.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression, State: 'ENABLED' })
  })
})

describe('the duty desk', () => {
  it('stands in the workspace and asks for no number', () => {
    ofApi.hasResourceProperties('AWS::AppIntegrations::Application', {
      Namespace: 'permanence.duty-desk',
      Permissions: ['User.Details.View', 'Contact.Details.View', 'Contact.Details.Edit', 'Contact.Attributes.View'],
    })
    ofApi.hasResourceProperties('AWS::Connect::IntegrationAssociation', { IntegrationType: 'APPLICATION' })
    ofApi.hasResourceProperties('AWS::Connect::SecurityProfile', {
      Applications: [{ Namespace: 'permanence.duty-desk', ApplicationPermissions: ['ACCESS'] }],
    })
  })
})

describe('an alarm', () => {
  const alarms = [core, ...stacks].flatMap((stack) => resourcesOf(stack, 'AWS::CloudWatch::Alarm').map((alarm) => alarm.Properties))

  it('stands on every function and on what was set aside', () => {
    expect(alarms).toHaveLength(2 * (functions.size + functionsOf(core).size) + 1)
  })

  it('is a sentence about people', () => {
    const people = /caller|workers?|somebody|whoever|calls and chats/i
    for (const { AlarmDescription } of alarms) {
      expect(AlarmDescription).toMatch(/^[A-Z].{40,}\.$/)
      expect(AlarmDescription).toMatch(people)
    }
  })
})

describe('rights', () => {
  const statements = [core, ...stacks]
    .flatMap((stack) => resourcesOf(stack, 'AWS::IAM::Policy'))
    .flatMap(
      (policy) => (policy.Properties['PolicyDocument'] as { Statement: { Action: string | string[]; Resource: unknown }[] }).Statement,
    )

  it('are never for everything', () => {
    for (const { Action, Resource } of statements) {
      expect([Action].flat()).not.toContain('*')
      expect([Resource].flat()).not.toContain('*')
    }
  })

  it('let the hours be changed in Connect, and nothing else there', () => {
    const inConnect = statements.filter(({ Action }) => [Action].flat().includes('connect:UpdateHoursOfOperation'))
    expect(inConnect.flatMap(({ Action }) => Action).sort()).toEqual([
      'connect:CreateHoursOfOperationOverride',
      'connect:DeleteHoursOfOperationOverride',
      'connect:DescribeHoursOfOperation',
      'connect:ListHoursOfOperationOverrides',
      'connect:UpdateHoursOfOperation',
      'connect:UpdateHoursOfOperationOverride',
    ])
    for (const { Resource } of inConnect) expect(JSON.stringify(Resource)).toMatch(/operating-hours\/\*/)
  })

  it('let the desk run the roster and the hours at once, and no other function', () => {
    const policies = policiesIn(stacks).map((policy) => JSON.stringify(policy.Properties))
    const running = policies.filter((policy) => policy.includes('lambda:InvokeFunction'))
    expect(running).toHaveLength(1)
    expect(running[0]).toMatch(/DeskApi/)
    const named = [...(running[0] ?? '').matchAll(/GetAtt(Apply[A-Za-z]+|[A-Z][A-Za-z]+Api)[0-9A-F]{8}Arn/g)].map(([, name]) => name)
    expect([...new Set(named)].toSorted()).toEqual(['ApplyHours', 'ApplyRoster'])
  })

  it('let the watch ask, and send and stop its own contact, and nothing else in Connect', () => {
    const policies = policiesIn(stacks).map((policy) => JSON.stringify(policy.Properties))
    const watch = policies.find((policy) => policy.includes('WatchLine'))
    const actions = ['GetCurrentMetricData', 'GetCurrentUserData', 'GetEffectiveHoursOfOperations', 'StartChatContact', 'StopContact']
    expect([...new Set(watch?.match(/(?<=connect:)[A-Za-z]+/g))].sort()).toEqual(actions)
  })

  it('let the sweep ask Connect about contacts, and nothing else there', () => {
    const policies = policiesIn(stacks).map((policy) => JSON.stringify(policy.Properties))
    const sweep = policies.find((policy) => policy.includes('SweepContacts'))
    expect([...new Set(sweep?.match(/(?<=connect:)[A-Za-z]+/g))]).toEqual(['DescribeContact'])
    expect(sweep).toMatch(/\/contact\/\*/)
  })

  it('let the widget read and write no more than a promise', () => {
    const policies = policiesIn(stacks).map((policy) => JSON.stringify(policy.Properties))
    const widget = policies.find((policy) => policy.includes('connect:StartChatContact'))
    const actions = [...(widget ?? '').matchAll(/dynamodb:(\w+|\*)/g)].map(([, action]) => action)
    expect(actions.toSorted()).toEqual(['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'])
  })
})
