import * as z from 'zod'
import type { CloudAssembly, AssemblyResource } from '../../template/cloud-assembly.ts'
import { type Flow, FlowTypeName, readFlow } from './flow-content.ts'
import { type Hours, readHours } from './hours.ts'
import { stableId } from './stable-id.ts'

/** A queue of the instance; no maximum if `maximumContacts` is null. */
export type Queue = { arn: string; id: string; name: string; hoursArn: string; maximumContacts: number | null; callerNumber: string | null }
/** A queue and channel that a routing profile serves, after a delay. */
export type QueueServed = { queueArn: string; channel: string; priority: number; delaySeconds: number }
/** A routing profile: concurrency for each channel, and the queues it serves. */
export type RoutingProfile = {
  arn: string
  id: string
  name: string
  concurrency: Record<string, { maximum: number; alsoOthers: boolean }>
  serves: QueueServed[]
  /** The queue whose number is shown when an agent calls out. */
  outboundQueueArn: string | null
}
/** A status that agents can choose. */
export type AgentStatus = { arn: string; id: string; name: string; routable: boolean; type: 'ROUTABLE' | 'CUSTOM' | 'OFFLINE' }
/** A telephone number and the flow in which its calls begin. */
export type LineNumber = { number: string; label: string; flowArn: string }

/** The Connect instance as the template describes it. */
export type Instance = {
  arn: string
  id: string
  account: string
  region: string
  flows: Map<string, Flow>
  queues: Map<string, Queue>
  hours: Map<string, Hours>
  profiles: Map<string, RoutingProfile>
  statuses: AgentStatus[]
  numbers: LineNumber[]
  /** ARNs of the functions that a flow may invoke; the service refuses others at run time. */
  functions: Set<string>
}

const QueueShape = z.object({
  Name: z.string(),
  HoursOfOperationArn: z.string(),
  MaxContacts: z.coerce.number().optional(),
  OutboundCallerConfig: z.object({ OutboundCallerIdNumberArn: z.string().optional() }).optional(),
})
const ProfileShape = z.object({
  Name: z.string(),
  DefaultOutboundQueueArn: z.string().optional(),
  MediaConcurrencies: z.array(
    z.object({
      Channel: z.string(),
      Concurrency: z.coerce.number(),
      CrossChannelBehavior: z.object({ BehaviorType: z.string() }).optional(),
    }),
  ),
  QueueConfigs: z
    .array(
      z.object({
        Delay: z.coerce.number(),
        Priority: z.coerce.number(),
        QueueReference: z.object({ Channel: z.string(), QueueArn: z.string() }),
      }),
    )
    .default([]),
})
const FlowShape = z.object({ Name: z.string(), Type: FlowTypeName, Content: z.string() })
const StatusShape = z.object({ Name: z.string(), State: z.string().optional() })
const NumberShape = z.object({
  PhoneNumberArn: z.string().optional(),
  ExistingPhoneNumberId: z.string().optional(),
  ContactFlowId: z.string(),
  LocalNumber: z.string(),
})
const AssociationShape = z.object({ IntegrationType: z.string(), IntegrationArn: z.string() })

/** Reads the instance and its resources; throws an error with the logical id of a resource that is invalid. */
export function readInstance(assembly: CloudAssembly): Instance {
  const [planned] = assembly.ofType('AWS::Connect::Instance')
  if (!planned) throw new Error('The template has no AWS::Connect::Instance.')
  const [, , , region = '', account = ''] = planned.arn.split(':')
  const numbers = assembly.ofType('Custom::PhoneNumberFlow').map((resource) => ({ resource, shape: shaped(resource, NumberShape) }))
  const flows = byArn(assembly.ofType('AWS::Connect::ContactFlow').map(flowOf))
  const callerNumber = (arn: string | undefined) =>
    numbers.find((number) => arn !== undefined && number.shape.PhoneNumberArn === arn)?.shape.LocalNumber ?? null
  return {
    arn: planned.arn,
    id: planned.id,
    account,
    region,
    flows,
    queues: byArn(assembly.ofType('AWS::Connect::Queue').map((resource) => queueOf(resource, callerNumber))),
    hours: byArn(assembly.ofType('AWS::Connect::HoursOfOperation').map(readHours)),
    profiles: byArn(assembly.ofType('AWS::Connect::RoutingProfile').map(profileOf)),
    statuses: statusesOf(assembly, planned.arn),
    numbers: numbers.map(({ shape }) => {
      const flow = found(flows, shape.ContactFlowId)
      return { number: shape.LocalNumber, label: flow?.name ?? shape.LocalNumber, flowArn: flow?.arn ?? shape.ContactFlowId }
    }),
    functions: new Set(
      assembly
        .ofType('AWS::Connect::IntegrationAssociation')
        .map((resource) => shaped(resource, AssociationShape))
        .filter((association) => association.IntegrationType === 'LAMBDA_FUNCTION')
        .map((association) => association.IntegrationArn),
    ),
  }
}

