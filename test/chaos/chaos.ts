import { parseArgs } from 'node:util'
import { functionFaults } from './function-faults.ts'
import { kills } from './kills.ts'
import { lineDays } from './line-days.ts'
import { type Floors, type StormOptions, type Verdict, wrongsOf } from './verdict.ts'

// `npm run chaos`: breaks the line on purpose, on this machine only, and counts what was lost. Bounded in time, and repeatable by its seed.

type Storm = { run(options: StormOptions): Promise<Verdict>; count: number; floors: Floors }

const storms: Readonly<Record<string, Storm>> = {
  kills: { run: kills, count: 80, floors: { kills: 80, operations: 2_000, contacts: 500, callbacks: 500, drafts: 300 } },
  'function-faults': { run: functionFaults, count: 60, floors: { calls: 60 } },
  'line-days': { run: lineDays, count: 150, floors: { days: 5, contacts: 150 } },
}

const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string' } } })
const seed = Number(values.seed ?? 20_261_128)
const wrongs: string[] = []
for (const [name, { run, count, floors }] of Object.entries(storms)) {
  if (values.only !== undefined && values.only !== name) continue
  const began = performance.now()
  const verdict = await run({ seed, count })
  const found = wrongsOf(verdict, floors)
  wrongs.push(...found)
  const counted = Object.entries(verdict.counted).map(([what, number]) => `${number} ${what}`)
  const seconds = ((performance.now() - began) / 1000).toFixed(0)
  console.log(`${found.length === 0 ? 'green' : 'RED  '} ${verdict.name}: ${counted.join(', ')} (${seconds} s, seed ${seed})`)
  for (const wrong of found.slice(0, 20)) console.log(`      ${wrong}`)
}
process.exitCode = wrongs.length === 0 ? 0 : 1
