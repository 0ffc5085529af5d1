import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest'
import type { Contact } from '../../../../infra/local/connect/model/engine-api.ts'
import { accessibilityProblems } from '../../../support/browser/accessibility.ts'
import { openBrowser } from '../../../support/browser/browser.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'
import { startFramedApp } from '../../../support/fixtures/framed-app.ts'

let app: Awaited<ReturnType<typeof startFramedApp>>
let browser: Browser
let mediaLine: MediaLine
let page: Page
beforeAll(async () => {
  app = await startFramedApp()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await app.stop()
})
beforeEach(async () => {
  mediaLine = await startMediaLine({ accessUrl: app.url })
  page = await workspace(1440)
})
afterEach(async () => {
  await page.context().close()
  await mediaLine.stop()
})

async function workspace(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'session', value: 'linde', url: mediaLine.baseUrl }])
  const opened = await context.newPage()
  await opened.goto(`${mediaLine.baseUrl}/workspace`)
  await opened.getByLabel('Status').waitFor()
  return opened
}

/** A customer in a new chat, who sends over plain HTTP. */
async function customer(): Promise<{
  contact: Contact
  post(operation: string, body: unknown): Promise<Response>
  messages(): Promise<string[]>
}> {
  const contact = mediaLine.engineApi.place()
  const { participantToken } = mediaLine.connect.startParticipant(contact, 'Ik heb een vraag')
  const participantApi = (operation: string, bearer: string, body: unknown): Promise<Response> =>
    fetch(`${mediaLine.baseUrl}/participant/${operation}`, {
      method: 'POST',
      headers: { 'x-amz-bearer': bearer },
      body: JSON.stringify(body),
    })
  const connected = await participantApi('connection', participantToken, { Type: ['CONNECTION_CREDENTIALS'], ConnectParticipant: true })
  const { ConnectionCredentials } = (await connected.json()) as { ConnectionCredentials: { ConnectionToken: string } }
  const post = (operation: string, body: unknown): Promise<Response> =>
    participantApi(operation, ConnectionCredentials.ConnectionToken, body)
  const messages = async (): Promise<string[]> => {
    const { Transcript } = (await (await post('transcript', { SortOrder: 'ASCENDING' })).json()) as { Transcript: { Content?: string }[] }
    return Transcript.flatMap(({ Content }) => Content ?? [])
  }
  return { contact, post, messages }
}

const ringing = (name: string) => page.getByRole('alert', { name })

