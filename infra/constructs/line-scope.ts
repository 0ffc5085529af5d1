import { CfnParameter, type Stack } from 'aws-cdk-lib'
import type { CfnHoursOfOperation, CfnInstance, CfnQueue } from 'aws-cdk-lib/aws-connect'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import type { LineFlows } from './line-flows.ts'
import type { LineFunction } from './line-function.ts'
import type { Profiles } from './routing-profiles.ts'

/** The resources of the core stack to which other stacks refer. */
export type CoreResources = { readonly table: Table; readonly instance: CfnInstance; readonly callerKeyValue: string }

/** The resources of one region's line stack to which other stacks refer. */
export type LineResources = {
  readonly forRegion: OpenRegion
  readonly hours: CfnHoursOfOperation
  readonly regionQueue: CfnQueue
  readonly teamQueues: Readonly<Record<string, CfnQueue>>
  readonly profiles: Profiles
  readonly flows: LineFlows
}

/** The stack that is being built, with the core and line resources to which it refers. */
export type LineScope = { scope: Stack; core: CoreResources; lines: readonly LineResources[] }

/** A CloudFormation parameter, which can be changed at each deployment. */
export function textParameter(scope: Stack, name: string, { byDefault, description }: { byDefault: string; description: string }): string {
  return new CfnParameter(scope, name, { default: byDefault, description }).valueAsString
}

/**
 * Connect actions, and the paths of the resources below the instance's ARN on which they are allowed; the path '' is the instance itself.
 */
export type ConnectRights = { actions: readonly string[]; below: readonly string[] }

/** Grants a function these rights in Connect and no others. */
export function grantInConnect({ core }: Pick<LineScope, 'core'>, lineFunction: LineFunction, { actions, below }: ConnectRights): void {
  const resources = below.map((path) => (path === '' ? core.instance.attrArn : `${core.instance.attrArn}/${path}`))
  lineFunction.addToRolePolicy(new PolicyStatement({ actions: actions.map((action) => `connect:${action}`), resources }))
}
