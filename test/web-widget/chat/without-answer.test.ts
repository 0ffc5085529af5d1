import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { en } from '../../../shared/words/en/en.ts'
import { fr } from '../../../shared/words/fr/fr.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { openBrowser } from '../../support/browser/browser.ts'
import { openWidgetSite, type WidgetSite } from '../../support/browser/widget-site.ts'
import { openWidgetApi, type WidgetApi } from '../../support/fixtures/widget-api.ts'

// The chat frame by itself: its own files, and an API that answers, fails or is silent.
let site: WidgetSite
let api: WidgetApi
let browser: Browser
let page: Page
beforeAll(async () => {
  ;[site, api, browser] = await Promise.all([openWidgetSite(), openWidgetApi(), openBrowser()])
})
afterAll(() => Promise.all([browser.close(), api.close(), site.stop()]))
afterEach(() => page.context().close())

async function opens(region: string, language: string): Promise<void> {
  page = await (await browser.newContext({ locale: 'nl-BE', viewport: { width: 360, height: 740 } })).newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${site.product}/chat/?region=${region}&language=${language}`)
}
const says = (text: string) => page.getByText(text).first().waitFor()

describe('numbers never depend on an answer (5.4)', () => {
  it.each([
    [
      'an error',
      500,
      'voor-en-noorderkempen',
      nl,
      ['03 431 23 00', '03 609 57 57', 'op maandag, dinsdag en donderdag van 10 uur tot 13 uur'],
    ],
    ['no answer', 'silent', 'limburg-oost', nl, ['op weekdagen van 9 uur tot 17 uur']],
    ['throttling', 429, 'voor-en-noorderkempen', fr, ['03 431 23 00', 'les lundi, mardi et jeudi de 10 h à 13 h']],
    ['an error', 503, 'voor-en-noorderkempen', en, ['03 431 23 00', 'on Monday, Tuesday and Thursday from 10:00 to 13:00']],
  ] as const)('%s (%s) shows the number, the hours and the helplines of %s', async (_, answer, region, words, shown) => {
    site.apiIs(answer)
    await opens(region, words.language)
    for (const text of [...shown, '112', '106', words.callBack.helplines]) await says(text)
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('the chat may still be tried, and starts where Connect lives', async () => {
    site.apiIs(500)
    await opens('limburg-oost', 'nl')
    await page.getByLabel(nl.widget.role).selectOption('school')
    await page.getByRole('combobox', { name: nl.widget.municipality }).fill('Genk')
    await page.getByRole('option', { name: 'Genk', exact: true }).click()
    await page.getByLabel(nl.widget.alias).fill('Juf Wilg')
    site.apiIs(api.ask)
    await page.getByRole('button', { name: nl.widget.start }).click()
    await says(nl.widget.inQueue)
    expect(api.asked('/contact/chat')).toHaveLength(1)
  })

  it('an answer that comes later takes its place, and what was filled in stays', async () => {
    site.apiIs(502)
    await opens('limburg-oost', 'nl')
    await page.getByLabel(nl.widget.alias).fill('Juf Den')
    site.apiIs(api.ask)
    await page.getByRole('button', { name: nl.widget.tryAgain }).click()
    await says(nl.widget.intro)
    await expect.poll(() => page.getByLabel(nl.widget.alias).inputValue()).toBe('Juf Den')
  })
})
