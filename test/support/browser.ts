import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'

// No background visits to the internet, and root needs `--no-sandbox`. The package's own list is not used: it switches the same-origin policy off.
const quietly = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
]

/** A headless Chromium: the one at CHROMIUM_PATH, else the one that came with npm. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH']
  if (own) return await playwright.launch({ executablePath: own, args: quietly })
  const folder = await unpacked()
  // A machine without any font configuration gets the fonts of the package, else pages would be empty.
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  const env = { ...definedOnly(process.env), ...fonts }
  return await playwright.launch({ executablePath: join(folder, 'chromium'), args: quietly, env })
}

/** Unpacks in a folder of its own and moves it into place whole, so that two test workers may start at the same moment. */
async function unpacked(): Promise<string> {
  const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'package.json')
  const { version } = JSON.parse(readFileSync(packed, 'utf8'))
  const place = join(tmpdir(), `permanence-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(place)) return place
  const fresh = mkdtempSync(join(tmpdir(), 'permanence-chromium-unpacking-'))
  const before = process.env['TMPDIR']
  try {
    process.env['TMPDIR'] = fresh
    await chromium.executablePath()
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
  try {
    renameSync(fresh, place)
  } catch (error) {
    if (!existsSync(place)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
  return place
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
