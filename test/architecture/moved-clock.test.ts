import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'moved-'))
afterAll(() => rmSync(scratch, { recursive: true }))

// As in the tests that were red from 28 November on: what was kept on a fixed day is read by the machine's clock.
const mixed = `import { expect, it } from 'vitest'
it('is still kept', () => {
  const keptUntil = new Date('2026-11-28T00:00+01:00')
  expect(new Date() < keptUntil).toBe(true)
})
`

// Whoever is asked tells the same time: this process, a process and a worker that it starts, and a worker with an environment of its own.
const agreed = `import { execFileSync } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
const inWorker = (options) => new Promise((told, failed) => {
  new Worker(new URL('./worker.mjs', import.meta.url), options).on('message', told).on('error', failed)
})
it('is one time', async () => {
  const child = Number(execFileSync(process.execPath, ['-p', 'Date.now()']))
  const workers = [await inWorker({}), await inWorker({ env: { OWN: 'yes' }, execArgv: ['--enable-source-maps'] })]
  for (const told of [child, ...workers]) expect(Math.abs(told - Date.now())).toBeLessThan(60_000)
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short', timeStyle: 'short' }).format(new Date())
  expect(wall >= process.env.EXPECTED && wall < process.env.EXPECTED + ':9').toBe(true)
  expect(performance.now()).toBeLessThan(600_000)
  expect(new Date(0).getTime()).toBe(0)
  expect(new Date()).toBeInstanceOf(Date)
})
`

beforeAll(() => {
  mkdirSync(join(scratch, 'test'))
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'))
  writeFileSync(join(scratch, 'package.json'), '{ "name": "planted", "type": "module" }\n')
  writeFileSync(join(scratch, 'test/mixed.test.js'), mixed)
  writeFileSync(join(scratch, 'test/agreed.test.js'), agreed)
  writeFileSync(join(scratch, 'test/worker.mjs'), "import { parentPort } from 'node:worker_threads'\nparentPort.postMessage(Date.now())\n")
})

function at(moment: string, ...told: string[]) {
  const own = Object.entries(process.env).filter(([name]) => !['NODE_OPTIONS', 'CLOCK', 'CLOCK_AHEAD'].includes(name))
  const env = { ...Object.fromEntries(own), EXPECTED: moment.slice(0, 15).replace('T', ' ') }
  return spawnSync(process.execPath, [join(root, 'test/moved.mjs'), moment, ...told], { cwd: scratch, env, encoding: 'utf8' })
}

describe('the tests at another hour', () => {
  it.each([
    ['green on the day of its fixtures', '2026-11-24T10:30', 0],
    ['red a month later', '2026-12-26T23:50', 1],
  ])('leave a test that mixes the machine’s time with its own %s', (_title, moment, status) => {
    const run = at(moment, 'mixed')
    expect(run.status, run.stdout + run.stderr).toBe(status)
    expect(run.stdout).toContain(status === 0 ? '1 passed' : '1 failed')
  })

  it.each(['forks', 'threads'])('tell one time in all processes and workers: %s', (pool) => {
    const run = at('2028-02-29T00:00', 'agreed', '--pool', pool)
    expect(run.status, run.stdout + run.stderr).toBe(0)
  })

  it.each(['', 'tomorrow', '2026-12-26', '2026-12-26 23:58'])('need a moment, and “%s” is none', (moment) => {
    const run = at(moment)
    expect(run.status).toBe(2)
    expect(run.stderr).toContain('npm run test:moved -- 2026-12-26T23:58')
  })
})
