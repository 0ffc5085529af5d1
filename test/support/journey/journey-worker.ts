import type { FrameLocator, Page } from 'playwright-core'
import type { Outcome } from '../../../shared/domain/conversations/coaching.ts'
import { expect } from 'vitest'
import { workspaceWords } from '../../../infra/local/machine/local-words.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'
import { type AtTheLedger, atTheLedger } from './journey-ledger.ts'
import { type AtTheRoster, atTheRoster } from './journey-roster.ts'

/** A duty worker: the softphone in the workspace, with the desk framed beside it. */
export type Worker = {
  page: Page
  desk: FrameLocator
  ledger: AtTheLedger
  roster: AtTheRoster
  isAvailable(): Promise<void>
  rings(channel: 'VOICE' | 'CHAT'): Promise<void>
  accepts(): Promise<void>
  /** Types without sending. */
  types(text: string): Promise<void>
  seesTyping(name: string): Promise<void>
  writes(text: string): Promise<void>
  /** Waits for a text in the softphone: a message, or a text of the workspace itself. */
  reads(text: string): Promise<void>
  hears(text: string): Promise<void>
  seesOnTheDesk(text: string): Promise<void>
  /** Waits until the desk shows the contact of this referrer, and no earlier one. */
  hasInFront(alias: string): Promise<void>
  /** Waits until the earlier conversations of this referrer show one with this outcome. */
  seesEarlier(outcome: Outcome): Promise<void>
  /** Says of an earlier contact with the same number that it was the same person. */
  saysItIsTheSame(): Promise<void>
  notes(field: keyof typeof noteLabels, text: string): Promise<void>
  hasNoted(field: keyof typeof noteLabels, text: string): Promise<void>
  isSaved(): Promise<void>
  /** Records the family's consent: by a parent, today, spoken. */
  hasTheFamilysYes(): Promise<void>
  /** Answers that nobody is in danger, and how the conversation ends. */
  endsWith(outcome: Outcome): Promise<void>
  logs(): Promise<void>
  /** The code for the referrer, as the desk shows it. */
  readsTheCode(): Promise<string>
  takesOnFor(worker: string): Promise<void>
  /** Gives the reason for taking on a case above the caseload, and takes it on. */
  givesAsReason(reason: string): Promise<void>
  opensTheConversationOfTheCase(): Promise<void>
  goesTo(screen: keyof typeof deskNl.nav): Promise<void>
  hangsUp(channel: 'VOICE' | 'CHAT'): Promise<void>
  finishes(): Promise<void>
}

const noteLabels = {
  concern: deskNl.form.concern,
  strengths: deskNl.form.strengths,
  tried: deskNl.form.tried,
  stillPossible: deskNl.form.stillPossible,
}

const { form } = deskNl

/** Signs this made-up person in to the agent workspace. */
export async function aWorker(page: Page, workspaceOrigin: string, username: string): Promise<Worker> {
  await page.goto(`${workspaceOrigin}/workspace`)
  await page.locator(`button[value="${username}"]`).click()
  await page.getByLabel(workspaceWords.status).waitFor()
  const desk = page.frameLocator('div.app:not([hidden]) iframe')
  return {
    page,
    desk,
    ledger: atTheLedger(desk),
    roster: atTheRoster(desk),
    async isAvailable() {
      await page.getByLabel(workspaceWords.status).selectOption({ label: workspaceWords.statuses['Available'] ?? '' })
    },
    rings: (channel) => page.getByRole('heading', { name: workspaceWords.ringing[channel] }).waitFor(),
    accepts: () => page.getByRole('button', { name: workspaceWords.accept }).click(),
    types: (text) => page.getByRole('textbox', { name: workspaceWords.message }).pressSequentially(text),
    seesTyping: (name) => page.getByText(workspaceWords.typing(name)).waitFor(),
    async writes(text) {
      await page.getByRole('textbox', { name: workspaceWords.message }).fill(text)
      await page.getByRole('button', { name: workspaceWords.send }).click()
    },
    reads: (text) => page.getByText(text).first().waitFor(),
    hears: (text) => page.getByRole('log', { name: workspaceWords.spoken }).getByText(text).first().waitFor(),
    hasInFront: (alias) => desk.getByRole('region', { name: deskNl.now.known }).getByText(alias, { exact: true }).waitFor(),
    seesOnTheDesk: (text) => desk.getByText(text).first().waitFor(),
    saysItIsTheSame: () =>
      desk
        .getByRole('button', { name: `${deskNl.now.isSame}:` })
        .first()
        .click(),
    seesEarlier: (outcome) =>
      desk
        .getByRole('region', { name: deskNl.now.earlier })
        .getByRole('listitem')
        .filter({ hasText: form.outcomes[outcome] })
        .first()
        .waitFor(),
    notes: (field, text) => desk.getByLabel(noteLabels[field]).fill(text),
    async hasNoted(field, text) {
      await expect.poll(() => desk.getByLabel(noteLabels[field]).inputValue(), { timeout: 15_000 }).toBe(text)
    },
    isSaved: () => desk.getByText(deskNl.form.savedAt('').trim()).waitFor(),
    async hasTheFamilysYes() {
      await desk.getByRole('group', { name: form.consent }).getByLabel(form.consents.yes, { exact: true }).check()
      await desk.getByLabel(form.consentBy).selectOption({ label: form.consentBys.parent })
      await desk.getByLabel(form.consentOn).fill((await desk.getByLabel(form.consentOn).getAttribute('max')) ?? '')
      await desk.getByLabel(form.consentHow).selectOption({ label: form.consentHows.spoken })
    },
    async endsWith(outcome) {
      await desk.getByRole('group', { name: form.danger }).getByLabel(form.dangers.none, { exact: true }).check()
      await desk.getByRole('group', { name: form.outcome }).getByLabel(form.outcomes[outcome], { exact: true }).check()
    },
    logs: () => desk.getByRole('button', { name: deskNl.form.log }).click(),
    async readsTheCode() {
      const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/
      const told = await desk.getByText(form.loggedWithCode('').slice(0, 40)).filter({ hasText: code }).first().textContent()
      return code.exec(told ?? '')?.[0] ?? ''
    },
    async takesOnFor(worker) {
      await desk.getByRole('radio', { name: worker }).check()
      await desk.getByRole('button', { name: deskNl.takeOn.button }).click()
    },
    async givesAsReason(reason) {
      await desk.getByLabel(deskNl.takeOn.reason).fill(reason)
      await desk.getByRole('button', { name: deskNl.takeOn.button }).click()
    },
    opensTheConversationOfTheCase: () => desk.getByRole('button', { name: deskNl.families.conversation }).last().click(),
    goesTo: (screen) => desk.getByRole('button', { name: deskNl.nav[screen], exact: true }).click(),
    hangsUp: (channel) => page.getByRole('button', { name: workspaceWords.hangUp[channel] }).click(),
    finishes: () => page.getByRole('button', { name: workspaceWords.clear }).click(),
  }
}
