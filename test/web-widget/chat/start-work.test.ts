import { afterAll, beforeAll, expect, it } from 'vitest'
import { startChatExample } from '../../../shared/contracts/widget/chats.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { workOf } from '../../../web-widget/chat/start/search.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'

const { widget, referrers } = nl
let line: Journey
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  await (await line.worker('sam.wilg')).isAvailable()
})
afterAll(() => line.close())

/** Starts a chat by the API, as somebody else does at the same moment. */
async function somebodyElse(turn: number): Promise<number> {
  const { product } = line.localLine.origins
  const seen = await fetch(`${product}/api/widget/regions/limburg-oost`)
  const ticket = String(Object(await seen.json()).startTicket)
  const session = `SomebodyElse-${String(turn).padStart(12, '0')}`
  const body = JSON.stringify({ ...startChatExample, session, ticket, work: workOf(ticket) })
  return (await fetch(`${product}/api/widget/chats`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status
}

it('5.6 in a busy minute the page does the work in a thread of its own, within its policy, and the chat starts', {
  timeout: 120_000,
}, async () => {
  for (let turn = 0; turn < 10; turn += 1) expect(await somebodyElse(turn)).toBe(201)
  const page = await (await line.browser.newContext({ locale: 'nl-BE' })).newPage()
  const violations: string[] = []
  const threads: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScriptURL/.test(message.text())) violations.push(message.text())
  })
  page.on('worker', (thread) => threads.push(thread.url()))
  await page.goto(`${line.localLine.origins.product}/chat/?region=limburg-oost&language=nl`)
  await page.getByLabel(widget.role).selectOption(referrers.school)
  await page.getByRole('combobox', { name: widget.municipality }).fill('Genk')
  await page.getByRole('option', { name: 'Genk' }).click()
  await page.getByLabel(widget.alias).fill('Juf Wilg')
  await page.getByRole('button', { name: widget.start }).click()
  await page.getByRole('textbox', { name: widget.input }).waitFor({ timeout: 60_000 })
  expect(threads).toHaveLength(1)
  expect(violations).toEqual([])
  await page.context().close()
})
