import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wallTimeFrom } from '../../../infra/local/machine/local-clock.ts'
import { startLocalLine, type LocalLine } from '../../../infra/local/local-line.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { openBrowser } from '../../support/browser/browser.ts'

let localLine: LocalLine
let browser: Browser
let page: Page
const complaints: string[] = []
beforeAll(async () => {
  ;[localLine, browser] = await Promise.all([startLocalLine({ clock: wallTimeFrom('2026-11-24T10:30'), quiet: true }), openBrowser()])
  page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
}, 60_000)
afterAll(async () => {
  await browser.close()
  await localLine.stop()
})
// The page also shows moments in the alerts of unattended lines, so the first one is taken: that of the clock.
const clockShows = (text: string) => page.locator('time', { hasText: text }).first()
const width = () => page.evaluate(() => document.documentElement.scrollWidth)

describe('the local page on a telephone', { timeout: 60_000 }, () => {
  it('fits, and is readable for everybody', async () => {
    await page.goto(`${localLine.origins.product}/`)
    await expect.poll(() => width()).toBeLessThanOrEqual(360)
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('says who is on duty, in each region that is open', async () => {
    const duty = page.getByRole('list').filter({ hasText: 'achterwacht' })
    await expect
      .poll(() => duty.getByRole('listitem').allTextContents())
      .toEqual([
        expect.stringMatching(/regio Oost: \w+ \w+, met \w+ \w+ als achterwacht$/),
        expect.stringMatching(/Noorderkempen: \w+ \w+, met \w+ \w+ als achterwacht$/),
      ])
  })

  it('moves the clock with one press, or to a date of choice', async () => {
    await page.getByRole('button', { name: '16:58' }).click()
    await clockShows('dinsdag 24 november om 16.58 uur').waitFor()
    await page.getByLabel('Datum en uur').fill('2026-12-25T10:30')
    await page.getByRole('button', { name: 'Zet de klok op' }).click()
    await clockShows('vrijdag 25 december om 10.30 uur').waitFor()
  })

  it('shows time go by without a press', async () => {
    await localLine.clock.advance(60_000)
    await clockShows('vrijdag 25 december om 10.31 uur').waitFor()
    expect(complaints).toEqual([])
  })
})

describe('somebody who signs in', { timeout: 60_000 }, () => {
  it('chooses who she is, and stands in the workspace', async () => {
    await page.goto(`${localLine.origins.aws}/workspace`)
    await expect.poll(() => width()).toBeLessThanOrEqual(360)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: 'Aanmelden als Noor Berk' }).click()
    await page.waitForURL(`${localLine.origins.aws}/workspace`)
  })

  it('does so for the desk in a window of its own', async () => {
    const context = await browser.newContext()
    const desk = await context.newPage()
    await desk.goto(`${localLine.origins.product}/desk/`)
    const opened = context.waitForEvent('page')
    await desk.getByRole('button', { name: /aanmelden/i }).click()
    await (await opened).getByRole('button', { name: 'Aanmelden als Sam Wilg' }).click()
    await desk.getByText('Sam Wilg').waitFor()
    await context.close()
  })
})
