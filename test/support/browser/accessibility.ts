import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong on a page by WCAG 2.1 AA, in short sentences; frames of others are left out. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return await page.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: unknown[] }[] }[] }
    const { axe: checker } = window as unknown as { axe: { run(options: unknown): Promise<Found> } }
    const found = await checker.run({ iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  })
}