describe('the agent workspace', () => {
  it('sends who is not signed in to the sign-in', async () => {
    const answer = await fetch(`${mediaLine.baseUrl}/workspace`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/signin?return=/workspace'])
  })

  it('tells who has no phone on this line', async () => {
    const answer = await fetch(`${mediaLine.baseUrl}/workspace`, { headers: { cookie: 'session=nobody' } })
    expect(answer.status).toBe(403)
  })

  it('changes the status', async () => {
    await page.getByLabel('Status').selectOption('Op huisbezoek')
    await expect.poll(() => mediaLine.engineApi.agent('linde')?.status).toBe('Op huisbezoek')
  })

  it('shows that a contact was missed and makes available again', async () => {
    const contact = mediaLine.engineApi.place({ channel: 'VOICE', customerName: null, customerNumber: null })
    mediaLine.engineApi.offer(contact, 'linde')
    await ringing('Er komt een oproep binnen').getByText('Nummer afgeschermd').waitFor()
    await page.getByRole('button', { name: 'Weigeren' }).click()
    await page.getByRole('tab', { name: /Gemist/ }).waitFor()
    const agent = mediaLine.engineApi.agent('linde')
    if (agent) mediaLine.connect.media.agentChanged(Object.assign(agent, { status: 'Missed' }))
    await page.getByRole('button', { name: 'Weer beschikbaar worden' }).click()
    await expect.poll(() => mediaLine.engineApi.agent('linde')?.status).toBe('Available')
  })

  it('signs out', async () => {
    await page.getByRole('button', { name: 'Afmelden' }).click()
    await page.waitForURL('**/signin/logout')
    expect(mediaLine.engineApi.asked).toContain('sign-out linde')
  })
})

describe('a chat in the workspace', () => {
  it('rings, is taken, talks both ways and is finished', async () => {
    const { contact, post, messages } = await customer()
    mediaLine.engineApi.offer(contact, 'linde')
    await ringing('Er komt een chat binnen').waitFor()
    await expect.poll(() => page.title()).toBe('● Er komt een chat binnen')
    await page.getByRole('button', { name: 'Opnemen' }).click()
    await page.getByRole('log').getByText('Ik heb een vraag').waitFor()
    await post('message', { ContentType: 'text/plain', Content: '<img src=x onerror=alert(1)>' })
    await page.getByRole('log').getByText('<img src=x onerror=alert(1)>').waitFor()
    await page.getByRole('textbox', { name: 'Bericht' }).fill('Vertel gerust')
    await page.keyboard.press('Enter')
    await expect.poll(messages).toContain('Vertel gerust')
    await page.getByRole('button', { name: 'Chat beëindigen' }).click()
    await page.getByRole('log').getByText('De chat is afgelopen').waitFor()
    await page.getByRole('button', { name: 'Afronden' }).click()
    await page.getByText('Er is nu geen gesprek').or(page.getByText('Kies Beschikbaar')).waitFor()
  })

  it('shows typing and comes back after a lost connection', { timeout: 20_000 }, async () => {
    const { contact, post } = await customer()
    mediaLine.engineApi.offer(contact, 'linde')
    mediaLine.engineApi.accept('linde', contact.id)
    await page.getByRole('log').getByText('Linde is erbij').waitFor()
    await post('event', { ContentType: 'application/vnd.amazonaws.connect.event.typing' })
    await page.getByText('Esdoorn schrijft…').waitFor()
    mediaLine.connect.dropSockets()
    await post('message', { ContentType: 'text/plain', Content: 'in de tunnel' })
    await page.getByRole('log').getByText('in de tunnel').waitFor({ timeout: 15_000 })
  })

  it('is still there after a reload, also in after-contact work', async () => {
    const { contact } = await customer()
    mediaLine.engineApi.offer(contact, 'linde')
    mediaLine.engineApi.accept('linde', contact.id)
    await page.getByRole('log').getByText('Linde is erbij').waitFor()
    await page.reload()
    await page.getByRole('log').getByText('Ik heb een vraag').waitFor()
    mediaLine.engineApi.stopContact(contact.id)
    await page.reload()
    await page.getByRole('log').getByText('Ik heb een vraag').waitFor()
    await page.getByRole('button', { name: 'Afronden' }).waitFor()
  })

  it('refuses a message that is too long and keeps the text', async () => {
    const { contact, messages } = await customer()
    mediaLine.engineApi.offer(contact, 'linde')
    mediaLine.engineApi.accept('linde', contact.id)
    await page.getByRole('textbox', { name: 'Bericht' }).fill('a'.repeat(1026))
    await page.keyboard.press('Enter')
    await page.getByText('2 tekens te lang').waitFor()
    await expect.poll(() => page.getByRole('textbox', { name: 'Bericht' }).inputValue()).toHaveLength(1026)
    await page.getByRole('textbox', { name: 'Bericht' }).fill('Korter')
    await page.keyboard.press('Enter')
    await expect.poll(messages).toEqual(['Ik heb een vraag', 'Korter'])
  })
})

describe('who answers with the keyboard alone', () => {
  it('stands at once where she writes', async () => {
    const { contact, messages } = await customer()
    mediaLine.engineApi.offer(contact, 'linde')
    await page.getByRole('button', { name: 'Opnemen' }).press('Enter')
    await expect.poll(() => page.getByRole('textbox', { name: 'Bericht' }).evaluate((box) => box === document.activeElement)).toBe(true)
    await page.getByRole('log').getByText('Linde is erbij').waitFor()
    await page.keyboard.type('Dag')
    await page.keyboard.press('Enter')
    await expect.poll(messages).toContain('Dag')
  })

  it('stands at once where she speaks', async () => {
    const call = mediaLine.engineApi.place({ channel: 'VOICE' })
    mediaLine.engineApi.offer(call, 'linde')
    await page.getByRole('button', { name: 'Opnemen' }).press('Space')
    await expect.poll(() => page.getByLabel('Zeg iets').evaluate((box) => box === document.activeElement)).toBe(true)
  })

  it('keeps the next message while the one before is on its way, and gets back one that did not leave', async () => {
    const { contact, messages } = await customer()
    mediaLine.engineApi.offer(contact, 'linde')
    await page.getByRole('button', { name: 'Opnemen' }).press('Enter')
    await page.getByRole('log').getByText('Linde is erbij').waitFor()
    const [held, box] = [Promise.withResolvers<void>(), page.getByRole('textbox', { name: 'Bericht' })]
    await page.route('**/participant/message', (route) => held.promise.then(() => route.continue()))
    await box.fill('Eerst')
    await box.press('Enter')
    await expect.poll(() => box.inputValue()).toBe('')
    await box.fill('Daarna')
    held.resolve()
    await page.getByRole('log').getByText('Eerst').waitFor()
    await expect.poll(() => box.inputValue()).toBe('Daarna')
    await page.unroute('**/participant/message')
    await page.route('**/participant/message', (route) => route.fulfill({ status: 400, body: '{}' }))
    await box.press('Enter')
    await page.getByText('Niet verstuurd').waitFor()
    await expect.poll(() => box.inputValue()).toBe('Daarna')
    expect(await messages()).not.toContain('Daarna')
  })
})

describe('a call in the workspace', () => {
  it('shows the whisper and lets both sides speak', async () => {
    const phone = await page.context().newPage()
    await phone.goto(`${mediaLine.baseUrl}/phone`)
    await phone.getByRole('button', { name: 'Bellen' }).click()
    await phone.getByRole('heading', { name: 'Verbonden met de lijn' }).waitFor()
    const [contact] = mediaLine.engineApi.contacts.values()
    if (!contact) throw new Error('nobody called')
    mediaLine.connect.media.whispers(contact, 'linde', 'Oproep voor Limburg Oost.')
    mediaLine.engineApi.offer(contact, 'linde')
    await page.getByRole('button', { name: 'Opnemen' }).click()
    await page.getByRole('log').getByText('Oproep voor Limburg Oost.').waitFor()
    await page.getByLabel('Zeg iets').fill('Met Linde')
    await page.keyboard.press('Enter')
    await phone.getByRole('log').getByText('Met Linde').waitFor()
    await phone.getByLabel('Zeg iets').fill('Dag Linde')
    await phone.keyboard.press('Enter')
    await page.getByRole('log').getByText('Dag Linde').waitFor()
    await expect.poll(() => phone.getByText('Oproep voor Limburg Oost.').count()).toBe(0)
    await page.getByRole('button', { name: 'Inhaken' }).click()
    await phone.getByRole('heading', { name: 'Het gesprek is afgelopen' }).waitFor()
    await page.getByRole('button', { name: 'Afronden' }).waitFor()
  })

  it('stands beside a chat as a tab of its own', async () => {
    const [call, chat] = [
      mediaLine.engineApi.place({ channel: 'VOICE', customerName: null, customerNumber: '+32000000099' }),
      mediaLine.engineApi.place(),
    ]
    for (const contact of [call, chat]) {
      mediaLine.engineApi.offer(contact, 'linde')
      mediaLine.engineApi.accept('linde', contact.id)
    }
    await page.getByRole('tab', { name: /Esdoorn/, selected: true }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.getByRole('tab', { name: /\+32000000099/, selected: true }).waitFor()
    await page.getByRole('button', { name: 'Inhaken' }).waitFor()
  })
})

describe.each([360, 1440])('at %i pixels the workspace', (width) => {
  it('fits and is accessible while it rings and while one chats', async () => {
    const narrow = await workspace(width)
    const { contact } = await customer()
    mediaLine.engineApi.offer(contact, 'linde')
    mediaLine.engineApi.accept('linde', contact.id)
    mediaLine.engineApi.offer(mediaLine.engineApi.place({ channel: 'VOICE' }), 'linde')
    await narrow.getByRole('log').getByText('Ik heb een vraag').waitFor()
    expect(await accessibilityProblems(narrow)).toEqual([])
    await expect.poll(() => narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    if (width === 360) {
      await narrow.getByRole('button', { name: 'Dienstpost' }).click()
      await narrow.getByRole('button', { name: 'Opnemen' }).waitFor()
      await narrow.locator('iframe:visible').waitFor()
    }
    await narrow.context().close()
  })
})
