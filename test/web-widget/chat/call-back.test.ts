import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceWords } from '../../../infra/local/machine/local-words.ts'
import { openCallbacks } from '../../../shared/storage/callbacks/callbacks.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import type { Referrer } from '../../support/journey/journey-referrer.ts'
import type { Worker } from '../../support/journey/journey-worker.ts'
import { tableOf } from '../../support/journey/line-desk.ts'

const { widget, callBack } = nl
const region = 'limburg-oost'
const before17 = 'vandaag voor 17 uur'

// A Tuesday from before the opening until after the closing. The tests depend on their order, since the clock only moves forward.
let line: Journey
beforeAll(async () => {
  line = await openLine('2026-11-24 08:00')
})
afterAll(() => line.close())

async function ledger() {
  const table = tableOf(line.localLine)
  const entries = await openCallbacks(table).ofRegion(region)
  table.client.destroy()
  return entries.map(({ entry, numberUntil }) => ({ ...entry, hasNumber: numberUntil !== null }))
}

async function comes(): Promise<Referrer> {
  const referrer = await line.referrer(region)
  await referrer.opensTheChat()
  return referrer
}

async function waits(alias: string): Promise<Referrer> {
  const referrer = await comes()
  await referrer.startsAs({ role: 'school', municipality: 'Genk', alias })
  await referrer.reads(widget.inQueue)
  return referrer
}

async function clockGoesTo(moment: string): Promise<void> {
  await line.clockJumpsTo(`2026-11-24 ${moment}`)
  await line.localLine.bus.runSchedules()
}

/** Everything that the browser stores and shows, in the school’s page and in the frame. */
async function leftIn(page: Page): Promise<string> {
  const parts = await Promise.all(
    page.frames().map(async (frame) => {
      const kept = await frame.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]))
      const fields = await frame.locator('input, textarea').evaluateAll((all) => all.map((one) => 'value' in one && one.value))
      return [kept, ...fields, await frame.locator('body').innerText()].join('\n')
    }),
  )
  return parts.join('\n')
}

const hasFocus = (referrer: Referrer, selector: string) =>
  referrer.frame.locator(selector).evaluate((element) => element === document.activeElement)

