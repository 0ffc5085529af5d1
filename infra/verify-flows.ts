import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { regions } from '../shared/domain/regions/regions.ts'
import { lineApp } from './app.ts'
import { accountTable, verdictOn } from './flows/verify/account-table.ts'
import { graphsOf } from './flows/verify/template-call-graphs.ts'
import { verify } from './flows/verify/verify.ts'

function main(): void {
  const outdir = mkdtempSync(join(tmpdir(), 'flows-'))
  try {
    const { app } = lineApp(regions, { outdir, context: { 'aws:cdk:bundling-stacks': [] } })
    const accounts = graphsOf(app.synth().stacks).map(verify)
    const { isGood, wrongs } = verdictOn(accounts)
    console.log(accountTable(accounts))
    for (const wrong of wrongs) console.error(wrong)
    process.exitCode = isGood ? 0 : 1
  } finally {
    rmSync(outdir, { recursive: true })
  }
}

main()
