import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launcherWords } from '../../../shared/words/launcher.ts'
import { en } from '../../../shared/words/en/en.ts'
import { fr } from '../../../shared/words/fr/fr.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'

const { widget } = nl
let line: Journey
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  // A worker must be available, else the page does not invite to a chat.
  await (await line.worker('sam.wilg')).isAvailable()
})
afterAll(() => line.close())

async function openPage(address: string, viewport = { width: 1280, height: 900 }): Promise<Page> {
  const page = await (await line.browser.newContext({ locale: 'nl-BE', viewport })).newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(address)
  return page
}
const frameAddress = (region = 'limburg-oost', language = 'nl') =>
  `${line.localLine.origins.product}/chat/?region=${region}&language=${language}`
const launcher = (page: Page) => page.getByRole('button', { name: launcherWords.nl.open })

describe('the launcher', () => {
  it('opens and closes by key, and the focus comes back', async () => {
    const page = await openPage(`${line.localLine.origins.school}/`)
    await launcher(page).focus()
    await page.keyboard.press('Enter')
    const frame = page.frameLocator('permanence-chat iframe')
    await frame.getByRole('button', { name: widget.start }).waitFor()
    await expect.poll(() => launcher(page).getAttribute('aria-expanded')).toBe('true')
    await frame.getByLabel(widget.role).focus()
    await page.keyboard.press('Escape')
    await page.locator('permanence-chat iframe').waitFor({ state: 'hidden' })
    await expect.poll(() => launcher(page).evaluate((button) => button.matches(':focus'))).toBe(true)
    await page.context().close()
  })

  it('fills a small screen and lets go of it again', async () => {
    const page = await openPage(`${line.localLine.origins.school}/`, { width: 360, height: 740 })
    await launcher(page).click()
    const frame = page.frameLocator('permanence-chat iframe')
    await frame.getByRole('button', { name: widget.closeWindow }).waitFor()
    await expect.poll(() => page.locator('permanence-chat iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 })
    await frame.getByRole('button', { name: widget.closeWindow }).click()
    await page.locator('permanence-chat iframe').waitFor({ state: 'hidden' })
    await page.context().close()
  })

  it('neither takes the style of the page nor gives it one', async () => {
    const page = await openPage(`${line.localLine.origins.school}/`)
    const heading = () => page.locator('h1').evaluate((element) => JSON.stringify({ ...getComputedStyle(element) }))
    const body = () => page.locator('body').evaluate((element) => JSON.stringify({ ...getComputedStyle(element) }))
    const before = [await heading(), await body()]
    await launcher(page).click()
    await page.frameLocator('permanence-chat iframe').getByLabel(widget.alias).waitFor()
    await expect.poll(async () => [await heading(), await body()]).toEqual(before)
    // The school’s stylesheet sets these properties on all buttons and frames; the chat must not inherit them.
    await expect.poll(() => launcher(page).evaluate((button) => getComputedStyle(button).textTransform)).toBe('none')
    await expect.poll(() => page.locator('permanence-chat iframe').evaluate((frame) => getComputedStyle(frame).transform)).toBe('none')
    await page.context().close()
  })

  it('is a way out when the page refuses the frame', async () => {
    const strict = await startStrictPage(line.localLine.origins.product)
    const page = await openPage(strict.address)
    await launcher(page).click()
    await page.getByRole('button', { name: widget.closeWindow }).click()
    await expect.poll(() => launcher(page).getAttribute('aria-expanded')).toBe('false')
    await page.context().close()
    strict.stop()
  })
})

describe('before the start', () => {
  it.each([
    ['an open line', 'limburg-oost', 360, widget.start],
    ['an open line', 'limburg-oost', 1280, widget.start],
    ['an unknown region', 'nergens', 360, widget.tryAgain],
  ] as const)('%s is accessible (%s, %i)', async (_title, region, width, seen) => {
    const page = await openPage(frameAddress(region), { width, height: 740 })
    await page.getByRole('button', { name: seen }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.context().close()
  })

  it('every target is large enough for a thumb', async () => {
    const page = await openPage(frameAddress(), { width: 360, height: 740 })
    await page.getByRole('button', { name: widget.start }).waitFor()
    const small = await page
      .locator('button, input, select')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML))
    expect(small).toEqual([])
    await page.context().close()
  })

  it('danger comes first, also when the text is twice as large', async () => {
    const page = await openPage(frameAddress(), { width: 320, height: 640 })
    await page.getByText(widget.emergency).waitFor()
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await page.context().close()
  })

  it('what is missing is said at each field, and the first takes the focus', async () => {
    const page = await openPage(frameAddress())
    await page.getByRole('button', { name: widget.start }).click()
    await page.getByText(widget.missing.referrerType).waitFor()
    await page.getByText(widget.missing.municipality).waitFor()
    await page.getByText(widget.missing.alias).waitFor()
    await expect.poll(() => page.getByLabel(widget.role).evaluate((field) => field.matches(':focus'))).toBe(true)
    expect(await accessibilityProblems(page)).toEqual([])
    await page.context().close()
  })

  it.each([
    ['its own team', 'genk', widget.municipalityHere('Groep Genk')],
    ['nobody knows which', 'as', widget.municipalityNotServed],
    ['another region', 'brasschaat', '1Gezin1Plan'],
  ] as const)('a municipality is found by key: %s', async (_title, typed, said) => {
    const page = await openPage(frameAddress())
    await page.getByRole('combobox', { name: widget.municipality }).focus()
    await page.keyboard.type(typed)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText(said).waitFor()
    await expect.poll(() => page.getByRole('combobox', { name: widget.municipality }).getAttribute('aria-expanded')).toBe('false')
    await page.context().close()
  })

  it.each([
    ['fr', fr],
    ['en', en],
  ] as const)(
    'a language that the region does not have is said before the first field, and the chat goes on and starts (1.8, %s)',
    async (language, asked) => {
      const page = await openPage(frameAddress('limburg-oost', language))
      const aside = page.getByText(asked.widget.goesOnIn('Nederlands'))
      await aside.waitFor()
      await page.getByText(widget.intro).waitFor()
      await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('nl-BE')
      await expect.poll(() => aside.getAttribute('lang')).toBe(language)
      const isBefore = () => aside.evaluate((one) => Boolean(one.compareDocumentPosition(document.querySelector('select') ?? one) & 4))
      await expect.poll(isBefore).toBe(true)
      await page.getByLabel(widget.role).selectOption('school')
      await page.getByRole('combobox', { name: widget.municipality }).fill('Genk')
      await page.getByRole('option', { name: 'Genk', exact: true }).click()
      await page.getByLabel(widget.alias).fill('Madame Saule')
      await page.getByRole('button', { name: widget.start }).click()
      await page.getByText(widget.inQueue).waitFor()
      await page.getByRole('button', { name: widget.quickExit }).click()
      await page.context().close()
    },
  )

  it('what must be filled in is said at its label and to a screen reader (2.9)', async () => {
    const page = await openPage(frameAddress())
    for (const label of [widget.role, widget.municipality, widget.alias]) {
      const one = page.getByLabel(`${label} ${widget.required}`)
      await expect.poll(() => one.evaluate((field) => field.matches(':required'))).toBe(true)
    }
    await expect.poll(() => page.getByLabel(widget.code).evaluate((field) => field.matches(':required'))).toBe(false)
    await page.context().close()
  })
})

// A site whose content security policy allows our script but not our frame.
async function startStrictPage(product: string): Promise<{ address: string; stop(): void }> {
  const html = `<!doctype html><title>x</title><body><script src="${product}/permanence.js" data-region="limburg-oost"></script></body>`
  const policy = `script-src ${product}; frame-src 'none'`
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(html)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop: () => void server.close() }
}
