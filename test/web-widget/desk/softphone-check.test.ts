import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'
import { deskLineNl, softphoneNl as words } from '../../../shared/words/nl/desk/line.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'

let line: Journey
let signedIn: BrowserContext
let desk: Page
beforeAll(async () => {
  line = await openLine('2026-11-24 08:45')
  signedIn = (await line.worker('sam.wilg')).page.context()
})
afterAll(() => line.close())
afterEach(() => desk.close())

// Replaces the browser’s microphone: it opens or fails as asked, and the page records whether it was closed again.
async function openDesk(microphone: string): Promise<void> {
  desk = await signedIn.newPage()
  desk.setDefaultTimeout(20_000)
  await desk.addInitScript((how) => {
    const track = { stop: () => document.documentElement.setAttribute('data-microphone', 'closed') }
    const getUserMedia = async (asked: object) => {
      if (how !== 'works') throw new DOMException('', how)
      document.documentElement.setAttribute('data-microphone', JSON.stringify(asked))
      return { getTracks: () => [track] }
    }
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true })
  }, microphone)
  await desk.goto(`${line.localLine.origins.product}/desk/`)
  await desk.getByRole('button', { name: words.tryMicrophone }).click()
}

describe('a microphone that', () => {
  it.each([
    ['NotAllowedError', words.microphoneRefused],
    ['SecurityError', words.microphoneRefused],
    ['NotFoundError', words.microphoneAbsent],
    ['NotReadableError', words.microphoneBusy],
  ])('gives %s gets a sentence that says what to do', async (name, sentence) => {
    await openDesk(name)
    await desk.getByText(sentence).waitFor()
    await expect.poll(() => desk.getByRole('button', { name: words.save }).isDisabled()).toBe(true)
    await desk.getByText(words.tryFirst).waitFor()
    // Outside the workspace there is no softphone about which the worker could report.
    await expect.poll(() => desk.getByLabel(words.inWorkspace).count()).toBe(0)
  })
})

describe('the softphone check', () => {
  it.each([[380], [1440]])('is accessible and fits at %i pixels', async (width) => {
    await openDesk('works')
    await desk.setViewportSize({ width, height: 900 })
    await desk.getByText(words.microphoneWorks).waitFor()
    expect(await accessibilityProblems(desk)).toEqual([])
    await expect.poll(() => desk.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  it('asks for notifications on a click only', async () => {
    await openDesk('works')
    await desk.getByRole('group', { name: words.notifications }).waitFor()
    await expect.poll(() => desk.evaluate(() => Notification.permission)).not.toBe('granted')
  })

  it('says what is not right, and stays until all is', async () => {
    await openDesk('works')
    await desk.getByText(words.microphoneWorks).waitFor()
    await expect.poll(() => desk.locator('html').getAttribute('data-microphone')).toBe('closed')
    await desk.getByRole('button', { name: words.playTone }).click()
    await desk.getByRole('radio', { name: words.notHeard }).check()
    await desk.getByText(words.notHeardHelp).waitFor()
    await desk.getByRole('button', { name: words.save }).click()
    await desk.getByText(words.fails).waitFor()
    await desk.getByText(words.failedBefore).waitFor()
    await desk.getByRole('radio', { name: words.heard, exact: true }).check()
    await desk.getByRole('button', { name: words.save }).click()
    await expect.poll(() => desk.evaluate(() => document.activeElement?.textContent)).toBe(words.works)
    await desk.reload()
    await desk.getByText(words.works).waitFor()
  })
})

describe('the line screen', () => {
  it('says what to do about what is not good', async () => {
    await line.clockJumpsTo('2026-11-24 08:56')
    desk = await signedIn.newPage()
    await desk.goto(`${line.localLine.origins.product}/desk/`)
    await desk.getByRole('button', { name: deskNl.nav.line, exact: true }).click()
    await desk.getByText(deskLineNl.remedies['signed-in']).waitFor()
    await desk.getByText(deskLineNl.waiting(0)).waitFor()
    expect(await accessibilityProblems(desk)).toEqual([])
  })

  it('says who has an open line and is not signed in', async () => {
    await line.clockJumpsTo('2026-11-24 09:00')
    desk = await signedIn.newPage()
    await desk.goto(`${line.localLine.origins.product}/desk/`)
    await desk.getByRole('button', { name: deskNl.nav.line, exact: true }).click()
    await desk.getByText(deskLineNl.notThere('Sam Wilg')).waitFor()
  })
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
