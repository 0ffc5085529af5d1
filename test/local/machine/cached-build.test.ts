import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { cachedBuild } from '../../../infra/local/machine/cached-build.ts'
import { itIs } from '../../support/time/clock.ts'

let project: string
let times: number
let changes = 0
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'made-'))
  times = 0
  mkdirSync(join(project, 'infra', 'local'), { recursive: true })
  writeFileSync(join(project, 'infra', 'app.ts'), 'first')
  writeFileSync(join(project, 'infra', 'local', 'town.ts'), 'first')
})
const make = async (folder: string) => {
  times += 1
  await new Promise((resolve) => setTimeout(resolve, 20))
  writeFileSync(join(folder, 'made.txt'), String(times))
}
const made = (how = make) => cachedBuild({ project, name: 'template', from: ['infra', 'package.json'], make: how })
const shelf = () => readdirSync(join(project, 'cdk.out'))

describe('what is made of the sources', () => {
  it('is made once', async () => {
    const folder = await made()
    expect(await made()).toBe(folder)
    expect([times, readFileSync(join(folder, 'made.txt'), 'utf8')]).toEqual([1, '1'])
  })

  it.each([
    ['is made anew when a source changed', ['infra', 'app.ts'], 2],
    ['is made anew when a source came', ['package.json'], 2],
    ['stays when only the stand-ins changed', ['infra', 'local', 'town.ts'], 1],
  ])('%s', async (_title, path, expected) => {
    await made()
    writeFileSync(join(project, ...path), 'second')
    await made()
    expect(times).toBe(expected)
  })

  it('is made by two at once without harm', async () => {
    const [one, other] = await Promise.all([made(), made()])
    expect(one).toBe(other)
    expect(existsSync(join(one, 'made.txt'))).toBe(true)
    expect(shelf()).toHaveLength(1)
  })

  it('is not there when the making failed', async () => {
    await expect(made(() => Promise.reject(new Error('broken source')))).rejects.toThrow('broken source')
    expect(shelf()).toEqual([])
  })

  it('is made while another process is at it, without a hand on its folder', async () => {
    const shelfOf = join(project, 'cdk.out')
    const [living, dead] = [`template-being-made-${process.ppid}-abcdef`, `template-being-made-${await endedProcess()}-abcdef`]
    for (const folder of [living, dead]) mkdirSync(join(shelfOf, folder), { recursive: true })
    await made()
    expect([living, dead].map((folder) => existsSync(join(shelfOf, folder)))).toEqual([true, false])
  })

  it('goes when four newer ones came and nobody uses it', async () => {
    const old = await made()
    await afterChanges(4)
    expect(existsSync(old)).toBe(true)
    renameSync(join(old, '..', `used-by-${process.pid}`), join(old, '..', `used-by-${await endedProcess()}`))
    await afterChanges(1)
    expect(existsSync(old)).toBe(false)
    expect(shelf()).toHaveLength(5)
  })

  it.each([
    ['ten years ahead', '2036-11-24 10:30'],
    ['ten years behind', '2016-11-24 10:30'],
  ])('is made and kept alike by a clock that is %s', async (_title, moment) => {
    itIs(moment)
    const [one, other] = await Promise.all([made(), made()])
    writeFileSync(join(project, 'infra', 'app.ts'), 'second')
    const newer = await made()
    expect([one, other, newer].map((folder) => existsSync(join(folder, 'made.txt')))).toEqual([true, true, true])
    expect(shelf()).toHaveLength(2)
  })
})

async function afterChanges(count: number): Promise<void> {
  for (let change = 0; change < count; change += 1) {
    changes += 1
    writeFileSync(join(project, 'infra', 'app.ts'), `change ${changes}`)
    await made()
  }
}

/** The id of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}
