import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskNl as words } from '../../../shared/words/nl/desk/desk.ts'
import { deskLineNl } from '../../../shared/words/nl/desk/line.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import type { Worker } from '../../support/journey/journey-worker.ts'

let line: Journey
let sam: Worker

beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  sam = await line.worker('sam.wilg')
  await sam.isAvailable()
})
afterAll(() => line.close())

const starts = async (alias: string) => {
  const referrer = await line.referrer('limburg-oost')
  await referrer.opensTheChat()
  await referrer.startsAs({ role: 'school', municipality: 'Genk', alias })
}

describe('while the worker is in a conversation', () => {
  it('1.9: accepting brings a contact to the front, and who waits stands on every screen', async () => {
    const { desk } = sam
    const strip = desk.locator('.waiting-strip')
    const heading = (alias: string) => desk.getByRole('heading', { name: `${words.form.heading} ${words.channels.chat} · ${alias}` })
    await starts('Juf Wilg')
    await sam.accepts()
    await heading('Juf Wilg').waitFor()
    await sam.notes('concern', 'Van juf Wilg')
    await sam.isSaved()
    await starts('Meester Eik')
    await sam.rings('CHAT')
    await sam.accepts()
    await heading('Meester Eik').waitFor()
    // 1.7: with two at once the desk says for whom it writes, and each form has its own mark.
    await desk.getByText(words.now.severalLive(2, 'Chat · Meester Eik')).waitFor()
    await sam.notes('concern', 'Van meester Eik')
    await desk.getByRole('button', { name: 'Juf Wilg' }).click()
    await heading('Juf Wilg').waitFor()
    await sam.hasNoted('concern', 'Van juf Wilg')
    await desk.locator('.notes.mark-0').waitFor()
    await desk.getByRole('button', { name: 'Meester Eik' }).click()
    await sam.hasNoted('concern', 'Van meester Eik')
    await desk.locator('.notes.mark-1').waitFor()
    // A third one waits, whether it still rings or was missed meanwhile.
    await starts('Zorgjuf Es')
    for (const screen of ['roster', 'families', 'now'] as const) {
      await sam.goesTo(screen)
      await strip.getByText(deskLineNl.waitingHeading).waitFor()
      await strip.getByText('Chat · School', { exact: false }).waitFor()
    }
    expect(await accessibilityProblems(sam.page)).toEqual([])
  })
})
