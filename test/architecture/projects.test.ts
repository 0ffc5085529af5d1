import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createVitest } from 'vitest/node'
import { testFiles, testsWithBrowser } from '../support/vitest/needs-browser.ts'

const scratch = mkdtempSync(join(tmpdir(), 'projects-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('the projects of the tests', () => {
  it('hold every test file, each once', async () => {
    const vitest = await createVitest('test', { watch: false, run: true, coverage: { enabled: false } })
    const found = (await vitest.globTestSpecifications()).map(({ moduleId }) => moduleId.slice(vitest.config.root.length + 1))
    await vitest.close()
    expect(found.sort()).toEqual(testFiles())
  })

  it.each([
    ['itself', { 'one.test.ts': "import { chromium } from 'playwright-core'" }, true],
    [
      'through another file',
      {
        'one.test.ts': "import { open } from './a.ts'",
        'a.ts': "import { b } from './b.ts'",
        'b.ts': "import chromium from '@sparticuz/chromium'",
      },
      true,
    ],
    [
      'in a circle',
      {
        'one.test.ts': "import './a.ts'",
        'a.ts': "import './b.ts'",
        'b.ts': "import './a.ts'\nimport { openBrowser } from './c.ts'",
        'c.ts': "import { chromium } from 'playwright-core'",
      },
      true,
    ],
    ['when it comes to it', { 'one.test.ts': "const { chromium } = await import('playwright-core')" }, true],
    ['not at all', { 'one.test.ts': "import { it } from 'vitest'" }, false],
    ['in its types only', { 'one.test.ts': "import type { Page } from 'playwright-core'" }, false],
  ])('know of a file that drives a browser %s', (title, files, isTrue) => {
    const folder = join(scratch, title)
    for (const [name, text] of Object.entries(files)) {
      const path = join(folder, 'test', 'deep', name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    expect(testsWithBrowser(folder)).toEqual(isTrue ? ['test/deep/one.test.ts'] : [])
  })
})
