import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deskNl as words } from '../../../shared/words/nl/desk/desk.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import type { Worker } from '../../support/journey/journey-worker.ts'

let line: Journey
let sam: Worker
let desk: Page

beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  sam = await line.worker('sam.wilg')
  await sam.isAvailable()
  const referrer = await line.referrer('limburg-oost')
  await referrer.opensTheChat()
  await referrer.startsAs({ role: 'school', municipality: 'Genk', alias: 'Juf Wilg' })
  await sam.accepts()
  await sam.hasInFront('Juf Wilg')
  await sam.notes('concern', 'Een kind komt te laat.')
  await sam.isSaved()
})
afterAll(() => line.close())

// The conversation in a tab of its own, with the worker signed in by this browser’s own session at the issuer.
beforeEach(async () => {
  await desk?.context().close()
  const context = await line.browser.newContext({ locale: 'nl-BE' })
  desk = await context.newPage()
  desk.setDefaultTimeout(20_000)
  await desk.goto(`${line.localLine.origins.product}/desk/`)
  await signsIn('sam.wilg', words.signIn)
  await desk.getByRole('button', { name: words.nav.toFinish }).click()
  await desk.getByRole('button', { name: words.toFinish.open }).last().click()
  await desk.getByLabel(words.form.concern).waitFor()
})

async function signsIn(username: string, button: string) {
  const [popup] = await Promise.all([desk.waitForEvent('popup'), desk.getByRole('button', { name: button }).first().click()])
  await popup.locator(`button[value="${username}"]`).click()
}

// The API refuses the tokens that were given so far, and the issuer no longer knows this browser.
async function sessionEnds() {
  await desk.context().clearCookies()
  const old = new Set<string | undefined>()
  let isOver = false
  await desk.context().route('**/api/desk/**', async (route) => {
    const token = route.request().headers()['authorization']
    if (!isOver) old.add(token)
    if (old.has(token)) await route.fulfill({ status: 401, json: { kind: 'signed-out' } })
    else await route.fallback()
  })
  await desk.getByLabel(words.form.tried).fill('Getypt na het einde')
  await desk.getByText(words.form.notSavedSignedOut).waitFor()
  isOver = true
}

describe('when the session ends while somebody writes', () => {
  it('1.13: the desk says so on every screen, signs in beside the notes and saves by itself', async () => {
    await sessionEnds()
    expect(await accessibilityProblems(desk)).toEqual([])
    for (const screen of ['line', 'roster', 'families', 'callbacks', 'toFinish', 'now'] as const) {
      await desk.getByRole('navigation', { name: words.title }).getByRole('button').filter({ hasText: words.nav[screen] }).click()
      await desk.locator('.session-ended').getByRole('button', { name: words.signInAgain }).waitFor()
    }
    const before = desk.url()
    await signsIn('sam.wilg', words.signInAgain)
    await desk.locator('.save.saved').waitFor()
    await desk.locator('.session-ended').waitFor({ state: 'hidden' })
    expect(desk.url()).toBe(before)
    await expect.poll(() => desk.getByLabel(words.form.tried).inputValue()).toBe('Getypt na het einde')
    await sam.hasInFront('Juf Wilg')
  })

  it('1.13: nothing is lost on a reload, and it is stored for nobody else', async () => {
    await sessionEnds()
    await desk.getByLabel(words.form.strengths).fill('Ook dit blijft')
    await expect.poll(() => desk.evaluate(() => sessionStorage.length)).toBe(1)
    const stored = await desk.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
    expect(stored).not.toMatch(/Getypt|blijft/)
    desk.once('dialog', (dialog) => void dialog.accept())
    await desk.reload()
    await signsIn('sam.wilg', words.signIn)
    await desk.locator('.save.saved').waitFor()
    await expect.poll(() => desk.getByLabel(words.form.strengths).inputValue()).toBe('Ook dit blijft')
    await expect.poll(() => desk.evaluate(() => sessionStorage.length)).toBe(0)
  })

  it('1.13: notes are not saved in the name of somebody else who signs in there', async () => {
    await sessionEnds()
    const saves: string[] = []
    desk.on('request', (request) => void (request.url().endsWith('/draft') && saves.push(request.url())))
    await signsIn('noor.berk', words.signInAgain)
    await desk.getByText(words.signedInAsSomebodyElse('Sam Wilg')).first().waitFor()
    expect(saves).toEqual([])
    await signsIn('sam.wilg', words.signInAgain)
    await desk.locator('.save.saved').waitFor()
  })
})
