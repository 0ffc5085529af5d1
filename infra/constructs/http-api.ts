import type { Stack } from 'aws-cdk-lib'
import { CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { LineFunction } from './line-function.ts'

/** The HTTP API of the widget and the desk. Requests above the rate limit are refused, so that one client cannot exhaust the functions. */
export function httpApi(stack: Stack, { widgetApi, deskApi }: { widgetApi: LineFunction; deskApi: LineFunction }): HttpApi {
  const api = new HttpApi(stack, 'HttpApi', { description: 'What the chat widget and the duty desk ask' })
  api.addRoutes({
    path: '/api/widget/{proxy+}',
    methods: [HttpMethod.GET, HttpMethod.POST],
    integration: new HttpLambdaIntegration('WidgetApi', widgetApi),
  })
  api.addRoutes({
    path: '/api/desk/{proxy+}',
    methods: [HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT],
    integration: new HttpLambdaIntegration('DeskApi', deskApi),
  })
  // Calendar subscriptions cannot sign in; they authenticate with a secret in the URL.
  api.addRoutes({
    path: '/api/calendar/{proxy+}',
    methods: [HttpMethod.GET],
    integration: new HttpLambdaIntegration('CalendarApi', deskApi),
  })
  const stage = api.defaultStage?.node.defaultChild
  if (stage instanceof CfnStage) stage.defaultRouteSettings = { throttlingBurstLimit: 100, throttlingRateLimit: 50 }
  return api
}
