import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launcherWords } from '../../../shared/words/launcher.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { openBrowser } from '../../support/browser/browser.ts'
import { openWidgetSite, schoolPage, type WidgetSite } from '../../support/browser/widget-site.ts'

// The launcher on pages that we do not know: their styles, their routers, their tag managers, their browsers.
let site: WidgetSite
let browser: Browser
let page: Page
beforeAll(async () => {
  ;[site, browser] = await Promise.all([openWidgetSite(), openBrowser()])
})
afterAll(() => Promise.all([browser.close(), site.stop()]))
afterEach(() => page.context().close())

const launcher = () => page.getByRole('button', { name: launcherWords.nl.open })
const frame = () => page.frameLocator('permanence-chat iframe')

async function opens(html: string, viewport = { width: 1280, height: 900 }, prepare?: () => void): Promise<void> {
  page = await (await browser.newContext({ locale: 'nl-BE', viewport })).newPage()
  page.setDefaultTimeout(15_000)
  if (prepare) await page.addInitScript(prepare)
  site.pageIs(html)
  await page.goto(site.school)
}

/** Whether the middle of an element of the widget is on the screen and on top of everything else. */
const isOnTop = (selector: string) =>
  page.locator(`permanence-chat ${selector}`).evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect()
    const host = document.elementFromPoint(left + width / 2, top + height / 2)
    const isSeen = width > 40 && height > 40 && left >= 0 && top >= 0 && left + width <= innerWidth && top + height <= innerHeight
    return isSeen && host?.localName === 'permanence-chat'
  })

const header = '<header style="position:fixed;top:0;left:0;right:0;height:120px;z-index:2147483647;background:navy">De Linde</header>'

describe('the page cannot hide, move or cover the chat (2.1)', () => {
  it.each([
    ['every child of the body is positioned', 'body>*{position:relative;z-index:1}'],
    ['everything has a filter', '*{filter:grayscale(1)}'],
    ['everything has a transform', '*{transform:translateX(0)!important}'],
    ['the body is transformed', 'body{transform:translateY(40px) scale(.9)}'],
    ['the body is filtered, clipped and faint', 'body{filter:blur(2px);overflow:hidden;opacity:.3;contain:strict;height:10px}'],
    [
      'unknown elements are hidden',
      ':not(:defined),permanence-chat,html>*:not(head):not(body){display:none!important;visibility:hidden!important}',
    ],
    ['everything is invisible until the page has loaded', '*{opacity:0!important;pointer-events:none!important}'],
    [
      'everything is small',
      '*{width:0!important;height:0!important;max-width:1px!important;overflow:hidden!important;font-size:0!important}',
    ],
    [
      'the host is moved away',
      'permanence-chat{position:absolute!important;left:-9999px!important;clip-path:inset(50%)!important;zoom:.1}',
    ],
    [
      'everything is animated',
      '@keyframes away{to{transform:translateX(-200vw);opacity:0}}*{animation:away 1ms forwards!important;transition:all 9s!important}',
    ],
    ['a layer says important', '@layer page{*{display:none!important;all:unset!important}}'],
    [
      'letters run the other way',
      'html{direction:rtl;writing-mode:vertical-rl}*{text-transform:uppercase!important;letter-spacing:1em!important}',
    ],
  ])('%s', async (_, style) => {
    await opens(schoolPage({ head: `<style>${style}</style>`, body: header }))
    await launcher().waitFor()
    await expect.poll(() => isOnTop('.launcher')).toBe(true)
    await launcher().click()
    await frame().getByRole('button', { name: nl.widget.quickExit }).waitFor()
    await expect.poll(() => isOnTop('iframe')).toBe(true)
  })
})

