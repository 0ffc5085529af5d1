import type { Page } from 'playwright-core'
import { phoneWords } from '../../../infra/local/machine/local-words.ts'

/** A caller on the demonstration phone page. */
export type Caller = {
  page: Page
  calls(brand: string): Promise<void>
  /** Advances the line's clock until the sentence is heard. */
  hears(sentence: string): Promise<void>
  presses(key: string): Promise<void>
  isConnectedWith(name: string): Promise<void>
  isHungUp(): Promise<void>
  says(text: string): Promise<void>
  hangsUp(): Promise<void>
  /** Sets the number from which the caller calls, and at which the line can call back. */
  hasNumber(number: string): Promise<void>
  /** Withholds the caller's number from now on. */
  withholdsHerNumber(): Promise<void>
  /** Advances the line's clock until the flow waits for a key. */
  isAskedForAKey(): Promise<void>
  /** Answers the ringing phone. */
  answers(): Promise<void>
}

const longestWaitSeconds = 120
const stepSeconds = 4

/** Opens the phone page. `passes` advances the line's clock and lets the line catch up, so that no prompt is waited for in real time. */
export async function aCaller(page: Page, address: string, passes: (seconds: number) => Promise<void>): Promise<Caller> {
  await page.goto(address)
  // Prompts and waiting rounds take time on the line's clock, so it is advanced until the result shows.
  const until = async (shown: () => Promise<boolean>, what: string): Promise<void> => {
    for (let waited = 0; waited <= longestWaitSeconds; waited += stepSeconds) {
      if (await shown()) return
      await passes(stepSeconds)
    }
    throw new Error(`the caller waited ${longestWaitSeconds} seconds for ${what}`)
  }
  return {
    page,
    async calls(brand) {
      await page.getByRole('radio', { name: brand }).check()
      await page.getByRole('button', { name: phoneWords.dial }).click()
    },
    hears: (sentence) => until(() => page.getByRole('log').getByText(sentence).first().isVisible(), `“${sentence}”`),
    presses: (key) => page.getByRole('button', { name: phoneWords.keys[key] ?? key, exact: true }).click(),
    isConnectedWith: (name) =>
      until(() => page.getByRole('heading', { name: phoneWords.states.connected(name) }).isVisible(), `a talk with ${name}`),
    isHungUp: () => until(() => page.getByText(phoneWords.states.ended).first().isVisible(), 'the end of the call'),
    async says(text) {
      await page.getByLabel(phoneWords.sayLabel).fill(text)
      await page.getByRole('button', { name: phoneWords.say }).click()
    },
    hangsUp: () => page.getByRole('button', { name: phoneWords.hangUp }).click(),
    hasNumber: (number) => page.getByLabel(phoneWords.ownNumber, { exact: true }).fill(number),
    withholdsHerNumber: () => page.getByLabel(phoneWords.withhold).check(),
    isAskedForAKey: () => until(() => page.getByText(phoneWords.asks(1)).isVisible(), 'the question for a key'),
    answers: () => page.getByRole('button', { name: phoneWords.answer }).click(),
  }
}
