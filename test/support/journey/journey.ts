import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { type LocalLine, startLocalLine } from '../../../infra/local/local-line.ts'
import { at } from '../time/at.ts'
import { openBrowser } from '../browser/browser.ts'
import { aCaller, type Caller } from './journey-caller.ts'
import { aReferrer, type Referrer } from './journey-referrer.ts'
import { aWorker, type Worker } from './journey-worker.ts'

/** The whole line with a browser; the journey tests are written in the steps of the people who use it. */
export type Journey = {
  localLine: LocalLine
  browser: Browser
  /** Opens a school's page for this region, as a referrer does. */
  referrer(region: string): Promise<Referrer>
  /** Opens the phone page. */
  caller(): Promise<Caller>
  /** Signs this made-up worker in to the workspace. */
  worker(username: string): Promise<Worker>
  /** Sets the line's clock, as the local page does. */
  clockJumpsTo(moment: string): Promise<void>
  /** Advances the line's clock, and waits for the functions that this starts. */
  passes(seconds: number): Promise<void>
  /** Errors that pages threw or wrote to their console. */
  complaints: string[]
  close(): Promise<void>
}

const quietLooks = 4
const lookMilliseconds = 10

/** Starts the line and a browser at a Brussels wall time. Close it when done. */
export async function openLine(moment: string, data: string | null = null): Promise<Journey> {
  const [localLine, browser] = await Promise.all([startLocalLine({ clock: at(moment), data, seed: 11, quiet: true }), openBrowser()])
  // The roster must be applied in Connect before the first contact, as it is on any morning.
  await localLine.bus.runSchedules()
  const complaints: string[] = []
  const clock = async (change: object) => {
    await setClock(localLine, change)
    await catchesUp(localLine)
  }
  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({ locale: 'nl-BE', viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    page.setDefaultTimeout(45_000)
    page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    return page
  }
  return {
    localLine,
    browser,
    complaints,
    referrer: async (region) => aReferrer(await newPage(), `${localLine.origins.school}/?region=${region}`),
    caller: async () => aCaller(await newPage(), `${localLine.origins.aws}/phone`, (seconds) => clock({ advanceSeconds: seconds })),
    worker: async (username) => aWorker(await newPage(), localLine.origins.aws, username),
    clockJumpsTo: (to) => clock({ set: to.replace(' ', 'T') }),
    passes: (seconds) => clock({ advanceSeconds: seconds }),
    close: async () => {
      await browser.close()
      await localLine.stop()
    },
  }
}

// The line's clock can be advanced faster than functions and pages work: without this, on a slow machine, a caller would reach the
// longest waiting time within a second.
async function catchesUp(localLine: LocalLine): Promise<void> {
  for (let quiet = 0; quiet < quietLooks; quiet = localLine.functions.atWork() === 0 ? quiet + 1 : 0) await pause(lookMilliseconds)
}

async function setClock(localLine: LocalLine, change: object): Promise<void> {
  const answer = await fetch(`${localLine.origins.product}/local/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(change),
  })
  if (!answer.ok) throw new Error(`the clock was not set: ${answer.status}`)
}
