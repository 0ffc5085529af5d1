import type { Page } from 'playwright-core'
import { phoneWords } from '../../../infra/local/machine/local-words.ts'

/** Somebody with the demonstration telephone. */
export type Caller = {
  page: Page
  calls(brand: string): Promise<void>
  /** Lets the line's time go by until the sentence is heard. */
  hears(sentence: string): Promise<void>
  presses(key: string): Promise<void>
  isConnectedWith(name: string): Promise<void>
  isHungUp(): Promise<void>
  says(text: string): Promise<void>
  hangsUp(): Promise<void>
  /** The number by which the line can call her. */
  hasNumber(number: string): Promise<void>
  /** Her number is withheld from now on. */
  withholdsHerNumber(): Promise<void>
  /** Lets time go by until the line waits for a key. */
  isAskedForAKey(): Promise<void>
  /** Her telephone goes, and she picks up. */
  answers(): Promise<void>
}

const longestWaitSeconds = 120
const stepSeconds = 4

/** A caller whose line time is moved on by `passes`, which lets the line catch up, so that nobody waits for prompts to be spoken. */
export async function aCaller(page: Page, address: string, passes: (seconds: number) => Promise<void>): Promise<Caller> {
  await page.goto(address)
  // What is asked may need the line's time to go on: prompts are spoken, rounds are waited.
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
