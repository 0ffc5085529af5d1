import type { FrameLocator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deskNl as words } from '../../../shared/words/nl/desk/desk.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import type { Referrer } from '../../support/journey/journey-referrer.ts'
import type { Worker } from '../../support/journey/journey-worker.ts'

const { form } = words

let line: Journey
let sam: Worker
let desk: FrameLocator
let referrer: Referrer
let chats = 0

beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  sam = await line.worker('sam.wilg')
  await sam.isAvailable()
  desk = sam.desk
})
afterAll(() => line.close())

beforeEach(async () => {
  chats += 1
  referrer = await line.referrer('limburg-oost')
  await referrer.opensTheChat()
  await referrer.startsAs({ role: 'school', municipality: 'Genk', alias: `Juf Wilg ${chats}` })
  await sam.accepts()
  await sam.hasInFront(`Juf Wilg ${chats}`)
})
afterEach(async () => {
  await referrer.page.context().close()
  await sam.hangsUp('CHAT')
  await sam.finishes()
})

const answer = (question: string, text: string) => desk.getByRole('group', { name: question }).getByLabel(text, { exact: true }).check()
const numbers = () => desk.locator('.help-numbers a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))

describe('4: safety comes first', () => {
  it('“now” changes the whole screen to the numbers for help, and the rest comes back on demand', async () => {
    await answer(form.danger, form.dangers.emergency)
    await desk.getByRole('region', { name: form.dangers.emergency }).waitFor()
    await expect.poll(numbers).toEqual(['tel:112', 'tel:101'])
    await desk.getByLabel(form.concern).waitFor({ state: 'hidden' })
    await desk.getByRole('region', { name: words.now.known }).waitFor({ state: 'hidden' })
    expect(await accessibilityProblems(sam.page)).toEqual([])
    await desk.getByRole('button', { name: form.showAll }).click()
    await desk.getByLabel(form.concern).waitFor()
    await answer(form.danger, form.dangers['suspected-abuse'])
    await expect.poll(numbers).toEqual(['tel:1712', 'tel:102'])
    await answer(form.danger, form.dangers['cannot-wait'])
    await expect.poll(numbers).toEqual(['tel:1813', 'tel:102', 'tel:106'])
  })

  it('nothing of a consent is filled in by the form, and what contradicts it is asked about', async () => {
    await answer(form.consent, form.consents.yes)
    await expect.poll(() => desk.getByLabel(form.consentBy).inputValue()).toBe('')
    await expect.poll(() => desk.getByLabel(form.consentOn).inputValue()).toBe('')
    await expect.poll(() => desk.getByLabel(form.consentHow).inputValue()).toBe('')
    await answer(form.familyKnows, form.familyKnowing['not-yet'])
    await desk.getByText(form.familyKnowsContradicts).waitFor()
    await answer(form.danger, form.dangers.none)
    await answer(form.outcome, form.outcomes['broken-off'])
    await desk.getByRole('button', { name: form.log }).click()
    await desk.getByRole('link', { name: form.missing['consent-details'] }).waitFor()
    await desk.getByRole('link', { name: form.missing['family-knows'] }).waitFor()
    await answer(form.familyKnows, form.familyKnowing.yes)
    await desk.getByLabel(form.consentBy).selectOption({ label: form.consentBys.both })
    await desk.getByLabel(form.consentOn).fill('2026-11-24')
    await desk.getByLabel(form.consentHow).selectOption({ label: form.consentHows.written })
    await desk.getByRole('button', { name: form.log }).click()
    await desk.locator('#logged').waitFor()
  })

  it('a silent contact is closed with one click, until something was noted', async () => {
    const silent = desk.getByRole('button', { name: form.outcomes.silent })
    await desk.getByLabel(form.concern).fill('Toch iets')
    await silent.waitFor({ state: 'hidden' })
    await desk.getByLabel(form.concern).fill('')
    await silent.click()
    await desk.locator('#logged').waitFor()
    await desk.getByRole('region', { name: form.heading }).getByText(form.outcomes.silent).waitFor()
  })
})
