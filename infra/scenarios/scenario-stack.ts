import { type CfnResource, Stack } from 'aws-cdk-lib'
import { CfnHoursOfOperation, CfnTestCase } from 'aws-cdk-lib/aws-connect'
import type { Construct } from 'constructs'
import { zone } from '../../shared/domain/time/brussels-time.ts'
import type { CoreStack } from '../stacks/core-stack.ts'
import type { LineStack } from '../stacks/line-stack.ts'
import { exportOf, type Exported, type LeftOut } from './export.ts'
import type { NamedScenario } from './read-scenarios.ts'
import { testCaseOf, type TestCaseRefs } from './test-case.ts'

export type ScenarioStackProps = { line: LineStack; core: CoreStack; scenarios: readonly NamedScenario[] }

/** The scenarios of one region as test cases of Amazon Connect. No other stack needs this one, so it can be left out. */
export class ScenarioStack extends Stack {
  readonly exported: readonly Exported[]
  readonly leftOut: readonly LeftOut[]

  constructor(scope: Construct, id: string, { line, core, scenarios }: ScenarioStackProps) {
    super(scope, id, { env: { region: 'eu-central-1' }, analyticsReporting: false })
    const { exported, leftOut } = exportOf(scenarios, line.forRegion)
    this.exported = exported
    this.leftOut = leftOut
    const refs = refsOf(this, line, core)
    const cases = exported.map((one) => testCase(this, { one, line, core, refs }))
    // Connect's control API accepts two requests a second.
    const inARow: CfnResource[] = [refs.open, refs.closed, ...cases]
    for (const [place, resource] of inARow.entries()) {
      const before = inARow[place - 1]
      if (before) resource.addResourceDependency(before)
    }
  }
}

type StackRefs = TestCaseRefs & { open: CfnHoursOfOperation; closed: CfnHoursOfOperation }
type CaseProps = { one: Exported; line: LineStack; core: CoreStack; refs: StackRefs }

function testCase(stack: ScenarioStack, { one, line, core, refs }: CaseProps): CfnTestCase {
  const { name, title, channel, playable } = one
  const flowId = line.flows.dutyLine.attrContactFlowArn
  const entryPoint =
    channel === 'phone'
      ? { type: 'VOICE_CALL', voiceCallEntryPointParameters: { flowId } }
      : { type: 'CHAT', chatEntryPointParameters: { flowId } }
  return new CfnTestCase(stack, `Case-${name}`, {
    instanceArn: core.instance.attrArn,
    name: `${line.forRegion.id} ${name}`,
    description: title,
    entryPoint,
    content: stack.toJsonString(testCaseOf(playable, refs, channel)),
    // Connect validates and runs only published test cases.
    status: 'PUBLISHED',
  })
}

function refsOf(stack: ScenarioStack, { hours, forRegion }: LineStack, core: CoreStack): StackRefs {
  const minute = (Hours: number, Minutes: number) => ({ hours: Hours, minutes: Minutes })
  const hoursFor = (id: string, name: string, slots: readonly { day: string; from: [number, number]; to: [number, number] }[]) =>
    new CfnHoursOfOperation(stack, id, {
      instanceArn: core.instance.attrArn,
      name: `${forRegion.brand} ${forRegion.name}, ${name}`,
      description: 'For test cases only.',
      timeZone: zone,
      config: slots.map(({ day, from, to }) => ({ day, startTime: minute(...from), endTime: minute(...to) })),
    })
  const open = hoursFor(
    'AlwaysOpen',
    'always open',
    everyDay.map((day) => ({ day, from: [0, 0], to: [0, 0] })),
  )
  // Connect accepts no hours without any opening, so this is one minute a week.
  const closed = hoursFor('NeverOpen', 'never open', [{ day: 'SUNDAY', from: [3, 0], to: [3, 1] }])
  return {
    open,
    closed,
    routeContactArn: core.routeContact.functionArn,
    promiseCallbackArn: core.promiseCallback.functionArn,
    hoursArn: hours.attrHoursOfOperationArn,
    openHoursArn: open.attrHoursOfOperationArn,
    closedHoursArn: closed.attrHoursOfOperationArn,
  }
}

const everyDay = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']
