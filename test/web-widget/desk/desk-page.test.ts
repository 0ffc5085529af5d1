import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deskNl as words } from '../../../shared/words/nl/desk/desk.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import type { Referrer } from '../../support/journey/journey-referrer.ts'
import type { Worker } from '../../support/journey/journey-worker.ts'

let line: Journey
let sam: Worker
let referrer: Referrer
let desk: Page
let chats = 0

beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  sam = await line.worker('sam.wilg')
  await sam.isAvailable()
})
afterAll(() => line.close())

// A chat that Sam accepted, with Sam’s desk in a browser tab beside the workspace.
beforeEach(async () => {
  chats += 1
  const alias = `Juf Wilg ${chats}`
  referrer = await line.referrer('limburg-oost')
  await referrer.opensTheChat()
  await referrer.startsAs({ role: 'school', municipality: 'Genk', alias })
  await sam.accepts()
  await sam.hasInFront(alias)
  await sam.notes('concern', 'Een kind komt te laat.')
  await sam.isSaved()
  desk = await sam.page.context().newPage()
  desk.setDefaultTimeout(10_000)
  await desk.goto(`${line.localLine.origins.product}/desk/`)
  await desk.getByRole('button', { name: words.nav.toFinish }).click()
  await desk.getByRole('button', { name: words.toFinish.open }).last().click()
  await desk.getByLabel(words.form.concern).waitFor()
})
afterEach(async () => {
  await desk.close()
  await referrer.page.context().close()
  await sam.hangsUp('CHAT')
  await sam.finishes()
})

const saved = () => desk.locator('.save.saved').waitFor()

