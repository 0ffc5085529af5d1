import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openCallbacks } from '../../../shared/storage/callbacks/callbacks.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { makePromise, makeUnreached } from '../../support/people/callbacks.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import { type AtTheLedger, atTheLedger } from '../../support/journey/journey-ledger.ts'
import { standsInTable, tableOf } from '../../support/journey/line-desk.ts'

const { callbacks: words, figures } = deskNl

let line: Journey
let table: ReturnType<typeof tableOf>
let pages: Page[] = []
let people = 0
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  table = tableOf(line.localLine)
})
afterEach(async () => {
  for (const page of pages) await page.context().close()
  pages = []
})
afterAll(async () => {
  table.client.destroy()
  await line.close()
})

/** A referrer with a promised call back, under a name and number that no other test uses. */
async function promised(given: Parameters<typeof makePromise>[0] = {}): Promise<{ who: string; number: string; written: string }> {
  people += 1
  const number = `+320000006${people + 10}`
  const alias = `Zorgjuf ${people}`
  await openCallbacks(table).promise(makePromise({ alias, number, ...given }))
  return { who: `${alias} (gezin in Genk)`, number, written: number.replace(/^(\+32)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4') }
}

async function desk(username: string, width = 1440): Promise<Page & { ledger: AtTheLedger }> {
  const context = await line.browser.newContext({
    locale: 'nl-BE',
    viewport: { width, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  pages.push(page)
  page.setDefaultTimeout(20_000)
  await signsIn(page, username)
  return Object.assign(page, { ledger: atTheLedger(page) })
}

async function signsIn(page: Page, username: string): Promise<void> {
  await page.goto(`${line.localLine.origins.product}/desk/`)
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: deskNl.signIn }).click()])
  await popup.locator(`button[value="${username}"]`).click()
  await page.getByText(deskNl.nav.line, { exact: true }).waitFor()
}

async function atWork(username: string, width = 1440): Promise<Page & { ledger: AtTheLedger }> {
  const page = await desk(username, width)
  await page.ledger.opens()
  await page.getByRole('heading', { name: words.heading, exact: true }).waitFor()
  return page
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '')

describe('who is to be called back', () => {
  it('is counted in the tab, with until when and how', async () => {
    const { who, written } = await promised({ consent: { mayCall: true, othersMayAnswer: false, mayLeaveMessage: false }, language: 'fr' })
    const sam = await atWork('sam.wilg')
    await sam.getByRole('button', { name: words.tab(people) }).waitFor()
    const entry = sam.ledger.entry(who)
    for (const sentence of ['Bel vandaag voor 17 uur', words.othersMayNot, words.messageNotAllowed, words.languages.fr])
      await entry.getByText(sentence).waitFor()
    await expect.poll(() => entry.textContent()).not.toContain(written)
  })

  it('is one worker’s, who may lay it down again', async () => {
    const { who, written } = await promised()
    const [sam, ines] = [await atWork('sam.wilg'), await atWork('ines.linde')]
    await ines.ledger.entry(who).getByRole('button', { name: words.claim }).waitFor()
    // Ines’s desk cannot refresh, so it still shows the older ledger.
    await ines.route('**/api/desk/callbacks', (route) => route.abort())
    await sam.ledger.claims(who)
    await sam.ledger.seesTheNumber(who, written)
    await expect.poll(() => focused(sam)).toMatch(/^callback-/)
    await ines.unroute('**/api/desk/callbacks')
    await ines.ledger.claims(who)
    await ines.ledger.reads(words.said.claimedByOther('Sam Wilg'))
    await ines.ledger.entry(who).getByText(words.ownedBy('Sam Wilg')).waitFor()
    await expect.poll(() => ines.ledger.entry(who).textContent()).not.toContain(written)
    await sam.ledger.releases(who)
    await sam.ledger.reads(words.said.released(who))
    await ines.ledger.comesBack()
    await ines.ledger.entry(who).getByRole('button', { name: words.claim }).waitFor()
  })

  it('is called with another telephone when there is no softphone', async () => {
    const { who, number } = await promised()
    const sam = await atWork('sam.wilg')
    await sam.ledger.claims(who)
    const entry = sam.ledger.entry(who)
    await entry.getByText(words.outsideWorkspace).waitFor()
    await entry.getByRole('button', { name: words.copy }).click()
    await entry.getByText(deskNl.copied).waitFor()
    await expect.poll(() => sam.evaluate(() => navigator.clipboard.readText())).toBe(number)
    await expect.poll(() => entry.getByRole('button', { name: words.call }).count()).toBe(0)
  })

  it('1.6 stays open after three calls for nothing in a row', async () => {
    const { who, number } = await promised()
    const sam = await atWork('sam.wilg')
    await sam.ledger.claims(who)
    for (const [counted, result] of [[0, 'busy'] as const, [1, 'no-answer'] as const, [1, 'wrong-number'] as const]) {
      await sam.ledger.notes(who, result)
      await sam.ledger.reads(words.said.noted(counted))
      await sam.ledger.entry(who).getByText(words.results[result], { exact: false }).first().waitFor()
      await expect.poll(() => focused(sam)).toMatch(/^callback-/)
    }
    expect(await standsInTable(table, number)).toBe(true)
    await sam.ledger.notes(who, 'no-longer-needed')
    await sam.ledger.reads(words.said.done)
    await sam.ledger.closedEntry(who).getByText(words.states.done, { exact: true }).waitFor()
    await expect.poll(() => focused(sam)).toBe('callbacks-said')
    await sam.ledger
      .closedEntry(who)
      .getByRole('button', { name: words.undoOf(who) })
      .click()
    await sam.ledger.reads(words.said.undone)
    await sam.ledger.entry(who).getByText('(ongedaan gemaakt)').waitFor()
    await sam.ledger
      .entry(who)
      .getByText(/^Nog niet bereikt. Bel opnieuw vanaf/)
      .waitFor()
    expect(await standsInTable(table, number)).toBe(true)
  })

  it('stands apart when she asked for nothing, and never with a number', async () => {
    await openCallbacks(table).noteUnreached(makeUnreached({ alias: 'Buur Es', municipality: '71016' }))
    const sam = await atWork('sam.wilg')
    const entry = sam.getByRole('list', { name: words.withoutConsent }).getByRole('listitem').filter({ hasText: 'Buur Es' })
    await entry.getByText(words.reasons['left-in-queue']).waitFor()
    for (const name of [words.claim, words.call, words.release])
      await expect.poll(() => entry.getByRole('button', { name }).count()).toBe(0)
    await expect.poll(() => entry.textContent()).not.toMatch(/\+32/)
    await entry.getByRole('button', { name: words.seen }).click()
    await sam.ledger.reads(words.said.seen)
    await sam.ledger.closedEntry('Buur Es').getByText(words.states.seen).waitFor()
  })
})

describe.each([360, 1440])('at %i pixels', (width) => {
  it('the ledger fits and is accessible, also while one is called', async () => {
    const { who } = await promised({ consent: { mayCall: true, othersMayAnswer: true, mayLeaveMessage: true } })
    await openCallbacks(table).noteUnreached(makeUnreached())
    const sam = await atWork('sam.wilg', width)
    await sam.ledger.claims(who)
    await sam.ledger.entry(who).getByText(words.outsideWorkspace).waitFor()
    expect(await accessibilityProblems(sam)).toEqual([])
    await expect.poll(() => sam.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await sam.ledger.releases(who)
    await sam.ledger.reads(words.said.released(who))
  })

  it('the coordinator reads that nobody was lost', async () => {
    const greet = await desk('greet.eik', width)
    await greet.getByRole('button', { name: deskNl.nav.figures }).click()
    await greet.getByText(figures.lost(0), { exact: true }).waitFor()
    await greet.getByRole('table', { name: figures.became }).getByRole('row', { name: figures.rows.cameIn }).waitFor()
    await greet.getByText(figures.addsUp).first().waitFor()
    expect(await accessibilityProblems(greet)).toEqual([])
    await expect.poll(() => greet.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  })
})

describe('the ledger as time goes by', () => {
  it('grows by itself while she looks, and says so', async () => {
    const context = await line.browser.newContext({ locale: 'nl-BE' })
    const page = await context.newPage()
    pages.push(page)
    await page.clock.install()
    await signsIn(page, 'sam.wilg')
    const ledger = atTheLedger(page)
    await ledger.opens()
    await page.getByRole('heading', { name: words.openHeading }).waitFor()
    const { who } = await promised()
    await page.clock.runFor(31_000)
    await ledger.entry(who).waitFor()
    await ledger.reads('Er kwam iemand bij')
  })

  it('1.5 says in words and in the tab that it is too late, and then that it was lost', async () => {
    const { who } = await promised()
    await line.clockJumpsTo('2026-11-25 09:00')
    const sam = await atWork('sam.wilg')
    await sam.getByRole('button', { name: /\d+ te laat of verloren/ }).waitFor()
    await sam.ledger.entry(who).getByText('Te laat: we beloofden te bellen voor dinsdag 24 november 17 uur').waitFor()
    await line.clockJumpsTo('2026-11-30 10:00')
    await sam.ledger.comesBack()
    await sam.ledger.closedEntry(who).getByText(words.lost['never-called']).waitFor()
    await sam.ledger.closedEntry(who).getByText(words.states.lost, { exact: true }).waitFor()
    const greet = await desk('greet.eik')
    await greet.getByRole('button', { name: deskNl.nav.figures }).click()
    await greet.getByText(/^Verloren: [1-9]/).waitFor()
    await greet
      .getByText(figures.loss({ on: '2026-11-28', why: 'never-called' }))
      .first()
      .waitFor()
  })

  it('1.5 lets a coordinator give it to a worker, and close it with a reason', async () => {
    const { who } = await promised({ at: new Date('2026-11-30T09:00:00Z'), promise: null })
    const greet = await atWork('greet.eik')
    await greet.ledger.entry(who).getByText(words.nobodyYet).waitFor()
    await greet.ledger.entry(who).getByText(words.noTimePromised).waitFor()
    expect(await accessibilityProblems(greet)).toEqual([])
    await greet.ledger.entry(who).getByLabel(words.assignTo).selectOption({ label: 'Sam Wilg' })
    await greet.ledger.entry(who).getByRole('button', { name: words.assign }).click()
    await greet.ledger.reads(words.said.assigned(who, 'Sam Wilg'))
    await greet.ledger.entry(who).getByText(words.ownedBy('Sam Wilg')).waitFor()
    await greet.ledger.entry(who).getByLabel(words.settleWhy).selectOption({ label: words.settles['spoken-otherwise'] })
    await greet.ledger.entry(who).getByRole('button', { name: words.settle, exact: true }).click()
    await greet.ledger.reads(words.said.settled)
    await greet.ledger.closedEntry(who).getByText('Afgesloten door').waitFor()
  })
})
