import type { FrameLocator, Page } from 'playwright-core'
import { nl } from '../../../shared/words/nl/nl.ts'

/** A referrer in the chat on the page of a school. */
export type Referrer = {
  page: Page
  frame: FrameLocator
  opensTheChat(): Promise<void>
  reads(text: string): Promise<void>
  startsAs(who: { role: keyof typeof nl.referrers; municipality: string | null; alias: string; code?: string }): Promise<void>
  /** Types without sending. */
  types(text: string): Promise<void>
  writes(text: string): Promise<void>
  /** Ends the conversation and confirms that. */
  ends(): Promise<void>
  reloads(): Promise<void>
  canStart(): Promise<boolean>
  /** Fills in the call-back form and sends it; the form may then show an error. */
  asksToBeCalledBack(input: { number: string; others?: boolean }): Promise<void>
  /** Returns to the tab, as after looking at another one. */
  comesBack(): Promise<void>
  /** Chooses to be called back instead of waiting. */
  stopsWaiting(): Promise<void>
  isPromisedACall(): Promise<void>
}

export async function aReferrer(page: Page, address: string): Promise<Referrer> {
  await page.goto(address)
  const frame = page.frameLocator('permanence-chat iframe')
  const { widget, callBack } = nl
  const referrer: Referrer = {
    page,
    frame,
    opensTheChat: () => page.getByRole('button', { name: widget.launcher }).click(),
    reads: (text) => frame.getByText(text).first().waitFor(),
    async startsAs({ role, municipality, alias, code }) {
      await frame.getByLabel(widget.role).selectOption(role)
      await frame.getByRole('combobox', { name: widget.municipality }).click()
      if (municipality) await frame.getByRole('combobox', { name: widget.municipality }).fill(municipality)
      await frame.getByRole('option', { name: municipality ?? widget.municipalityNotKnown, exact: true }).click()
      await frame.getByLabel(widget.alias).fill(alias)
      if (code) await frame.getByLabel(widget.code).fill(code)
      await frame.getByRole('button', { name: widget.start }).click()
    },
    async writes(text) {
      await frame.getByLabel(widget.input).fill(text)
      await frame.getByRole('button', { name: widget.send, exact: true }).click()
    },
    types: (text) => frame.getByLabel(widget.input).pressSequentially(text),
    async ends() {
      await frame.getByRole('button', { name: widget.end }).click()
      await frame.getByRole('group', { name: widget.endConfirm }).getByRole('button', { name: widget.end }).click()
    },
    async reloads() {
      await page.reload()
    },
    async asksToBeCalledBack({ number, others = false }) {
      await frame.getByLabel(callBack.number).fill(number)
      await frame
        .getByRole('group', { name: callBack.othersMayAnswer })
        .getByRole('radio', { name: others ? callBack.yes : callBack.no })
        .check()
      await frame.getByRole('button', { name: callBack.send }).click()
    },
    // The event that a browser fires on returning to the tab; without it the chat refreshes every half minute.
    comesBack: () => frame.locator('body').evaluate((body) => void body.ownerDocument.dispatchEvent(new Event('visibilitychange'))),
    stopsWaiting: () => frame.getByRole('button', { name: callBack.rather }).click(),
    isPromisedACall: () => frame.getByRole('heading', { name: callBack.done, exact: true }).waitFor(),
    canStart: () => frame.getByRole('button', { name: widget.start }).isVisible(),
  }
  return referrer
}