describe('one launcher, and it stays (2.3)', () => {
  const count = () => page.locator('permanence-chat .launcher').count()
  const again = '<script src="PRODUCT/permanence.js" data-region="limburg-oost" async></script>'

  it.each([
    ['the script is there twice', again],
    ['the page has the script and the element', '<permanence-chat region="limburg-oost" language="nl"></permanence-chat>'],
  ])('%s', async (_, body) => {
    await opens(schoolPage({ body }))
    await page.waitForLoadState('load')
    await launcher().waitFor()
    await expect.poll(count).toBe(1)
  })

  it.each([
    ['its body is replaced', () => document.body.replaceWith(document.createElement('body'))],
    [
      'its router moves with pushState and fills the body anew',
      () => (history.pushState({}, '', '/next'), void (document.body.innerHTML = '<main>Volgende</main>')),
    ],
    ['its router replaces the whole document', () => document.documentElement.replaceWith(document.createElement('html'))],
    [
      'it is written anew',
      () => (document.open(), document.write('<!doctype html><title>Nieuw</title><body>Nieuw</body>'), document.close()),
    ],
    ['it removes what it does not know', () => document.querySelector('permanence-chat')?.remove()],
  ])('when %s', async (_, routes) => {
    await opens(schoolPage())
    await launcher().click()
    await frame().getByRole('button', { name: nl.widget.quickExit }).waitFor()
    await page.evaluate(routes)
    await launcher().waitFor()
    await expect.poll(count).toBe(1)
    await frame().getByRole('button', { name: nl.widget.closeWindow }).click()
    await page.locator('permanence-chat [aria-expanded="false"]').waitFor()
  })
})

describe('a tag manager', () => {
  it.each([
    [
      'runs the script without currentScript',
      `<script>const s=document.createElement('script');s.type='module';s.src='PRODUCT/permanence.js';s.dataset.region='limburg-oost';document.head.append(s)</script>`,
    ],
    ['drops the attributes, and the address names the region', `<script src="PRODUCT/permanence.js?region=limburg-oost" async></script>`],
    [
      'gives the element only',
      `<permanence-chat region="limburg-oost"></permanence-chat><script type="module" src="PRODUCT/permanence.js"></script>`,
    ],
  ])('%s (2.5)', async (_, script) => {
    await opens(`<!doctype html><title>x</title><body>${script}</body>`)
    await launcher().click()
    await expect
      .poll(() => page.locator('permanence-chat iframe').getAttribute('src'))
      .toContain(`${site.product}/chat/?region=limburg-oost`)
  })

  it('names no region, and the console says what to write (2.5)', async () => {
    page = await browser.newPage()
    site.pageIs('<!doctype html><title>x</title><body><script src="PRODUCT/permanence.js"></script></body>')
    const [message] = await Promise.all([page.waitForEvent('console'), page.goto(site.school)])
    expect([message.type(), message.text()]).toEqual(['warning', expect.stringMatching(/data-region.*<permanence-chat region/)])
    await expect.poll(() => page.locator('permanence-chat').count()).toBe(0)
  })
})

describe('on a small screen', () => {
  it('the window is a labelled dialog, and the page behind it cannot be reached (2.9)', async () => {
    await opens(schoolPage({ body: '<a href="#x">Een link van de school</a>' }), { width: 360, height: 740 })
    const behind = () => page.locator('body').evaluate((body) => body.matches('[inert]'))
    await launcher().click()
    await page.getByRole('dialog', { name: launcherWords.nl.open }).waitFor()
    await expect.poll(behind).toBe(true)
    await frame().getByRole('button', { name: nl.widget.closeWindow }).click()
    await expect.poll(behind).toBe(false)
    await page.setViewportSize({ width: 1280, height: 900 })
    await launcher().click()
    await frame().getByRole('button', { name: nl.widget.quickExit }).waitFor()
    await expect.poll(behind).toBe(false)
  })
})

describe('an older browser', () => {
  it.each([['Safari 15.4', 'everything that came later']])('%s has the button and the numbers (2.4): without %s', async () => {
    await opens(schoolPage(), undefined, () => {
      const gone: [object, string[]][] = [
        [AbortSignal, ['timeout', 'any']],
        [CSSStyleSheet.prototype, ['replace', 'replaceSync']],
        [globalThis, ['structuredClone', 'scheduler', 'navigation']],
        [Array.prototype, ['toSorted', 'toReversed', 'with', 'findLast', 'findLastIndex']],
        [String.prototype, ['toWellFormed', 'isWellFormed']],
        [Promise, ['withResolvers', 'try']],
        [Object, ['groupBy']],
        [HTMLElement.prototype, ['inert', 'popover', 'showPopover']],
      ]
      for (const [owner, names] of gone) for (const name of names) Reflect.deleteProperty(owner, name)
      Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets')
      Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets')
    })
    await launcher().click()
    await frame().getByText('112').first().waitFor()
    await frame().getByText(nl.callBack.helplines).waitFor()
    await frame().getByRole('combobox', { name: nl.widget.municipality }).fill('gen')
    await frame().getByRole('option', { name: 'Genk', exact: true }).waitFor()
    await expect.poll(() => launcher().evaluate((one) => getComputedStyle(one).position)).toBe('fixed')
  })
})
