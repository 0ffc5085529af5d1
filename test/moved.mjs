// `npm run test:moved -- 2026-12-26T23:58 [arguments for vitest]` runs the tests as if it were that moment in Brussels.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [wall, ...rest] = process.argv.slice(2)
const preload = new URL('support/time/moved-clock.mjs', import.meta.url).href
process.env.CLOCK = wall ?? ''
if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(process.env.CLOCK)) {
  console.error('Say which moment it is, as a Brussels wall time: npm run test:moved -- 2026-12-26T23:58')
  process.exit(2)
}
// Loaded in this process too, so that CLOCK_AHEAD is computed once and every child process inherits the same value.
await import(preload)
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, `--import=${preload}`].filter(Boolean).join(' ')
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
const child = spawn(process.execPath, [vitest, 'run', ...rest], { stdio: 'inherit' })
child.on('exit', (code, signal) => {
  process.exitCode = signal ? 1 : (code ?? 1)
})
