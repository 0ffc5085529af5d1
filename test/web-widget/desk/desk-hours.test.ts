import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deskHoursNl as words } from '../../../shared/words/nl/desk/hours.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { deskOf } from '../../support/browser/desk-tab.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'

let line: Journey
let page: Page

beforeAll(async () => {
  line = await openLine('2026-11-24 09:50')
  page = await deskOf('greet.eik', line)
})
beforeEach(async () => {
  await page.getByRole('button', { name: deskNl.nav.line, exact: true }).click()
  await page.getByRole('button', { name: deskNl.nav.hours, exact: true }).click()
  await page.getByRole('heading', { name: words.week }).waitFor()
})
afterAll(() => line?.close())

const day = (name: string) => page.getByRole('group', { name })
const save = () => page.getByRole('button', { name: words.save }).click()
const focused = () => page.evaluate(() => document.activeElement?.id)

describe('the opening hours', () => {
  it.each([[360], [1440]] as const)('are accessible and fit at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 900 })
    expect(await accessibilityProblems(page)).toEqual([])
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })

  it('that contradict themselves are refused, each at its field', async () => {
    await day('maandag').getByLabel(words.spanTo(0), { exact: true }).fill('8')
    await day('dinsdag')
      .getByRole('button', { name: words.addSpan('dinsdag') })
      .click()
    await expect.poll(focused).toBe('hours-tue-1-from')
    await page.getByRole('button', { name: words.addClosing }).click()
    await save()
    await page.getByText(words.contradicts(6)).waitFor()
    await expect.poll(focused).toBe('hours-mon-0-to')
    await day('maandag').getByText(words.wrong['span-ends-before-it-begins']).waitFor()
    await day('dinsdag').getByText(words.wrong['not-a-time']).first().waitFor()
    await page.getByText(words.wrong['no-reason']).waitFor()
    await expect.poll(() => day('maandag').getByLabel(words.spanTo(0), { exact: true }).getAttribute('aria-invalid')).toBe('true')
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('take a suggestion with one click', async () => {
    const christmas = words.accept(`${words.reasons.christmas}, ${words.closing('2026-12-26', '2026-12-31')}`)
    await page.getByRole('button', { name: christmas }).click()
    await expect.poll(focused).toBe('suggestions')
    await page.getByText(words.notSaved).waitFor()
    await save()
    await page.getByText(words.saved).waitFor()
    await expect.poll(focused).toBe('hours-said')
    await expect.poll(() => page.getByLabel(words.reason).inputValue()).toBe(words.reasons.christmas)
    await page.getByText(/^Op de nieuwe sluitingsdagen vallen \d+ beurten weg\.$/).waitFor()
  })

  it('of today reach the telephone and the chat at once', async () => {
    await day('dinsdag').getByLabel(words.spanFrom(0), { exact: true }).fill('11.30')
    await save()
    await page.getByText(words.saved).first().waitFor()
    const referrer = await line.referrer('limburg-oost')
    await referrer.opensTheChat()
    await referrer.reads('11.30 uur')
    const caller = await line.caller()
    await caller.calls('regio Oost')
    await caller.hears('elf uur dertig')
  })
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
