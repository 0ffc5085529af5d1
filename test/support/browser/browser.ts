import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'
import { moveDate } from '../time/move-date.mjs'

// The browser makes no requests of its own, and root needs `--no-sandbox`. The package's own list of flags is not used, because it turns
// off the same-origin policy.
const launchFlags = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  // Nothing here draws in three dimensions: without the emulated graphics processor a page takes a tenth less processor time.
  '--disable-gpu',
  '--disable-software-rasterizer',
]

/** A headless Chromium: the one at CHROMIUM_PATH, otherwise the one from npm. Its pages have the same time as this process. */
export async function openBrowser(): Promise<Browser> {
  return onMovedClock(await launch())
}

// When a run moves the clock of the machine (moved-clock.mjs), the clock in the pages moves by the same amount.
function onMovedClock(browser: Browser): Browser {
  const ahead = Number(process.env['CLOCK_AHEAD'] ?? 0)
  if (ahead === 0) return browser
  const open = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await open(options)
    await context.addInitScript(moveDate, ahead)
    return context
  }
  return browser
}

async function launch(): Promise<Browser> {
  const own = process.env['CHROMIUM_PATH']
  if (own) return await playwright.launch({ executablePath: own, args: launchFlags })
  const folder = await unpacked()
  // On a machine without a font configuration the fonts of the package are used, otherwise no text would be shown.
  const fonts = existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }
  const executablePath = join(folder, 'chromium')
  const env = { ...definedOnly(process.env), ...fonts, ...librariesFor(executablePath, folder) }
  return await playwright.launch({ executablePath, args: launchFlags, env })
}

/** A machine with only Node lacks some libraries (NSS, expat), which the package has; a machine that has them uses its own. */
function librariesFor(executable: string, folder: string): Record<string, string> {
  const { stdout, status } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  return status !== 0 || stdout.includes('not found') ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {}
}

/** Unpacks into a temporary folder and then renames it, because two test workers may start at the same moment. */
async function unpacked(): Promise<string> {
  const home = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const place = join(tmpdir(), `permanence-chromium-${version}-with-libraries-${process.getuid?.() ?? 0}`)
  if (existsSync(place)) return place
  const fresh = mkdtempSync(join(tmpdir(), 'permanence-chromium-unpacking-'))
  const before = process.env['TMPDIR']
  try {
    process.env['TMPDIR'] = fresh
    await chromium.executablePath()
    await inflate(join(home, 'bin', 'al2023.tar.br'))
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