describe('the desk in a tab of its own', () => {
  it('opens what was begun in the workspace, without signing in again', async () => {
    await expect.poll(() => desk.getByLabel(words.form.concern).inputValue()).toBe('Een kind komt te laat.')
    await desk.getByText('Groep Genk').waitFor()
    await desk.getByText(words.now.earlierNotGiven).waitFor()
  })

  it.each([[380], [1440]] as const)('is accessible and fits at %i pixels', async (width) => {
    await desk.setViewportSize({ width, height: 900 })
    expect(await accessibilityProblems(desk)).toEqual([])
    await expect.poll(() => desk.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    for (const screen of ['toFinish', 'families', 'line'] as const) {
      await desk.getByRole('button', { name: words.nav[screen], exact: true }).click()
      await desk.getByRole('heading', { name: words[screen].heading, exact: true }).waitFor()
      expect(await accessibilityProblems(desk)).toEqual([])
    }
  })

  it('is worked by key alone: choose, write, agree', async () => {
    await desk.getByLabel(words.form.tried).focus()
    await desk.keyboard.type('Gesprek met de ouders')
    await desk.keyboard.press('Tab')
    await desk.keyboard.press('Space')
    await expect.poll(() => desk.getByLabel(words.form.familyKnowing.yes, { exact: true }).first().isChecked()).toBe(true)
    await desk.getByRole('button', { name: words.form.addAgreement }).press('Enter')
    await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('agreement-0')
    await desk.keyboard.type('De juf belt de ouders')
    await saved()
    await desk.reload()
    await desk.getByRole('button', { name: words.nav.toFinish }).click()
    await desk.getByRole('button', { name: words.toFinish.open }).last().click()
    await expect.poll(() => desk.getByLabel(words.form.agreementWhat).inputValue()).toBe('De juf belt de ouders')
  })

  it('says what is missing and leads there', async () => {
    await desk.getByRole('button', { name: words.form.log }).click()
    const link = desk.getByRole('link', { name: words.form.missing.outcome })
    await link.waitFor()
    await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('missing')
    await link.press('Enter')
    await expect.poll(() => desk.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('outcome')
    await desk.getByLabel(words.form.outcomes.advice).check()
    await link.waitFor({ state: 'hidden' })
    await desk.getByRole('button', { name: words.form.log }).click()
    await desk.getByRole('link', { name: words.form.missing['still-possible'] }).waitFor()
    await desk.getByRole('link', { name: words.form.missing.danger }).click()
    await expect.poll(() => desk.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('danger')
  })

  it('1.4 “We bellen terug” asks consent, number and moment, and stands in the ledger in her name', async () => {
    const { callBack, missing, outcomes, stillPossible, log } = words.form
    await desk.getByRole('group', { name: words.form.danger }).getByLabel(words.form.dangers.none).check()
    await desk.getByLabel(stillPossible).fill('De juf praat eerst met de ouders.')
    await desk.getByLabel(outcomes['call-back']).check()
    await desk.getByText(callBack.gate).waitFor()
    await expect.poll(() => desk.getByLabel(callBack.number).count()).toBe(0)
    await desk.getByRole('button', { name: log }).click()
    await desk.getByRole('link', { name: missing['may-call'] }).press('Enter')
    await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('callBackMayCall')
    await desk.getByLabel(callBack.mayCall).check()
    await desk.getByRole('button', { name: log }).click()
    await desk.getByRole('link', { name: missing.number }).waitFor()
    expect(await accessibilityProblems(desk)).toEqual([])
    await desk.getByLabel(callBack.number).fill('0470 65 43 21')
    await desk.getByLabel(callBack.on).fill('2026-11-25')
    await desk.getByLabel(callBack.part).selectOption({ label: callBack.parts.morning })
    await desk.getByRole('button', { name: log }).click()
    await desk.getByText(callBack.promised).waitFor()
    await desk.getByRole('button', { name: words.nav.callbacks }).click()
    await desk.getByText(words.callbacks.reasons['promised-in-talk']).waitFor()
    await desk.getByText(words.callbacks.mine, { exact: true }).waitFor()
    await desk.getByText('0470 65 43 21').waitFor()
  })

  it('hints at what points to a person, and counts near the end', async () => {
    await desk.getByLabel(words.form.strengths).fill('Bel oma op 0471 12 34 56')
    await desk.getByText(words.form.personalHint('telephone')).waitFor()
    await desk.getByLabel(words.form.strengths).fill('x'.repeat(590))
    await desk.getByText(words.form.charactersLeft(10)).waitFor()
    await saved()
  })

  it('keeps the words while the door is shut, and saves them when it opens', async () => {
    await desk.route('**/draft', (route) => route.abort())
    await desk.getByLabel(words.form.tried).fill('Dit mag niet weg')
    await desk.getByText(words.form.notSaved).waitFor()
    await expect.poll(() => desk.getByLabel(words.form.tried).inputValue()).toBe('Dit mag niet weg')
    await desk.unroute('**/draft')
    await desk.getByRole('button', { name: words.tryAgain }).click()
    await saved()
  })

  it('shows both texts when two desks wrote, and keeps the chosen one', async () => {
    await sam.notes('tried', 'Uit de werkplek')
    await sam.seesOnTheDesk(words.form.savedAt('').trim())
    await desk.waitForTimeout(1500)
    await desk.getByLabel(words.form.tried).fill('Uit het tabblad')
    await desk.getByText(words.form.conflict).waitFor()
    await desk.getByText('Uit de werkplek').waitFor()
    expect(await accessibilityProblems(desk)).toEqual([])
    // The worker may be writing far below, so the save line leads to the two versions.
    await desk.getByText(words.form.stale).waitFor()
    await desk.getByRole('button', { name: words.form.staleChoose }).click()
    await expect.poll(() => desk.evaluate(() => document.activeElement?.id)).toBe('conflict')
    await desk.getByRole('button', { name: words.form.conflictKeepMine }).click()
    await saved()
    await expect.poll(() => desk.getByLabel(words.form.tried).inputValue()).toBe('Uit het tabblad')
  })

  it('signs in with a popup when the browser does not know her', async () => {
    const context = await line.browser.newContext({ locale: 'nl-BE' })
    const page = await context.newPage()
    await page.goto(`${line.localLine.origins.product}/desk/`)
    const button = page.getByRole('button', { name: words.signIn })
    await button.waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    const [popup] = await Promise.all([page.waitForEvent('popup'), button.click()])
    await popup.locator('button[value="noor.berk"]').click()
    await page.getByText(words.signedInAs('Noor Berk')).waitFor()
    const stored = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href, document.cookie]))
    expect(stored).not.toMatch(/eyJ|code=/)
    await context.close()
  })
})
