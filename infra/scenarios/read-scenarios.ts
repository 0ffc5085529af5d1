import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Scenario } from './scenario.ts'

/** A scenario with the name of its file. */
export type NamedScenario = { name: string; scenario: Scenario }

const folder = join(import.meta.dirname, '..', '..', 'test', 'scenarios')

/** All scenarios of the folder, by name; throws an error with file and field for an invalid one. */
export function readScenarios(from: string = folder): NamedScenario[] {
  return readdirSync(from)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({ name: file.slice(0, -'.json'.length), scenario: scenarioIn(readFileSync(join(from, file), 'utf8'), file) }))
}

/** Parses the text of one scenario file. */
export function scenarioIn(text: string, file: string): Scenario {
  const read = Scenario.safeParse(JSON.parse(text))
  if (read.success) return read.data
  const where = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  throw new Error(`${file} is no scenario (${where})`)
}