/** The resource with this ARN or id, or null. */
export function found<Thing extends { arn: string; id: string }>(things: Map<string, Thing>, reference: string): Thing | null {
  const exact = things.get(reference)
  if (exact) return exact
  for (const thing of things.values()) if (thing.id === reference) return thing
  return null
}

function shaped<Shape>(resource: AssemblyResource, schema: z.ZodType<Shape>): Shape {
  const read = schema.safeParse(resource.properties)
  if (!read.success) throw new Error(`${resource.stack}/${resource.logicalId} (${resource.type}): ${z.prettifyError(read.error)}`)
  return read.data
}

function named(resource: AssemblyResource): { arn: string; id: string } {
  return { arn: resource.arn, id: resource.id }
}

function byArn<Thing extends { arn: string }>(things: Thing[]): Map<string, Thing> {
  return new Map(things.map((thing) => [thing.arn, thing]))
}

function flowOf(resource: AssemblyResource): Flow {
  const shape = shaped(resource, FlowShape)
  return readFlow({ ...named(resource), name: shape.Name, type: shape.Type, text: shape.Content })
}

function queueOf(resource: AssemblyResource, callerNumber: (arn: string | undefined) => string | null): Queue {
  const shape = shaped(resource, QueueShape)
  return {
    ...named(resource),
    name: shape.Name,
    hoursArn: shape.HoursOfOperationArn,
    maximumContacts: shape.MaxContacts ?? null,
    callerNumber: callerNumber(shape.OutboundCallerConfig?.OutboundCallerIdNumberArn),
  }
}

function profileOf(resource: AssemblyResource): RoutingProfile {
  const shape = shaped(resource, ProfileShape)
  const concurrency = shape.MediaConcurrencies.map((media) => [
    media.Channel,
    { maximum: media.Concurrency, alsoOthers: media.CrossChannelBehavior?.BehaviorType === 'ROUTE_ANY_CHANNEL' },
  ])
  return {
    ...named(resource),
    name: shape.Name,
    concurrency: Object.fromEntries(concurrency),
    outboundQueueArn: shape.DefaultOutboundQueueArn ?? null,
    serves: shape.QueueConfigs.map((config) => ({
      queueArn: config.QueueReference.QueueArn,
      channel: config.QueueReference.Channel,
      priority: config.Priority,
      delaySeconds: config.Delay,
    })),
  }
}

/** Every instance has the statuses Available and Offline; the template adds others. */
function statusesOf(assembly: CloudAssembly, instanceArn: string): AgentStatus[] {
  const own = (name: string, type: 'ROUTABLE' | 'OFFLINE'): AgentStatus => {
    const id = stableId(`${instanceArn}/${name}`)
    return { arn: `${instanceArn}/agent-state/${id}`, id, name, routable: type === 'ROUTABLE', type }
  }
  const custom = assembly
    .ofType('AWS::Connect::AgentStatus')
    .map((resource): AgentStatus & { state: string | undefined } => {
      const shape = shaped(resource, StatusShape)
      return { ...named(resource), name: shape.Name, routable: false, type: 'CUSTOM', state: shape.State }
    })
    .filter((status) => status.state !== 'DISABLED' && status.name !== 'Available' && status.name !== 'Offline')
    .map(({ arn, id, name, routable, type }) => ({ arn, id, name, routable, type }))
  return [own('Available', 'ROUTABLE'), ...custom, own('Offline', 'OFFLINE')]
}
