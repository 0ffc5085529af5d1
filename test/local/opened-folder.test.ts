import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Closers, openResources } from '../../infra/local/line-resources.ts'
import { openKeyValueStore } from '../../infra/local/machine/key-value-store.ts'
import { PlainError } from '../../infra/local/machine/plain-error.ts'

const project = resolve(import.meta.dirname, '../..')
const closers: Closers = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})
const folderWith = (
  name: string | null,
  mode: number,
  text = 'no database at all, but a text of some length, long enough for a header',
) => {
  const folder = mkdtempSync(join(tmpdir(), 'line-'))
  if (name !== null) writeFileSync(join(folder, name), text.repeat(30))
  chmodSync(folder, mode)
  return folder
}
const sentenceOf = async (folder: string) => {
  const error: unknown = await openResources({ project, port: 0, folder, clock: null }, closers).catch((thrown: unknown) => thrown)
  return error instanceof PlainError ? error.message : error
}
const modeOf = (folder: string) => statSync(folder).mode & 0o777

describe('5.16: a data folder', () => {
  it('that others can read is closed to them, and a damaged store is said in one sentence', async () => {
    const folder = folderWith('connect.sqlite', 0o755)
    expect(await sentenceOf(folder)).toBe(
      `${folder}/connect.sqlite is damaged: put back a copy of it, or start with another --data folder.`,
    )
    expect(modeOf(folder)).toBe(0o700)
  })

  it('that others can read and that holds other things is refused, and left as it is', async () => {
    const folder = folderWith('holiday.txt', 0o750)
    expect(await sentenceOf(folder)).toContain(`Others can read ${folder}`)
    expect(modeOf(folder)).toBe(0o750)
  })

  it('with a damaged lock is said in one sentence', async () => {
    const folder = folderWith('lock.sqlite', 0o700)
    expect(await sentenceOf(folder)).toBe(`${folder}/lock.sqlite is damaged: delete it, it holds nothing.`)
  })
})

it('a store whose pages are damaged behind a whole header is said in one sentence too', () => {
  const file = join(folderWith(null, 0o700), 'connect.sqlite')
  const store = openKeyValueStore(file)
  for (let index = 0; index < 200; index += 1) store.put('contact', `c${index}`, 'x'.repeat(500))
  store.close()
  const pages = readFileSync(file)
  writeFileSync(file, Buffer.concat([pages.subarray(0, 4_096), Buffer.alloc(pages.length - 4_096, 7)]))
  expect(() => openKeyValueStore(file)).toThrow(PlainError)
  const other = join(folderWith(null, 0o700), 'connect.sqlite')
  const whole = openKeyValueStore(other)
  whole.put('contact', 'c1', 1)
  whole.close()
  expect(openKeyValueStore(other).get('contact', 'c1')).toBe(1)
})
