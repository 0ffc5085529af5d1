import type { FrameLocator, Page } from 'playwright-core'
import { deskRosterNl as words } from '../../../shared/words/nl/desk/roster.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'

/** A worker or coordinator at the roster in the desk. A turn is found by its text: "Sam Wilg jij 9 tot 13 uur". */
export type AtTheRoster = {
  opens(): Promise<void>
  /** Asks all colleagues, or one, to take over a turn. */
  asksASwapOf(day: string, turn: RegExp, colleague?: string): Promise<void>
  takesTheSwap(): Promise<void>
  agrees(): Promise<void>
  takesOver(day: string, turn: RegExp): Promise<void>
  replaces(day: string, turn: RegExp, by: string): Promise<void>
  /** Waits until the screen shows this result. */
  reads(sentence: string): Promise<void>
  seesNowOnDuty(name: string): Promise<void>
}

/** The roster, with the desk framed in the workspace or in a tab of its own. */
export function atTheRoster(desk: FrameLocator | Page): AtTheRoster {
  const open = (day: string, turn: RegExp) => desk.locator(`#day-${day} ~ .bars`).getByRole('button', { name: turn }).click()
  const press = (name: string) => desk.getByRole('button', { name, exact: true }).click()
  return {
    async opens() {
      await press(deskNl.nav.line)
      await press(deskNl.nav.roster)
      await desk.getByRole('heading', { name: words.weeks.heading }).waitFor()
    },
    async asksASwapOf(day, turn, colleague) {
      await open(day, turn)
      if (colleague !== undefined) await desk.getByLabel(words.turn.askWhom).selectOption({ label: colleague })
      await press(words.turn.askSwap)
    },
    takesTheSwap: () => press(words.swaps.take),
    agrees: () => press(words.swaps.agree),
    async takesOver(day, turn) {
      await open(day, turn)
      await press(words.turn.takeOver)
    },
    async replaces(day, turn, by) {
      await open(day, turn)
      await desk.getByLabel(words.turn.replaceBy).selectOption({ label: by })
      await press(words.turn.replace)
    },
    reads: (sentence) =>
      desk
        .getByRole('status')
        .getByText(sentence)
        .or(desk.getByRole('status').filter({ hasText: sentence }))
        .first()
        .waitFor(),
    seesNowOnDuty: (name) => desk.getByRole('region', { name: words.now.heading, exact: true }).getByText(name).first().waitFor(),
  }
}
