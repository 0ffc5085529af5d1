import type { Browser, Page } from 'playwright-core'
import type { LocalLine } from '../../../infra/local/local-line.ts'
import { deskNl as words } from '../../../shared/words/nl/desk/desk.ts'

/** The desk in a browser tab of this width, with this made-up person signed in. */
export async function deskOf(
  username: string,
  { localLine, browser, width = 1440 }: { localLine: LocalLine; browser: Browser; width?: number },
): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-BE', viewport: { width, height: 900 } })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${localLine.origins.product}/desk/`)
  const button = page.getByRole('button', { name: words.signIn })
  const [popup] = await Promise.all([page.waitForEvent('popup'), button.click()])
  await popup.locator(`button[value="${username}"]`).click()
  await page.getByRole('navigation', { name: words.title }).waitFor()
  return page
}
