import { App, type AppProps } from 'aws-cdk-lib'
import { openRegions, type Region } from '../shared/domain/region.ts'
import { CareStack } from './care-stack.ts'
import { CoreStack } from './core-stack.ts'
import { LineStack } from './line-stack.ts'

/** The whole line: what was made of the regions, and which of them open. */
export type LineApp = { app: App; core: CoreStack; lines: LineStack[]; care: CareStack; opened: Region[]; unopened: Region[] }

// Used when nobody names the years: this year's holidays and those of the two after it.
const defaultHolidayYears = [2026, 2027, 2028]

/** Regions in, stacks out: one for what they share, one for each region that opens, one for what stands around them. */
export function lineApp(regions: readonly Region[], settings: AppProps = {}): LineApp {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...settings })
  const stage = textFrom(app, 'permanence:stage', 'pilot')
  const holidayYears = yearsFrom(app)
  const core = new CoreStack(app, `permanence-${stage}-core`)
  const opened = openRegions(regions)
  const lines = opened.map((region) => new LineStack(app, `permanence-${stage}-line-${region.id}`, { region, holidayYears, core }))
  const care = new CareStack(app, `permanence-${stage}-care`, { core, lines })
  return { app, core, lines, care, opened, unopened: regions.filter((region) => region.status === 'unconfirmed') }
}

function textFrom(app: App, key: string, byDefault: string): string {
  const given: unknown = app.node.tryGetContext(key)
  return typeof given === 'string' ? given : byDefault
}

function yearsFrom(app: App): readonly number[] {
  const given: unknown = app.node.tryGetContext('permanence:holidayYears')
  return Array.isArray(given) && given.every((year) => typeof year === 'number') ? given : defaultHolidayYears
}
