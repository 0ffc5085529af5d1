import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takePorts } from '../../infra/local/machine/three-ports.ts'
import { openBrowser } from '../support/browser/browser.ts'
import { aReferrer, type Referrer } from '../support/journey/journey-referrer.ts'
import { aWorker, type Worker } from '../support/journey/journey-worker.ts'

// The machine fails in the middle of a conversation: the line is a process of its own, killed with -9 and started on the same folder.
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'endures-'))
const untilReady = 60_000

let browser: Browser
let running: ChildProcess
let port: number
let sam: Worker
let teacher: Referrer

async function start(): Promise<void> {
  const arguments_ = ['start', '--silent', '--', '--port', `${port}`, '--data', folder, '--clock', '2026-11-24T10:30']
  // In a process group of its own, so that the kill also reaches the child processes of npm.
  running = spawn('npm', arguments_, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((ready, failed) => {
    const timer = setTimeout(() => failed(new Error('the line was not ready in a minute')), untilReady)
    running.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('ready in')) {
        clearTimeout(timer)
        ready()
      }
    })
    running.once('exit', (code) => failed(new Error(`the line stopped with ${code}`)))
  })
}

async function powerCut(): Promise<void> {
  const gone = new Promise((resolve) => running.once('close', resolve))
  if (running.pid) process.kill(-running.pid, 'SIGKILL')
  await gone
}

beforeAll(async () => {
  const free = await takePorts(0)
  port = Number(new URL(free.origins.product).port)
  await free.close()
  browser = await openBrowser()
  await start()
}, 90_000)
afterAll(async () => {
  await browser?.close()
  await powerCut()
  rmSync(folder, { recursive: true, force: true })
})

const page = async () => await (await browser.newContext({ locale: 'nl-BE', viewport: { width: 1280, height: 900 } })).newPage()

describe('when the power goes in the middle of a conversation', () => {
  it('a teacher and the worker on duty are talking, and notes are taken', async () => {
    sam = await aWorker(await page(), `http://127.0.0.1:${port + 2}`, 'sam.wilg')
    await sam.isAvailable()
    teacher = await aReferrer(await page(), `http://127.0.0.1:${port + 1}/?region=limburg-oost`)
    await teacher.opensTheChat()
    await teacher.startsAs({ role: 'school', municipality: 'Genk', alias: 'Juf Wilg' })
    await sam.accepts()
    await teacher.writes('Een kind is al weken stil.')
    await sam.reads('Een kind is al weken stil.')
    await sam.notes('concern', 'Een kind is al weken stil.')
    await sam.isSaved()
  })

  it('after the restart the chat goes on where it was', async () => {
    await powerCut()
    await start()
    await teacher.reloads()
    await teacher.reads('Een kind is al weken stil.')
    await sam.page.reload()
    await teacher.writes('Ben je er nog?')
    await sam.reads('Ben je er nog?')
  })

  it('the draft is there, and becomes a case', async () => {
    await sam.hasNoted('concern', 'Een kind is al weken stil.')
    await sam.notes('stillPossible', 'De juf spreekt met mama.')
    await sam.hasTheFamilysYes()
    await sam.endsWith('taken-on')
    await sam.logs()
    await sam.takesOnFor('Sam Wilg')
    await sam.seesOnTheDesk('Sam Wilg neemt deze vraag op.')
  })

  it('after another cut the case is there too', async () => {
    await powerCut()
    await start()
    await sam.page.reload()
    await sam.goesTo('families')
    await sam.seesOnTheDesk('ten laatste op 24 december 2026')
    await expect.poll(() => sam.desk.getByRole('listitem').count()).toBe(1)
  })
})