async function frameAlone(width: number): Promise<Page> {
  const page = await (await line.browser.newContext({ locale: 'nl-BE', viewport: { width, height: 800 } })).newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${line.localLine.origins.product}/chat/?region=${region}&language=nl`)
  return page
}

describe('before it opens', () => {
  it('when we call is told before a number is asked', async () => {
    const referrer = await comes()
    await referrer.reads('Nu gesloten. We zijn er weer vandaag om 9 uur.')
    await referrer.reads(callBack.form('vandaag tussen 9 en 17 uur'))
    await referrer.reads('Bel 112')
    await referrer.page.context().close()
  })

  it.each([360, 1440])('the form is accessible, also where it is wrong and when it is done (%i)', async (width) => {
    const page = await frameAlone(width)
    const isWhole = async () => {
      expect(await accessibilityProblems(page)).toEqual([])
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
    await page.getByLabel(callBack.number).waitFor()
    await page.getByText(callBack.optional).click()
    await isWhole()
    const small = await page
      .locator('button, input:not([type="radio"]), select, summary, .choice')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML))
    expect(small).toEqual([])
    await page.getByRole('button', { name: callBack.send }).click()
    await page.getByText(callBack.missingNumber).waitFor()
    await isWhole()
    await page.getByLabel(callBack.number).fill(`+32000000${width + 100}`.slice(0, 12))
    await page.getByRole('button', { name: callBack.send }).click()
    await page.getByText(callBack.erased).waitFor()
    await isWhole()
    await page.context().close()
  })

  it('a wrong number is told at its field, and a right one is promised a call', async () => {
    const known = (await ledger()).length
    const referrer = await comes()
    await referrer.asksToBeCalledBack({ number: '0900 12 345' })
    await referrer.reads(nl.refusals.number.premium)
    await expect.poll(() => hasFocus(referrer, '#number')).toBe(true)
    await expect.poll(() => referrer.frame.getByLabel(callBack.number).getAttribute('aria-invalid')).toBe('true')
    await expect.poll(() => referrer.frame.getByLabel(callBack.number).inputValue()).toBe('0900 12 345')
    expect(await ledger()).toHaveLength(known)
    await referrer.asksToBeCalledBack({ number: '+32 000 000 210', others: true })
    await referrer.isPromisedACall()
    await referrer.reads(callBack.promised('vandaag tussen 9 en 17 uur'))
    await expect.poll(() => hasFocus(referrer, '#call-back')).toBe(true)
    expect(await ledger()).toContainEqual(
      expect.objectContaining({
        reason: 'closed',
        state: 'open',
        hasNumber: true,
        consent: expect.objectContaining({ othersMayAnswer: true }),
      }),
    )
    await referrer.page.context().close()
  })

  it('by keys alone, and the number is nowhere in the browser afterwards', async () => {
    const referrer = await comes()
    const field = referrer.frame.getByLabel(callBack.number)
    await field.focus()
    for (const text of ['0', '000 000 221']) await referrer.page.keyboard.type(text === '0' ? '+32 ' : text)
    await referrer.page.keyboard.press('Tab')
    await referrer.page.keyboard.press('ArrowDown')
    await expect.poll(() => referrer.frame.getByRole('radio', { name: callBack.yes }).isChecked()).toBe(true)
    await referrer.page.keyboard.press('Enter')
    await referrer.isPromisedACall()
    await expect.poll(() => leftIn(referrer.page)).not.toMatch(/000 ?221/)
    expect(line.localLine.lines.join('\n')).not.toMatch(/000000221|000 000 221/)
    await referrer.page.context().close()
  })
})

describe('while it is open and nobody signed in', () => {
  it('it is said to be our fault, and nobody is invited to a chat', async () => {
    await clockGoesTo('10:30')
    const referrer = await comes()
    await referrer.reads(widget.nobodyOnDuty)
    await referrer.reads(callBack.form(before17))
    await expect.poll(() => referrer.canStart()).toBe(false)
    await referrer.page.context().close()
  })

  it('without a network she is told, and keeps what she typed', async () => {
    const referrer = await comes()
    await referrer.frame.getByLabel(callBack.number).waitFor()
    await referrer.page.context().setOffline(true)
    await referrer.asksToBeCalledBack({ number: '+32 000 000 231' })
    await referrer.reads(callBack.notSent)
    await expect.poll(() => referrer.frame.getByLabel(callBack.number).inputValue()).toBe('+32 000 000 231')
    await referrer.page.context().setOffline(false)
    await referrer.frame.getByRole('button', { name: callBack.send }).click()
    await referrer.isPromisedACall()
    expect(await ledger()).toContainEqual(expect.objectContaining({ reason: 'nobody-signed-in', state: 'open', hasNumber: true }))
    await referrer.page.context().close()
  })
})

describe('while everybody is in conversation', () => {
  let sam: Worker
  let first: Referrer
  let other: Referrer
  let second: Referrer
  let third: Referrer
  let late: Referrer

  async function joined(alias: string): Promise<Referrer> {
    const referrer = await waits(alias)
    await sam.accepts()
    await referrer.reads(widget.joined('Sam'))
    return referrer
  }

  it('she hears it before she starts, and may wait or give her number', async () => {
    sam = await line.worker('sam.wilg')
    await sam.isAvailable()
    await lineIs('open')
    first = await joined('Juf Eik')
    // A worker handles two chats at most.
    other = await joined('Juf Berk')
    await lineIs('busy')
    const referrer = await comes()
    await referrer.reads(widget.busy)
    await referrer.frame.getByRole('button', { name: callBack.offer }).click()
    await referrer.asksToBeCalledBack({ number: '+32 000 000 241' })
    await referrer.isPromisedACall()
    expect(await ledger()).toContainEqual(expect.objectContaining({ reason: 'busy', channel: 'form', contact: null }))
    await referrer.page.context().close()
  })

  it('who waits knows how many are before her', async () => {
    second = await waits('Juf Den')
    await second.reads(callBack.before(0))
    third = await waits('Juf Iep')
    await third.reads(callBack.before(1))
    await third.stopsWaiting()
    await third.frame.getByRole('button', { name: callBack.back }).click()
    await third.writes('Ik wacht nog even')
    await third.reads('Ik wacht nog even')
  })

  it('she gives up the wait for a call, and who comes after her moves up', async () => {
    await second.stopsWaiting()
    await second.asksToBeCalledBack({ number: '+32 000 000 251' })
    await second.isPromisedACall()
    await second.reads(callBack.waitsNoMore)
    await third.comesBack()
    await third.reads(callBack.before(0))
    expect(await ledger()).toContainEqual(
      expect.objectContaining({ channel: 'chat', alias: 'Juf Den', contact: expect.stringMatching(/^contact_/), state: 'open' }),
    )
    await expect.poll(() => leftIn(second.page)).not.toMatch(/000 ?251|participantToken/)
    await second.page.context().close()
  })

  it('she gives it up while it rings, and the worker is rung no longer', async () => {
    await other.ends()
    await sam.finishes()
    await sam.rings('CHAT')
    await third.stopsWaiting()
    await third.asksToBeCalledBack({ number: '+32 000 000 252' })
    await third.isPromisedACall()
    await sam.page.getByRole('heading', { name: workspaceWords.ringing.CHAT }).waitFor({ state: 'hidden' })
    await first.writes('Ben je er nog?')
    await sam.reads('Ben je er nog?')
    for (const one of [first, other, third]) await one.page.context().close()
  })

  it('who waited until it closed is offered a call', async () => {
    other = await joined('Juf Linde')
    late = await comes()
    await late.frame.getByRole('button', { name: widget.start }).waitFor()
    second = await waits('Juf Els')
    await second.reads(callBack.before(0))
    await clockGoesTo('17:00')
    const isTold = () => second.frame.getByText(callBack.closedWhileWaiting).isVisible()
    // The local line reads the clock once per round of its wait loop.
    await expect.poll(async () => (await line.passes(20), isTold()), { timeout: 30_000, interval: 200 }).toBe(true)
    await second.asksToBeCalledBack({ number: '+32 000 000 262' })
    await second.isPromisedACall()
    expect(await ledger()).toContainEqual(expect.objectContaining({ channel: 'chat', alias: 'Juf Els', state: 'open', hasNumber: true }))
    for (const one of [other, second]) await one.page.context().close()
  })

  it('the form stands at once where the line closed before the start', async () => {
    await late.startsAs({ role: 'school', municipality: 'Genk', alias: 'Juf Olm' })
    await late.reads(callBack.form('morgen tussen 9 en 17 uur'))
    await expect.poll(() => hasFocus(late, '#call-back')).toBe(true)
    await late.asksToBeCalledBack({ number: '+32 000 000 261' })
    await late.isPromisedACall()
    // The form does not ask again for what the referrer filled in for the chat.
    expect(await ledger()).toContainEqual(expect.objectContaining({ alias: 'Juf Olm', referrerType: 'school', municipality: '71016' }))
    await late.page.context().close()
  })
})

async function lineIs(kind: string): Promise<void> {
  const state = async () => {
    const answer = await fetch(`${line.localLine.origins.product}/api/widget/regions/${region}`)
    return (await answer.json()).state
  }
  await expect.poll(state, { timeout: 15_000 }).toMatchObject({ kind })
}
