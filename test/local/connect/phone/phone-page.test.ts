import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '../../../../infra/local/connect/model/engine-api.ts'
import { phoneWords as words } from '../../../../infra/local/machine/local-words.ts'
import { accessibilityProblems } from '../../../support/browser/accessibility.ts'
import { openBrowser } from '../../../support/browser/browser.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'

let mediaLine: MediaLine
let browser: Browser
beforeAll(async () => {
  mediaLine = await startMediaLine()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await mediaLine.stop()
})

async function phone(width = 1440): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.goto(`${mediaLine.baseUrl}/phone`)
  await page.locator('button.call:enabled').waitFor()
  return page
}

async function calling(page: Page): Promise<Contact> {
  await page.getByRole('button', { name: 'Bellen' }).click()
  await page.getByRole('heading', { name: 'Verbonden met de lijn' }).waitFor()
  const contact = [...mediaLine.engineApi.contacts.values()].at(-1)
  if (!contact) throw new Error('nobody called')
  return contact
}

function pickUp(contact: Contact): void {
  mediaLine.engineApi.offer(contact, 'linde')
  mediaLine.engineApi.accept('linde', contact.id)
}

const says = (contact: Contact, text: string) => mediaLine.connect.media.says(contact, { text, languageCode: 'nl-BE', milliseconds: 0 })

describe('a caller', () => {
  it('dials a region and reads what the line says', async () => {
    const page = await phone()
    await page.getByLabel('1Gezin1Plan Voor- en Noorderkempen').check()
    const contact = await calling(page)
    expect(contact).toMatchObject({ dialledNumber: '+32000000002', customerNumber: '+32000000099' })
    says(contact, 'Welkom <b>bij</b> de lijn.')
    await page.getByRole('log').getByText('Welkom <b>bij</b> de lijn.').waitFor()
    await page.close()
  })

  it('withholds her number', async () => {
    const page = await phone()
    await page.getByLabel('Mijn nummer afschermen').check()
    expect((await calling(page)).customerNumber).toBeNull()
    await page.close()
  })

  it.each([
    ['that does not exist', '+32 470 00 00 00', 'Dit nummer bestaat niet'],
    ['that is none', 'tante', 'Dit nummer klopt niet'],
  ])('hears that a number %s', async (_, number, answer) => {
    const page = await phone()
    await page.getByLabel('Een ander nummer').check()
    await page.getByRole('textbox', { name: 'Nummer', exact: true }).fill(number)
    await page.getByRole('button', { name: 'Bellen' }).click()
    await page.getByRole('alert').filter({ hasText: answer }).waitFor()
    await page.close()
  })

  it('presses keys with the mouse and with the keyboard', async () => {
    const page = await phone()
    const contact = await calling(page)
    mediaLine.connect.media.gathers(contact, { maximumDigits: 1, endKey: '#' })
    await page.getByText('De lijn vraagt één toets.').waitFor()
    await page.getByRole('button', { name: 'sterretje' }).click()
    await page.keyboard.press('7')
    await expect.poll(() => mediaLine.engineApi.asked).toEqual(expect.arrayContaining([`key * ${contact.id}`, `key 7 ${contact.id}`]))
    await page.close()
  })

  it('waits, speaks with a worker and hangs up', async () => {
    const page = await phone()
    const contact = await calling(page)
    mediaLine.engineApi.change(contact, { state: 'queued' })
    await page.getByRole('heading', { name: 'Je wacht in de rij' }).waitFor()
    pickUp(contact)
    await page.getByRole('heading', { name: 'In gesprek met Linde' }).waitFor()
    await page.getByLabel('Zeg iets').fill('Goedemorgen 1 2 3')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('Goedemorgen 1 2 3').waitFor()
    await page.getByRole('button', { name: 'Inhaken' }).click()
    await page.getByRole('heading', { name: 'Het gesprek is afgelopen' }).waitFor()
    expect(mediaLine.engineApi.asked).toContain(`hang-up ${contact.id}`)
    expect(mediaLine.engineApi.asked.some((asked) => asked.startsWith('key 1'))).toBe(false)
    await page.close()
  })

  it('reloads her page and is still in the same call', async () => {
    const page = await phone()
    const contact = await calling(page)
    says(contact, 'Een ogenblik.')
    await page.getByText('Een ogenblik.').waitFor()
    await page.reload()
    await page.getByRole('log').getByText('Een ogenblik.').waitFor()
    await page.getByRole('heading', { name: 'Verbonden met de lijn' }).waitFor()
    expect(contact.state).not.toBe('ended')
    await page.close()
  })

  it('calls with the keyboard alone', async () => {
    const page = await phone()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    for (let count = 0; count < 3; count++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Verbonden met de lijn' }).waitFor()
    expect([...mediaLine.engineApi.contacts.values()].at(-1)?.dialledNumber).toBe('+32000000002')
    await page.close()
  })
})

describe('somebody whom the line calls', () => {
  const callOut = (number = '+32000000099'): string => {
    const called = mediaLine.engineApi.callOut({ username: 'linde', phoneNumber: number })
    return called.kind === 'dialling' ? called.contactId : ''
  }

  it('hears her telephone, answers with the key under her finger, and speaks', async () => {
    const page = await phone()
    const id = callOut()
    await page.getByRole('alert', { name: words.rings('+32000000099') }).waitFor()
    await page.getByRole('alert').getByText('De Plan-Trekkers regio Oost').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(words.answer)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.states.connected('Linde') }).waitFor()
    await page.getByLabel(words.sayLabel).fill('Dag, met mij')
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText('Dag, met mij').waitFor()
    mediaLine.engineApi.agentHangsUp('linde', id)
    await page.getByRole('heading', { name: words.states.ended }).waitFor()
    await page.close()
  })

  it('declines, and is where she was', async () => {
    const page = await phone()
    await page.getByLabel(words.ownNumber, { exact: true }).focus()
    const id = callOut()
    await page.getByRole('button', { name: words.decline }).click()
    await page.getByRole('button', { name: words.dial }).waitFor()
    await expect.poll(() => mediaLine.engineApi.contact(id)?.state).toBe('ended')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await expect.poll(() => page.getByText(words.missedCall('De Plan-Trekkers regio Oost')).count()).toBe(0)
    await page.close()
  })

  it('reads that she missed a call', async () => {
    const page = await phone()
    await page.getByLabel(words.ownNumber, { exact: true }).fill('+32 000 00 00 98')
    await page.getByLabel(words.withhold).check()
    const id = callOut('+32000000098')
    await page.getByRole('button', { name: words.answer }).waitFor()
    mediaLine.engineApi.stopContact(id)
    await page.getByText(words.missedCall('De Plan-Trekkers regio Oost')).waitFor()
    await page.close()
  })
})

describe.each([360, 1440])('at %i pixels the phone', (width) => {
  it('fits and is accessible, before and during a call', async () => {
    const page = await phone(width)
    expect(await accessibilityProblems(page)).toEqual([])
    const contact = await calling(page)
    says(contact, 'Welkom.')
    pickUp(contact)
    await page.getByLabel('Zeg iets').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.close()
  })
})
