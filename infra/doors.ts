import { Duration, type Stack } from 'aws-cdk-lib'
import { CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import type { LineFunction } from './line-function.ts'

/** The HTTP API of the widget and the desk; whoever asks too much is told so, and the lines stay free for the others. */
export function doors(stack: Stack, { widgetApi, deskApi }: { widgetApi: LineFunction; deskApi: LineFunction }): HttpApi {
  const api = new HttpApi(stack, 'Doors', { description: 'The doors of the chat widget and the duty desk' })
  api.addRoutes({
    path: '/api/widget/{proxy+}',
    methods: [HttpMethod.GET, HttpMethod.POST],
    integration: new HttpLambdaIntegration('WidgetDoor', widgetApi),
  })
  api.addRoutes({
    path: '/api/desk/{proxy+}',
    methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT],
    integration: new HttpLambdaIntegration('DeskDoor', deskApi),
  })
  // Calendars read without signing in, by a secret in the address.
  api.addRoutes({
    path: '/api/calendar/{proxy+}',
    methods: [HttpMethod.GET],
    integration: new HttpLambdaIntegration('CalendarDoor', deskApi),
  })
  const stage = api.defaultStage?.node.defaultChild
  if (stage instanceof CfnStage) stage.defaultRouteSettings = { throttlingBurstLimit: 100, throttlingRateLimit: 50 }
  return api
}

export type ByTheClock = { applyRoster: LineFunction; applyHours: LineFunction; watchLine: LineFunction; sendNotices: LineFunction }

/** What runs by the clock: the roster and the hours every five minutes, the watch over the lines and the notices every minute. */
export function schedules(stack: Stack, { applyRoster, applyHours, watchLine, sendNotices }: ByTheClock): void {
  const every = (id: string, minutes: number, lineFunction: LineFunction) =>
    new Rule(stack, id, { schedule: Schedule.rate(Duration.minutes(minutes)), targets: [new LambdaFunction(lineFunction)] })
  every('ApplyRosterEvery', 5, applyRoster)
  every('ApplyHoursEvery', 5, applyHours)
  every('WatchLineEvery', 1, watchLine)
  every('SendNoticesEvery', 1, sendNotices)
}
