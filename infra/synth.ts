import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Region } from '../shared/domain/regions/region.ts'
import { regions } from '../shared/domain/regions/regions.ts'
import { lineApp } from './app.ts'
import { checkedSynth } from './constructs/checked-synth.ts'
import type { ScenarioStack } from './scenarios/scenario-stack.ts'

const project = join(import.meta.dirname, '..')

// The CDK CLI passes its context in the environment and needs the functions bundled. Without the CLI only the templates are needed, so
// there is no bundling and no network access.
function contextHere(): Record<string, unknown> {
  const { context } = JSON.parse(readFileSync(join(project, 'cdk.json'), 'utf8'))
  return process.env.CDK_CONTEXT_JSON === undefined ? { ...context, 'aws:cdk:bundling-stacks': [] } : context
}

function row({ id, brand, name }: Region): { id: string; brand: string; name: string } {
  return { id, brand, name }
}

function tellScenarios({ stackName, exported, leftOut }: ScenarioStack): void {
  console.log(`${stackName}: ${exported.length} stories become test cases in Amazon Connect, ${leftOut.length} do not.`)
  for (const { name, why } of leftOut) console.log(`  ${name}: ${why}`)
}

function main(): void {
  const outdir = process.env.CDK_OUTDIR ?? join(project, 'cdk.out')
  mkdirSync(outdir, { recursive: true })
  const line = lineApp(regions, { context: contextHere(), outdir })
  checkedSynth(line.app)
  const list = { opened: line.opened.map(row), unopened: line.unopened.map((region) => ({ ...row(region), why: region.assumptions })) }
  writeFileSync(join(outdir, 'regions.json'), `${JSON.stringify(list, null, 2)}\n`)
  console.log(`The template stands in ${outdir}.`)
  for (const region of list.opened) console.log(`Opens: ${region.brand}, ${region.name}`)
  for (const stack of line.scenarios) tellScenarios(stack)
  for (const region of list.unopened) console.log(`Stays shut until its hours and area are confirmed: ${region.brand}, ${region.name}`)
}

main()
