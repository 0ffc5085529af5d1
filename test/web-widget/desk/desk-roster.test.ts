import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { deskRosterNl as words } from '../../../shared/words/nl/desk/roster.ts'
import { deskNl } from '../../../shared/words/nl/desk/desk.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { deskOf } from '../../support/browser/desk-tab.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import { atTheRoster } from '../../support/journey/journey-roster.ts'

let line: Journey
let page: Page

beforeAll(async () => {
  line = await openLine('2026-11-24 09:50')
})
afterEach(() => page?.context().close())
afterAll(() => line?.close())

async function rosterOf(username: string, width = 1440) {
  page = await deskOf(username, { ...line, width })
  await atTheRoster(page).opens()
}
const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const focused = () => page.evaluate(() => document.activeElement?.id)
const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

describe('the roster', () => {
  it.each([
    [360, 'sam.wilg'],
    [1440, 'sam.wilg'],
    [360, 'greet.eik'],
    [1440, 'greet.eik'],
  ] as const)('is accessible and fits at %i pixels for %s', async (width, who) => {
    await rosterOf(who, width)
    expect(await accessibilityProblems(page)).toEqual([])
    await expect.poll(fits).toBe(true)
    await page.locator('.turn button').first().click()
    await page.locator('.turn-panel').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await expect.poll(fits).toBe(true)
  })

  it('opens a turn by key, leads into it, and Escape leads back', async () => {
    await rosterOf('sam.wilg')
    const turn = page.locator('#day-2026-11-27 ~ .bars').getByRole('button', { name: /Sam Wilg.*9 tot 13/ })
    await turn.press('Enter')
    await expect.poll(focused).toBe('day-2026-11-27-panel')
    await page.keyboard.press('Escape')
    await expect.poll(() => turn.evaluate((button) => document.activeElement === button)).toBe(true)
  })

  it('shows later weeks, and the way back to today', async () => {
    await rosterOf('sam.wilg')
    await press(words.weeks.later)
    await page.getByRole('heading', { name: words.weekOf('2026-12-21') }).waitFor()
    await page.getByText(`${words.day.closed} ${words.holidays.christmas}`).waitFor()
    await press(words.weeks.today)
    await page.getByRole('heading', { name: words.weekOf('2026-11-23') }).waitFor()
  })

  it('leads to what was asked once it was asked', async () => {
    await rosterOf('sam.wilg')
    await atTheRoster(page).asksASwapOf('2026-12-01', /Sam Wilg.*9 tot 13/, 'Noor Berk')
    await atTheRoster(page).reads(words.said.swapAsked)
    await expect.poll(focused).toBe('swaps')
    await page.getByText(words.swaps.mineAsked('1 december, 9 tot 13 uur', 'Noor Berk')).waitFor()
    await press(words.swaps.withdraw)
    await page.getByText(words.swaps.none).waitFor()
  })

  it('gives an address for her own calendar, and a new one when she asks', async () => {
    await rosterOf('sam.wilg')
    await press(words.calendar.show)
    const address = page.getByLabel(words.calendar.address)
    await expect.poll(() => address.inputValue()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/calendar\/limburg-oost\//)
    const before = await address.inputValue()
    expect(await (await fetch(before)).text()).toContain('BEGIN:VEVENT')
    await press(words.calendar.renew)
    await expect.poll(() => address.inputValue()).not.toBe(before)
    expect((await fetch(before)).status).toBe(404)
  })
})

describe('an absence', () => {
  it('says at each field what is missing, and leads to the first', async () => {
    await rosterOf('sam.wilg')
    await press(words.absences.add)
    await page.getByLabel(words.absences.kind).selectOption({ label: words.absences.kinds['home-visit'] })
    await press(words.absences.save)
    await expect.poll(focused).toBe('absence-from')
    await page.getByText(words.missing.day).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
  })

  it('of a few hours takes them out of her turn', async () => {
    await rosterOf('sam.wilg')
    await press(words.absences.add)
    await page.getByLabel(words.absences.kind).selectOption({ label: words.absences.kinds['home-visit'] })
    await page.getByLabel(words.absences.from, { exact: true }).fill('2026-12-08')
    await page.getByLabel(words.absences.fromClock).fill('9u30')
    await page.getByLabel(words.absences.toClock).fill('11')
    await press(words.absences.save)
    await atTheRoster(page).reads(words.said.changed)
    const day = page.locator('#day-2026-12-08 ~ .bars')
    await day.getByText(words.day.nobody).first().waitFor()
    await day.getByText(words.span('09:30', '11:00')).first().waitFor()
  })
})

describe('the coordinator', () => {
  it('sees what dropping a turn leaves before it is dropped', async () => {
    await rosterOf('greet.eik')
    await page
      .locator('#day-2026-12-03 ~ .bars')
      .getByRole('button', { name: /Noor Berk.*9 tot 13/ })
      .click()
    await press(words.turn.drop)
    await page.getByRole('group', { name: words.leaves.heading }).getByText('donderdag 3 december, 9 tot 13 uur').waitFor()
    await press(words.turn.sureDrop)
    await atTheRoster(page).reads(words.said.changed)
    await page.locator('#day-2026-12-03 ~ .bars').getByText(words.day.nobody).waitFor()
  })

  it('adds a turn where nobody was', async () => {
    await rosterOf('greet.eik')
    const extra = page.getByRole('region', { name: words.extra.heading })
    await extra.getByRole('button', { name: words.extra.save }).click()
    await expect.poll(focused).toBe('extra-day')
    await extra.getByLabel(words.extra.day).fill('2026-12-03')
    await extra.getByLabel(words.turnFields.worker).selectOption({ label: 'Sam Wilg' })
    await extra.getByRole('button', { name: words.extra.save }).click()
    await atTheRoster(page).reads(words.said.changed)
    await page
      .locator('#day-2026-12-03 ~ .bars')
      .getByRole('button', { name: /Sam Wilg.*9 tot 13.*extra/ })
      .waitFor()
  })

  it('changes the pattern, after seeing what it leaves', async () => {
    await rosterOf('greet.eik')
    const pattern = page.getByRole('region', { name: words.shifts.heading })
    await pattern.getByRole('button', { name: /^Aanpassen: Elke woensdag, 9 tot 13 uur: Lien Beuk$/ }).click()
    await pattern.getByLabel(words.turnFields.from, { exact: true }).fill('10')
    await press(words.shifts.done)
    await press(words.shifts.check)
    const gaps = page.getByRole('group', { name: words.leaves.heading })
    await gaps.getByText('woensdag 25 november, 9 tot 10 uur').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await press(words.leaves.anyway)
    await atTheRoster(page).reads(words.said.changed)
    await pattern.getByText('Elke woensdag, 10 tot 13 uur: Lien Beuk').waitFor()
    await expect.poll(focused).toBe('pattern')
    await page.getByRole('heading', { name: words.quality.gapsHeading }).waitFor()
  })

  it('has no turn of her own, and is asked for next year’s closing days', async () => {
    await rosterOf('greet.eik')
    await page.getByText(words.quality.closingDays(2027)).waitFor()
    await expect.poll(() => page.getByRole('heading', { name: words.calendar.heading }).count()).toBe(0)
    await page.getByRole('button', { name: deskNl.nav.hours }).waitFor()
  })
})
