import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Gate, gates } from './architecture/gates.ts'

// `npm run check` runs every static check in parallel and does not stop at the first failure, so one run reports everything that is wrong.
const root = fileURLToPath(new URL('..', import.meta.url))
const architecture: Gate = {
  name: 'architecture',
  tool: 'vitest',
  arguments: ['run', 'test/architecture/architecture.test.ts', '--reporter=dot'],
}

type Verdict = { gate: Gate; passed: boolean; seconds: number; said: string }

function run(gate: Gate): Promise<Verdict> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(`${root}node_modules/.bin/${gate.tool}`, [...gate.arguments], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ gate, passed: code === 0, seconds: (performance.now() - began) / 1000, said: Buffer.concat(said).toString() })
    })
  })
}

const verdicts = await Promise.all([...gates, architecture].map(run))
for (const { gate, passed, seconds, said } of verdicts) {
  console.log(`${passed ? 'green' : 'RED  '} ${gate.name} (${seconds.toFixed(1)} s)`)
  if (!passed) console.log(said)
}
process.exitCode = verdicts.every((verdict) => verdict.passed) ? 0 : 1
