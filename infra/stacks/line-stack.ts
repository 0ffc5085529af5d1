import { CfnCondition, CfnParameter, CfnResource, CustomResource, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { type CfnContactFlow, CfnHoursOfOperation, CfnPhoneNumber, CfnQueue } from 'aws-cdk-lib/aws-connect'
import type { Construct } from 'constructs'
import { zone } from '../../shared/domain/time/brussels-time.ts'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { CoreStack } from './core-stack.ts'
import { type LineFlows, lineFlows } from '../constructs/line-flows.ts'
import { closingsForConnect, weekForConnect } from '../constructs/opening-hours.ts'
import { pascal, type Profiles, routingProfiles } from '../constructs/routing-profiles.ts'

export type LineProps = { region: OpenRegion; holidayYears: readonly number[]; core: CoreStack }

/** One region's line in Connect: hours, queues, routing profiles, flows and number, all from the region's data. */
export class LineStack extends Stack {
  readonly forRegion: OpenRegion
  readonly hours: CfnHoursOfOperation
  readonly regionQueue: CfnQueue
  readonly teamQueues: Readonly<Record<string, CfnQueue>>
  readonly profiles: Profiles
  readonly flows: LineFlows

  constructor(scope: Construct, id: string, { region, holidayYears, core }: LineProps) {
    super(scope, id, { env: { region: 'eu-central-1' }, analyticsReporting: false })
    this.forRegion = region
    const instanceArn = core.instance.attrArn
    const number = phoneNumber(this, instanceArn)
    this.hours = openingHours(this, { region, holidayYears, core })
    const hoursArn = this.hours.attrHoursOfOperationArn
    const queueOf = queueMaker(this, { instanceArn, hoursArn, numberArn: number.arn })
    this.regionQueue = queueOf('Queue', `${region.brand} ${region.name}`)
    this.teamQueues = Object.fromEntries(
      region.teams.map((team) => [team.id, queueOf(`Queue${pascal(team.id)}`, `${region.brand} ${region.name}, ${team.name}`)]),
    )
    const queueArns = { region: this.regionQueue.attrQueueArn, teams: arnsOf(this.teamQueues) }
    this.profiles = routingProfiles(this, region, { instanceArn, ...queueArns })
    this.flows = lineFlows(this, region, {
      instanceArn,
      routeContactArn: core.routeContact.functionArn,
      promiseCallbackArn: core.promiseCallback.functionArn,
      queuePositionArn: core.queuePosition.functionArn,
      hoursArn,
      regionQueueArn: queueArns.region,
      teamQueueArns: queueArns.teams,
    })
    oneAfterAnother(this)
    number.leadsTo(this.flows.dutyLine, core)
  }
}

function openingHours(stack: LineStack, { region, holidayYears, core }: LineProps): CfnHoursOfOperation {
  return new CfnHoursOfOperation(stack, 'Hours', {
    instanceArn: core.instance.attrArn,
    name: `${region.brand} ${region.name}`,
    description: 'Follows the hours on the duty desk; change them there.',
    timeZone: zone,
    config: weekForConnect(region.hours.week),
    hoursOfOperationOverrides: closingsForConnect(holidayYears),
  })
}

function queueMaker(stack: LineStack, { instanceArn, hoursArn, numberArn }: { instanceArn: string; hoursArn: string; numberArn: string }) {
  const outboundCallerConfig = { outboundCallerIdName: stack.forRegion.brand, outboundCallerIdNumberArn: numberArn }
  return (id: string, name: string) =>
    new CfnQueue(stack, id, { instanceArn, name, description: `Waiting for ${name}`, hoursOfOperationArn: hoursArn, outboundCallerConfig })
}

type LineNumber = { arn: string; leadsTo(flow: CfnContactFlow, core: CoreStack): void }

/** An existing number, or else a claimed one. No stack releases a number, because the region might not get it back. */
function phoneNumber(stack: LineStack, instanceArn: string): LineNumber {
  const existing = new CfnParameter(stack, 'ExistingPhoneNumberId', {
    default: '',
    description: 'Id of a number that Connect already holds (Belgian numbers come by a support case); empty claims one',
  })
  const claims = new CfnCondition(stack, 'ClaimsPhoneNumber', { expression: Fn.conditionEquals(existing, '') })
  const claimed = new CfnPhoneNumber(stack, 'PhoneNumber', {
    targetArn: instanceArn,
    countryCode: 'BE',
    type: 'DID',
    description: stack.forRegion.name,
  })
  claimed.cfnOptions.condition = claims
  claimed.applyRemovalPolicy(RemovalPolicy.RETAIN)
  const brought = stack.formatArn({ service: 'connect', resource: 'phone-number', resourceName: existing.valueAsString })
  const arn = Fn.conditionIf(claims.logicalId, claimed.attrPhoneNumberArn, brought).toString()
  return {
    arn,
    leadsTo: (flow, core) => {
      new CustomResource(stack, 'PhoneNumberFlow', {
        resourceType: 'Custom::PhoneNumberFlow',
        serviceToken: core.numberFlow.functionArn,
        properties: {
          PhoneNumberArn: arn,
          InstanceArn: core.instance.attrArn,
          ContactFlowId: flow.attrContactFlowArn,
          LocalNumber: stack.forRegion.demoPhone,
        },
      })
    },
  }
}

// Connect's control API accepts two requests a second; created in parallel, the resources of this stack would be refused.
function oneAfterAnother(stack: LineStack): void {
  const resources = stack.node.findAll().filter((node): node is CfnResource => CfnResource.isCfnResource(node))
  // The number may not be created at all, and no resource can depend on a conditional one.
  const inConnect = resources.filter((one) => one.cfnResourceType.startsWith('AWS::Connect::') && one.cfnOptions.condition === undefined)
  for (const [index, resource] of inConnect.entries()) {
    const before = inConnect[index - 1]
    if (before) resource.addResourceDependency(before)
  }
}

function arnsOf(queues: Readonly<Record<string, CfnQueue>>): Record<string, string> {
  return Object.fromEntries(Object.entries(queues).map(([id, queue]) => [id, queue.attrQueueArn]))
}
