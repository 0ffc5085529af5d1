import type { Stack } from 'aws-cdk-lib'
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LineFunction } from './line-function.ts'
import type { CoreResources } from './line-scope.ts'

/** The core stack, which holds the functions that flows invoke, with the resources that they use. */
export type FlowFunctionScope = Stack & CoreResources

/** The function that decides where a contact goes. */
export function routeContactFunction(stack: FlowFunctionScope): LineFunction {
  const routeContact = new LineFunction(stack, 'RouteContact', {
    entry: 'functions/route-contact/handler.ts',
    impact:
      'Callers still reach the queue by the hours that Connect holds, but the line no longer knows who is on duty and no longer says when it opens again.',
    environment: { TABLE_NAME: stack.table.tableName, CALLER_KEY: stack.callerKeyValue },
    // Shorter than the flow's own limit of six seconds, so that the function times out first and Connect can still retry.
    timeoutSeconds: 5,
  })
  stack.table.grantReadWriteData(routeContact)
  allowFlowsToInvoke(stack, routeContact)
  return routeContact
}

/** The function that records a requested call-back in the ledger. */
export function promiseCallbackFunction(stack: FlowFunctionScope): LineFunction {
  const promiseCallback = new LineFunction(stack, 'PromiseCallback', {
    entry: 'functions/promise-callback/handler.ts',
    impact: 'Callers who ask to be called back hear that it cannot be noted, and must call again themselves.',
    environment: { TABLE_NAME: stack.table.tableName, CALLER_KEY: stack.callerKeyValue },
    // Shorter than the flow's own limit of eight seconds, the most that Connect allows.
    timeoutSeconds: 7,
  })
  stack.table.grantReadWriteData(promiseCallback)
  allowFlowsToInvoke(stack, promiseCallback)
  return promiseCallback
}

/** The function that tells a waiting caller or referrer how many contacts are ahead in the queue. */
export function queuePositionFunction(stack: FlowFunctionScope): LineFunction {
  const queuePosition = new LineFunction(stack, 'QueuePosition', {
    entry: 'functions/queue-position/handler.ts',
    impact: 'Whoever waits no longer hears how many wait before her, and the worker not how long she waited.',
    environment: { INSTANCE_ID: stack.instance.attrId },
    // Shorter than the flow's own limit of four seconds.
    timeoutSeconds: 3,
  })
  const actions = ['connect:GetContactMetrics', 'connect:DescribeContact']
  queuePosition.addToRolePolicy(new PolicyStatement({ actions, resources: [`${stack.instance.attrArn}/contact/*`] }))
  allowFlowsToInvoke(stack, queuePosition)
  return queuePosition
}

// Connect invokes a function only if its resource policy allows Connect and the instance lists the function; both are needed.
function allowFlowsToInvoke(stack: FlowFunctionScope, asked: LineFunction): void {
  asked.addPermission('ConnectMayAsk', {
    principal: new ServicePrincipal('connect.amazonaws.com'),
    sourceAccount: stack.account,
    sourceArn: stack.instance.attrArn,
  })
  new CfnIntegrationAssociation(stack, `${asked.node.id}InFlows`, {
    instanceId: stack.instance.attrArn,
    integrationType: 'LAMBDA_FUNCTION',
    integrationArn: asked.functionArn,
  })
}
