import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const scratch = mkdtempSync(join(tmpdir(), 'count-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const file = (...statuses: string[]) => ({
  status: statuses.length > 0 && statuses.every((status) => status === 'passed') ? 'passed' : 'failed',
  assertionResults: statuses.map((status) => ({ status })),
})
const report = (numPassedTests: number, numFailedTests: number, testResults: object[] = []) =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults })

describe('the last line of the CI', () => {
  it.each([
    ['one run', [report(3, 0)], '3 passed, 0 failed', 0],
    ['four runs', [report(3, 0), report(2, 1), report(2, 0), report(2, 2)], '9 passed, 3 failed', 1],
    ['a file that could not be loaded', [report(1, 1, [file('passed', 'failed')]), report(1, 0, [file()])], '2 passed, 2 failed', 1],
    ['a run that left nothing', [report(3, 0), 'cut o'], '3 passed, 1 failed', 1],
    ['runs without a test', [report(0, 0)], '0 passed, 0 failed', 1],
  ])('sums %s', (title, reports, line, status) => {
    const paths = reports.map((text, run) => {
      const path = join(scratch, `${title}-${run}.json`)
      writeFileSync(path, text)
      return path
    })
    const run = spawnSync(process.execPath, [fileURLToPath(new URL('../../.ci/count.mjs', import.meta.url)), ...paths], {
      encoding: 'utf8',
    })
    expect([run.stdout.trim(), run.status]).toEqual([line, status])
  })
})
