import { CfnParameter, type Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { CoreStack } from '../stacks/core-stack.ts'
import type { LineFunction } from './line-function.ts'
import type { LineStack } from '../stacks/line-stack.ts'

/** A stack around the lines, with the stacks that it builds on. */
export type LineScope = { scope: Stack; core: CoreStack; lines: readonly LineStack[] }

/** A setting that whoever deploys may change. */
export function textParameter(scope: Stack, name: string, { byDefault, description }: { byDefault: string; description: string }): string {
  return new CfnParameter(scope, name, { default: byDefault, description }).valueAsString
}

/** What a function may do in Connect, on resources below our own instance; the path '' is the instance itself. */
export type ConnectRights = { actions: readonly string[]; below: readonly string[] }

/** Grants a function these rights in Connect and no others. */
export function grantInConnect({ core }: Pick<LineScope, 'core'>, lineFunction: LineFunction, { actions, below }: ConnectRights): void {
  const resources = below.map((path) => (path === '' ? core.instance.attrArn : `${core.instance.attrArn}/${path}`))
  lineFunction.addToRolePolicy(new PolicyStatement({ actions: actions.map((action) => `connect:${action}`), resources }))
}
