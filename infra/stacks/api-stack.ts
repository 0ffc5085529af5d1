import { Stack } from 'aws-cdk-lib'
import { CfnApprovedOrigin } from 'aws-cdk-lib/aws-connect'
import type { Construct } from 'constructs'
import { deskApiFunction, widgetApiFunction } from '../constructs/api-functions.ts'
import type { CoreStack } from './core-stack.ts'
import { deskApp } from '../constructs/desk-app.ts'
import { httpApi } from '../constructs/http-api.ts'
import { textParameter } from '../constructs/line-scope.ts'
import type { LineStack } from './line-stack.ts'
import type { OperationsStack } from './operations-stack.ts'
import { grantReadLines } from '../constructs/watch-line.ts'

export type ApiStackProps = { core: CoreStack; lines: readonly LineStack[]; operations: OperationsStack }

/** The HTTP API for widget and desk, and the duty desk as an app in the agent workspace. */
export class ApiStack extends Stack {
  constructor(scope: Construct, id: string, { core, lines, operations }: ApiStackProps) {
    super(scope, id, { env: { region: 'eu-central-1' }, analyticsReporting: false })
    const around = { scope: this, core, lines }
    const productOrigin = textParameter(this, 'ProductOrigin', {
      byDefault: 'https://permanence.example.org',
      description: 'Where the chat frame and the duty desk are served',
    })
    const deskApi = deskApiFunction(around)
    deskApi.addEnvironment('APPLY_HOURS_FUNCTION', operations.applyHours.functionName)
    operations.applyHours.grantInvoke(deskApi)
    deskApi.addEnvironment('APPLY_ROSTER_FUNCTION', operations.applyRoster.functionName)
    operations.applyRoster.grantInvoke(deskApi)
    grantReadLines(around, deskApi)
    httpApi(this, { widgetApi: widgetApiFunction(around), deskApi })
    deskApp({ scope: this, core }, productOrigin)
    new CfnApprovedOrigin(this, 'ChatOrigin', { instanceId: core.instance.attrArn, origin: productOrigin })
  }
}
