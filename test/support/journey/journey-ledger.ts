import type { FrameLocator, Locator, Page } from 'playwright-core'
import type { AttemptResult } from '../../../shared/domain/callbacks/callback.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'

const { callbacks: words } = deskNl

/** A worker at the list of callers who are to be called back. */
export type AtTheLedger = {
  opens(): Promise<void>
  /** The open entry of this caller. */
  entry(who: string): Locator
  closedEntry(who: string): Locator
  /** Waits until the screen shows this result of the last step. */
  reads(sentence: string): Promise<void>
  claims(who: string): Promise<void>
  releases(who: string): Promise<void>
  seesTheNumber(who: string, written: string): Promise<void>
  calls(who: string): Promise<void>
  notes(who: string, result: AttemptResult): Promise<void>
  laysAside(who: string): Promise<void>
  comesBack(): Promise<void>
}

/** The list of call-backs, with the desk in a workspace or in a tab of its own. */
export function atTheLedger(desk: Page | FrameLocator): AtTheLedger {
  const entry = (who: string) => desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: who }) })
  const press = (who: string, name: string) => entry(who).getByRole('button', { name }).click()
  return {
    opens: () => desk.getByRole('button', { name: new RegExp(`^${words.heading}`) }).click(),
    entry,
    closedEntry: (who) => desk.getByRole('list', { name: words.closedHeading }).getByRole('listitem').filter({ hasText: who }),
    reads: (sentence) => desk.getByRole('status').filter({ hasText: sentence }).first().waitFor(),
    claims: (who) => press(who, words.claim),
    releases: (who) => press(who, words.release),
    seesTheNumber: (who, written) => entry(who).getByText(written).waitFor(),
    calls: (who) => press(who, words.call),
    notes: (who, result) => press(who, words.results[result]),
    laysAside: (who) => press(who, words.seen),
    // The event that a browser fires when the worker returns to this tab.
    comesBack: () => desk.locator('body').evaluate((body) => void body.ownerDocument.dispatchEvent(new Event('visibilitychange'))),
  }
}
