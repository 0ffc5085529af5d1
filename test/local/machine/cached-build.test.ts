import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { cachedBuild } from '../../../infra/local/machine/cached-build.ts'

let project: string
let times: number
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

  it('goes when it is of an hour ago and something newer came', async () => {
    const old = await made()
    const longAgo = Date.now() / 1000 - 7200
    utimesSync(old, longAgo, longAgo)
    writeFileSync(join(project, 'infra', 'app.ts'), 'second')
    await made()
    expect(existsSync(old)).toBe(false)
  })
})
