import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { gates } from './gates.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'gates-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const sound = 'export function greet(name: string): string {\n  return `Dag ${name}`\n}\n'

// The same tool with the same settings on a folder of its own: once sound, once with one wrong planted in it.
const planted: Record<string, { path: string; text: string; says: string }> = {
  format: { path: 'shared/wrong.ts', text: 'export const  a = "b";', says: 'wrong.ts' },
  lint: { path: 'shared/wrong.ts', text: 'export function send(): void {\n  fetch("http://127.0.0.1")\n}\n', says: 'no-floating-promises' },
  types: { path: 'shared/wrong.ts', text: "export const id: `case_${string}` = 'contact_1'\n", says: 'TS2322' },
  'dead code': { path: 'shared/wrong.ts', text: 'export const nobodyAsks = 1\n', says: 'wrong.ts' },
}

function folderWith(name: string, extra: { path: string; text: string } | null): string {
  const folder = join(scratch, name)
  mkdirSync(join(folder, 'shared'), { recursive: true })
  for (const settings of ['biome.json', '.oxlintrc.json', 'tsconfig.json']) cpSync(join(root, settings), join(folder, settings))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "name": "planted", "type": "module", "main": "shared/greet.ts" }\n')
  writeFileSync(join(folder, 'shared/greet.ts'), sound)
  if (extra) writeFileSync(join(folder, extra.path), extra.text)
  return folder
}

describe('a gate of npm run check', () => {
  it.each(gates)('$name is green on sound code and red on a planted wrong', ({ name, tool, arguments: given }) => {
    const wrong = planted[name]
    if (!wrong) throw new Error(`no wrong is planted for the gate "${name}"`)
    const run = (folder: string) => spawnSync(join(root, 'node_modules/.bin', tool), [...given], { cwd: folder, encoding: 'utf8' })

    const green = run(folderWith(`${tool}-sound`, null))
    expect(green.status, green.stdout + green.stderr).toBe(0)

    const red = run(folderWith(`${tool}-wrong`, wrong))
    expect(red.status).not.toBe(0)
    expect(red.stdout + red.stderr).toContain(wrong.says)
  })
})
