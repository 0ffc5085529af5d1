import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceWords } from '../../../infra/local/machine/local-words.ts'
import { launcherWords } from '../../../shared/words/launcher.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import type { Referrer } from '../../support/journey/journey-referrer.ts'
import type { Worker } from '../../support/journey/journey-worker.ts'

// The chat window: the count of unread messages while it is closed, and the focus when it opens.
const { widget } = nl

let line: Journey
let sam: Worker
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  sam = await line.worker('sam.wilg')
  await sam.isAvailable()
})
afterAll(() => line.close())

async function talking(alias: string): Promise<Referrer> {
  const referrer = await line.referrer('limburg-oost')
  await referrer.opensTheChat()
  await referrer.startsAs({ role: 'school', municipality: 'Genk', alias })
  await sam.accepts()
  await referrer.reads(widget.joined('Sam'))
  await sam.reads(workspaceWords.joined('Sam'))
  return referrer
}

async function over(referrer: Referrer): Promise<void> {
  await referrer.ends()
  await referrer.reads(widget.ended)
  await sam.finishes()
}

/** Closes the window, and waits until the frame has confirmed to the host page that it is closed. */
async function shuts({ page, frame }: Referrer): Promise<void> {
  const answered = await page.evaluateHandle(() => {
    const heard = new Promise((resolve) =>
      addEventListener('message', ({ data }) => data?.permanence === 'unread' && resolve(data.permanence)),
    )
    return { heard }
  })
  await frame.getByRole('button', { name: widget.closeWindow }).click()
  await page.locator('permanence-chat [aria-expanded="false"]').waitFor()
  await answered.evaluate(({ heard }) => heard)
}

describe('the window of a talk', () => {
  it('shows that the other is typing, and counts what comes while the window is closed', async () => {
    const referrer = await talking('Juf Iep')
    const sign = referrer.frame.getByText(widget.typing('Sam'))
    // chatjs sends a typing event once in ten seconds at most, across all chats of one worker.
    await expect
      .poll(
        async () => {
          await sam.page.getByRole('textbox', { name: workspaceWords.message }).pressSequentially('a')
          return sign.isVisible()
        },
        { timeout: 15_000, interval: 500 },
      )
      .toBe(true)
    await shuts(referrer)
    await sam.writes('Dag Juf Iep')
    await sam.writes('Ben je daar?')
    const button = referrer.page.getByRole('button', { name: launcherWords.nl.unread(2) })
    await button.click()
    await referrer.reads('Ben je daar?')
    await referrer.page.getByRole('button', { name: launcherWords.nl.open, exact: true }).waitFor()
    await over(referrer)
  })

  it('counts also when the window was shut while the conversation was still loading', async () => {
    const held = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const referrer = await line.referrer('limburg-oost')
    await referrer.opensTheChat()
    await referrer.frame.getByRole('button', { name: widget.start }).waitFor()
    // The request that starts the chat is a piece of its own, which must arrive.
    let isStarted = false
    referrer.page.on('response', (response) => {
      if (response.url().endsWith('/api/widget/chats')) isStarted = true
    })
    await referrer.page.route('**/chat/piece-*.js', async (route) => {
      if (!isStarted) return await route.continue()
      asked.resolve()
      await held.promise
      await route.continue()
    })
    await referrer.startsAs({ role: 'school', municipality: 'Genk', alias: 'Juf Spar' })
    await asked.promise
    await referrer.frame.getByRole('button', { name: widget.closeWindow }).click()
    await referrer.page.locator('permanence-chat [aria-expanded="false"]').waitFor()
    await sam.accepts()
    await sam.reads(workspaceWords.joined('Sam'))
    held.resolve()
    await sam.writes('Dag Juf Spar')
    await referrer.page.getByRole('button', { name: launcherWords.nl.unread(1) }).click()
    await referrer.reads('Dag Juf Spar')
    await over(referrer)
  })

  it('has the focus where one writes, as soon as it starts', async () => {
    const referrer = await talking('Juf Ceder')
    const field = referrer.frame.getByLabel(widget.input)
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await referrer.page.keyboard.type('Zonder muis')
    await referrer.page.keyboard.press('Enter')
    await sam.reads('Zonder muis')
    await over(referrer)
  })
})
