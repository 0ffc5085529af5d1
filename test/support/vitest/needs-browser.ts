import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importsOf } from '../../architecture/tree.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))
const drivesBrowser = ['playwright-core', '@sparticuz/chromium']

/** The test files that drive a browser: those that import Playwright or Chromium, directly or through other files in test/. */
export function testsWithBrowser(folder: string = project): string[] {
  const reads = readerOf(folder)
  return testFiles(folder).filter((path) => reads(path, new Set()))
}

/** Every test file, as a path relative to the root of the project. */
export function testFiles(folder: string = project): string[] {
  return readdirSync(join(folder, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `test/${path.replaceAll('\\', '/')}`)
    .sort()
}

function readerOf(folder: string): (path: string, seen: Set<string>) => boolean {
  const known = new Map<string, ReturnType<typeof importsOf>>()
  const imports = (path: string) => {
    const whole = join(folder, path)
    const found = known.get(path) ?? (existsSync(whole) ? importsOf({ path, text: readFileSync(whole, 'utf8') }) : [])
    known.set(path, found)
    return found
  }
  const reads = (path: string, seen: Set<string>): boolean => {
    if (seen.has(path)) return false
    seen.add(path)
    return imports(path).some(({ target, isPackage, typeOnly }) => {
      if (typeOnly) return false
      if (isPackage) return drivesBrowser.includes(target)
      return target.startsWith('test/') && reads(target, seen)
    })
  }
  return reads
}
