import { App, type AppProps } from 'aws-cdk-lib'
import { openRegions, type Region } from '../shared/domain/regions/region.ts'
import { ApiStack } from './stacks/api-stack.ts'
import { CoreStack } from './stacks/core-stack.ts'
import { LineStack } from './stacks/line-stack.ts'
import { OperationsStack } from './stacks/operations-stack.ts'
import { readScenarios } from './scenarios/read-scenarios.ts'
import { ScenarioStack } from './scenarios/scenario-stack.ts'

/** The CDK app with its stacks, and the regions for which a line stack was made. */
export type LineApp = {
  app: App
  core: CoreStack
  lines: LineStack[]
  operations: OperationsStack
  api: ApiStack
  scenarios: ScenarioStack[]
  opened: Region[]
  unopened: Region[]
}

// Used when the context names no years. The apply-hours function adds the holidays of later years to Connect.
const defaultHolidayYears = [2026, 2027, 2028, 2029, 2030]

/**
 * Makes the stacks from the regions: core (shared), one line for each open region, operations (events and schedules), api, and scenarios.
 */
export function lineApp(regions: readonly Region[], settings: AppProps = {}): LineApp {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...settings })
  const stage = textFrom(app, 'permanence:stage', 'pilot')
  const holidayYears = yearsFrom(app)
  const core = new CoreStack(app, `permanence-${stage}-core`)
  const opened = openRegions(regions)
  const lines = opened.map((region) => new LineStack(app, `permanence-${stage}-line-${region.id}`, { region, holidayYears, core }))
  const operations = new OperationsStack(app, `permanence-${stage}-operations`, { core, lines })
  const api = new ApiStack(app, `permanence-${stage}-api`, { core, lines, operations })
  const scenarios = app.node.tryGetContext('permanence:scenarios') === false ? [] : scenarioStacks(app, { stage, core, lines })
  const unopened = regions.filter((region) => region.status === 'unconfirmed')
  return { app, core, lines, operations, api, scenarios, opened, unopened }
}

type ScenarioBase = Pick<LineApp, 'core' | 'lines'> & { stage: string }

function scenarioStacks(app: App, { stage, core, lines }: ScenarioBase): ScenarioStack[] {
  const scenarios = readScenarios()
  return lines.map((line) => new ScenarioStack(app, `permanence-${stage}-scenarios-${line.forRegion.id}`, { line, core, scenarios }))
}

function textFrom(app: App, key: string, byDefault: string): string {
  const given: unknown = app.node.tryGetContext(key)
  return typeof given === 'string' ? given : byDefault
}

function yearsFrom(app: App): readonly number[] {
  const given: unknown = app.node.tryGetContext('permanence:holidayYears')
  return Array.isArray(given) && given.every((year) => typeof year === 'number') ? given : defaultHolidayYears
}
