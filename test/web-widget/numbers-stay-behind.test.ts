import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundleScript } from '../../infra/local/pages/bundles.ts'
import { type Built, buildProduct } from './built-pages.ts'

// A string that occurs only in the library with all number plans, which no page may load.
const trace = 'PREMIUM_RATE'
const text = (body: Uint8Array) => Buffer.from(body).toString('utf8')

let pages: Built
beforeAll(async () => {
  pages = await buildProduct()
})

describe('the reading of telephone numbers stays behind the doors:', () => {
  it('no page of the chat or the desk carries it', () => {
    expect(pages.size).toBeGreaterThan(5)
    for (const [path, { body }] of pages) expect([path, text(body).includes(trace)]).toEqual([path, false])
  })

  it('a page that carried it would be seen', async () => {
    const planted = await bundleScript(fileURLToPath(new URL('../../shared/numbers/callable-number.ts', import.meta.url)))
    expect(text(planted.body)).toContain(trace)
    expect(planted.body.length).toBeGreaterThan(100_000)
  })
})
