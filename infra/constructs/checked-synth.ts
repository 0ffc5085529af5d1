import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from 'aws-cdk-lib'

type Report = {
  pluginReports: { violations: { ruleName: string; description: string; violatingConstructs: { constructPath?: string }[] }[] }[]
}

/**
 * Writes the template and throws for every finding of CDK's own checks, warnings included: an invalid weekday, for example, is only a
 * warning there but would make a deployment fail halfway.
 */
export function checkedSynth(app: App): void {
  const report = join(app.outdir, 'validation-report.json')
  rmSync(report, { force: true })
  app.synth()
  const findings = existsSync(report) ? findingsIn(JSON.parse(readFileSync(report, 'utf8'))) : []
  if (findings.length > 0) throw new Error(['The template is refused:', ...findings].join('\n'))
}

function findingsIn({ pluginReports }: Report): string[] {
  return pluginReports.flatMap(({ violations }) =>
    violations.map(({ ruleName, description, violatingConstructs }) => {
      const where = violatingConstructs.map((construct) => construct.constructPath ?? 'somewhere').join(', ')
      return `${where}: ${description} (${ruleName})`
    }),
  )
}
