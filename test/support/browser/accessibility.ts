import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The violations of WCAG 2.1 AA that axe finds on a page, in short sentences. Frames with pages of others are skipped. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: unknown[] }[] }[] }
    const { axe: checker } = window as unknown as { axe: { run(options: unknown): Promise<Found> } }
    const found = await checker.run({ iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  })
}
