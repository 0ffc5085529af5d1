import type { FlowType } from '../flow-rules.ts'
import { type FlowContent } from '../rules/flow-content.ts'
import { isRecord } from '../rules/parameter-checks.ts'
import type { CallGraph, GraphFlow } from './call-graph.ts'

/** A synthesised template with the name of its stack. */
export type StackTemplate = { stackName: string; template: unknown }

type Resource = { name: string; type: string; properties: Readonly<Record<string, unknown>> }
type Stack = { name: string; resources: Resource[]; template: Readonly<Record<string, unknown>> }

/**
 * The call graphs of a synthesised app, one for each telephone number: flows, queues and hours come from the number's stack, functions from
 * every stack that associates them. Resources are named by stack and logical id, since ARNs are not known before deployment.
 */
export function graphsOf(templates: readonly StackTemplate[]): CallGraph[] {
  const stacks = templates.map(stackOf)
  const read = (value: unknown, stack: Stack) => textOf(value, stack, exportsOf(stacks))
  const functions = new Set(
    stacks.flatMap((stack) =>
      ofType(stack, 'AWS::Connect::IntegrationAssociation')
        .filter(({ properties }) => properties['IntegrationType'] === 'LAMBDA_FUNCTION')
        .map(({ properties }) => read(properties['IntegrationArn'], stack)),
    ),
  )
  return stacks.flatMap((stack) =>
    ofType(stack, 'Custom::PhoneNumberFlow').map(({ properties }): CallGraph => {
      const startArn = read(properties['ContactFlowId'], stack)
      const flows = new Map(ofType(stack, 'AWS::Connect::ContactFlow').map((one) => [one.name, flowOf(one, (value) => read(value, stack))]))
      const names = (type: string) => new Set(ofType(stack, type).map(({ name }) => name))
      const graph = { queues: names('AWS::Connect::Queue'), hours: names('AWS::Connect::HoursOfOperation'), functions }
      return { name: flows.get(startArn)?.name ?? stack.name, startArn, flows, ...graph }
    }),
  )
}

function flowOf({ name, properties }: Resource, read: (value: unknown) => string): GraphFlow {
  const content = JSON.parse(read(properties['Content'])) as FlowContent
  return { arn: name, name: String(properties['Name']), type: String(properties['Type']) as FlowType, content }
}

function stackOf({ stackName, template }: StackTemplate): Stack {
  const whole = recordOf(template)
  const resources = Object.entries(recordOf(whole['Resources'])).map(([id, resource]): Resource => {
    const { Type, Properties } = recordOf(resource)
    return { name: nameIn(stackName, id), type: String(Type), properties: recordOf(Properties) }
  })
  return { name: stackName, resources, template: whole }
}

function ofType({ resources }: Stack, type: string): Resource[] {
  return resources.filter((one) => one.type === type)
}

function nameIn(stackName: string, logicalId: string): string {
  return `${stackName}.${logicalId}`
}

type Exports = ReadonlyMap<string, { value: unknown; stack: Stack }>

function exportsOf(stacks: readonly Stack[]): Exports {
  const outputs = stacks.flatMap((stack) =>
    Object.values(recordOf(stack.template['Outputs'])).map((one) => ({ stack, output: recordOf(one) })),
  )
  return new Map(outputs.map(({ stack, output }) => [String(recordOf(output['Export'])['Name']), { value: output['Value'], stack }]))
}

/** A template value as text; a reference becomes the name of its resource. */
function textOf(value: unknown, stack: Stack, exported: Exports): string {
  if (typeof value === 'string') return value
  const [[intrinsic, argument] = ['', null]] = Object.entries(recordOf(value))
  const list: unknown[] = Array.isArray(argument) ? argument : []
  if (intrinsic === 'Ref') return nameIn(stack.name, String(argument))
  if (intrinsic === 'Fn::GetAtt') return nameIn(stack.name, String(list[0] ?? argument).split('.')[0] ?? '')
  if (intrinsic === 'Fn::Join') {
    const parts: unknown[] = Array.isArray(list[1]) ? list[1] : []
    return parts.map((part) => textOf(part, stack, exported)).join(String(list[0]))
  }
  const found = intrinsic === 'Fn::ImportValue' ? exported.get(String(argument)) : undefined
  if (!found) throw new Error(`The verifier cannot read this value of ${stack.name}: ${JSON.stringify(value)}`)
  return textOf(found.value, found.stack, exported)
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}
