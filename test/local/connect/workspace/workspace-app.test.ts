import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '../../../../infra/local/connect/model/engine-api.ts'
import { workspaceWords as words } from '../../../../infra/local/machine/local-words.ts'
import { openBrowser } from '../../../support/browser/browser.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'
import { startFramedApp } from '../../../support/fixtures/framed-app.ts'
import type { FramedAppSeen } from '../../../support/fixtures/framed-app-page.ts'

let app: Awaited<ReturnType<typeof startFramedApp>>
let browser: Browser
beforeAll(async () => {
  app = await startFramedApp()
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await app.stop()
})

type OpenWorkspace = {
  mediaLine: MediaLine
  page: Page
  frames(): Frame[]
  seenIn(scope: string): Promise<FramedAppSeen>
  leave(): Promise<void>
}

async function openWorkspace(options: Parameters<typeof startMediaLine>[0] & { bypassCSP?: boolean } = {}): Promise<OpenWorkspace> {
  const mediaLine = await startMediaLine({ accessUrl: app.url, ...options })
  const context: BrowserContext = await browser.newContext({ bypassCSP: options.bypassCSP ?? false })
  await context.addCookies([{ name: 'session', value: 'linde', url: mediaLine.baseUrl }])
  const page = await context.newPage()
  await page.addInitScript(() => {
    const farewells: unknown[] = []
    Object.assign(window, { farewells })
    window.addEventListener('message', ({ data }) => 'farewell' in data && farewells.push(data.farewell))
  })
  await page.goto(`${mediaLine.baseUrl}/workspace`)
  const frames = (): Frame[] => page.frames().filter((frame) => frame.url().startsWith(app.url))
  const seenIn = async (scope: string): Promise<FramedAppSeen> => {
    for (const frame of frames()) {
      const seen: FramedAppSeen | undefined = await frame.evaluate(() => (window as unknown as { seen?: FramedAppSeen }).seen)
      if (seen?.scope && (seen.scope.type === scope || (seen.scope.type === 'contact' && seen.scope.contactId === scope))) return seen
    }
    return { stages: [], events: [], scope: undefined, asked: {} }
  }
  return {
    mediaLine,
    page,
    frames,
    seenIn,
    leave: async () => {
      await context.close()
      await mediaLine.stop()
    },
  }
}

function connect({ engineApi }: MediaLine, changes: Partial<Contact> = {}): Contact {
  const contact = engineApi.place({ channel: 'VOICE', attributes: { region: 'limburg-oost', role: 'school' }, ...changes })
  engineApi.offer(contact, 'linde')
  engineApi.accept('linde', contact.id)
  return contact
}

const dialIn = (frame: Frame | undefined, number: string): Promise<unknown> | undefined =>
  frame?.evaluate((to) => (window as unknown as { dial(number: string): Promise<unknown> }).dial(to), number)

const soon = { timeout: 10_000 }

describe('the framed application with the unmodified packages', () => {
  it('is created, started and answered between contacts', async () => {
    const { seenIn, leave } = await openWorkspace()
    await expect.poll(async () => (await seenIn('idle')).stages, soon).toEqual(['create', 'start'])
    const { asked } = await seenIn('idle')
    expect(asked).toMatchObject({ name: 'Linde Berk', state: { name: 'Offline', type: 'offline' }, stranger: 'refused: contactNotFound' })
    expect(asked['arn']).toContain('/agent/linde')
    await leave()
  })

  it('is opened for a contact with that contact as its scope', async () => {
    const { mediaLine, seenIn, leave } = await openWorkspace()
    await expect.poll(async () => (await seenIn('idle')).stages, soon).toContain('start')
    const contact = connect(mediaLine)
    await expect.poll(async () => (await seenIn(contact.id)).stages, soon).toEqual(['create', 'start'])
    await expect
      .poll(async () => (await seenIn(contact.id)).asked)
      .toMatchObject({
        all: { region: 'limburg-oost', role: 'school' },
        one: 'limburg-oost',
        initial: contact.id,
        channel: { type: 'voice', subtype: 'connect:Telephony' },
        queue: { name: 'Limburg Oost' },
      })
    await expect.poll(async () => (await seenIn('idle')).stages, soon).toEqual(['create', 'start', 'stop'])
    await leave()
  })

  it('hears how a contact goes, and is let go when it is cleared', async () => {
    const { mediaLine, page, frames, seenIn, leave } = await openWorkspace()
    await expect.poll(async () => (await seenIn('idle')).stages, soon).toContain('start')
    const contact = connect(mediaLine)
    await expect.poll(async () => (await seenIn(contact.id)).stages, soon).toContain('start')
    mediaLine.engineApi.stopContact(contact.id)
    await expect
      .poll(async () => (await seenIn(contact.id)).events, soon)
      .toEqual([`acw voice ${contact.id}`, `my acw voice ${contact.id}`])
    mediaLine.engineApi.clear('linde', contact.id)
    await expect.poll(() => frames().length, soon).toBe(1)
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { farewells: unknown[] }).farewells))
      .toEqual([{ type: 'contact', contactId: contact.id }])
    const events = ['connecting', 'connected', 'acw', 'cleared'].map((name) => `${name} voice ${contact.id}`)
    await expect.poll(async () => (await seenIn('idle')).events).toEqual(events)
    await leave()
  })

  it('hears of a missed contact and of the new status', async () => {
    const { mediaLine, seenIn, leave } = await openWorkspace()
    await expect.poll(async () => (await seenIn('idle')).stages, soon).toContain('start')
    mediaLine.engineApi.setStatus('linde', 'Available')
    const contact = mediaLine.engineApi.place()
    mediaLine.engineApi.offer(contact, 'linde')
    mediaLine.engineApi.reject('linde', contact.id)
    await expect
      .poll(async () => (await seenIn('idle')).events, soon)
      .toEqual(['agent Available', `connecting chat ${contact.id}`, `missed chat ${contact.id}`])
    await leave()
  })

  it('stays one frame when it is handled across contacts', async () => {
    const { mediaLine, frames, seenIn, leave } = await openWorkspace({ scope: 'CROSS_CONTACTS' })
    await expect.poll(async () => (await seenIn('idle')).stages, soon).toContain('start')
    const contact = connect(mediaLine)
    await expect.poll(async () => (await seenIn('idle')).events, soon).toContain(`connected voice ${contact.id}`)
    expect(frames()).toHaveLength(1)
    await frames()[0]?.evaluate(() => location.reload())
    await expect.poll(async () => (await seenIn(contact.id)).stages, soon).toEqual(['create', 'start'])
    await leave()
  })

  it('calls out, and hears how that goes', async () => {
    const permissions = ['User.Details.View', 'Contact.Details.View', 'Contact.Details.Edit']
    const { mediaLine, page, frames, seenIn, leave } = await openWorkspace({ scope: 'CROSS_CONTACTS', permissions })
    await expect.poll(async () => (await seenIn('idle')).stages, soon).toContain('start')
    expect(await dialIn(frames()[0], '+32000000911')).toBe('refused: agentBusy')
    const dialled = await dialIn(frames()[0], '+32000000077')
    const contact = [...mediaLine.engineApi.contacts.values()].at(-1)
    expect(dialled).toEqual({ contactId: contact?.id })
    expect(contact).toMatchObject({ customerNumber: '+32000000077', initiationMethod: 'OUTBOUND' })
    await page.getByText(words.dialling).waitFor()
    await page.getByText(words.shownNumber('+32000000001')).waitFor()
    mediaLine.engineApi.customerAnswers(contact?.id ?? '')
    await expect.poll(async () => (await seenIn('idle')).events, soon).toContain(`connected voice ${contact?.id}`)
    await page.getByLabel(words.sayLabel).waitFor()
    await leave()
  })

  it.each([
    ['TELECOM_UNANSWERED', words.notAnswered.unanswered],
    ['TELECOM_BUSY', words.notAnswered.busy],
    ['TELECOM_ORIGINATOR_CANCEL', words.notAnswered.stopped],
    ['CUSTOMER_DISCONNECT', words.afterWork],
  ])('says why a call out is over: %s', async (disconnectReason, sentence) => {
    const { mediaLine, page, leave } = await openWorkspace()
    await page.getByLabel(words.status).waitFor()
    const called = mediaLine.engineApi.callOut({ username: 'linde', phoneNumber: '+32000000077' })
    const contact = [...mediaLine.engineApi.contacts.values()].at(-1)
    if (called.kind !== 'dialling' || !contact) throw new Error('nothing dials')
    await page.getByRole('button', { name: words.stopDialling }).waitFor()
    mediaLine.engineApi.accept('linde', contact.id)
    mediaLine.engineApi.change(contact, { state: 'connected' })
    mediaLine.engineApi.change(contact, { disconnectReason })
    mediaLine.engineApi.stopContact(contact.id)
    await page.getByText(sentence).waitFor()
    await leave()
  })

  it('gets only what its permissions allow', async () => {
    const { mediaLine, frames, seenIn, leave } = await openWorkspace({ permissions: ['User.Details.View'] })
    await expect.poll(async () => (await seenIn('idle')).asked['stranger'], soon).toBe('refused: noPermission')
    const { asked } = await seenIn('idle')
    expect(asked).toMatchObject({ name: 'Linde Berk', state: 'refused: noPermission', forbidden: 'refused: noPermission' })
    const contact = connect(mediaLine)
    await expect.poll(async () => (await seenIn(contact.id)).asked['queue'], soon).toBe('refused: noPermission')
    expect((await seenIn('idle')).events).toEqual([])
    for (const frame of frames()) expect(await dialIn(frame, '+32000000077')).toBe('refused: noPermission')
    await leave()
  })

  it.each([
    ['may not be shown from another origin', false],
    ['is not answered when it comes from another origin', true],
  ])('%s', async (_, bypassCSP) => {
    const stranger = await startFramedApp()
    const { page, frames, seenIn, leave } = await openWorkspace({ bypassCSP })
    await expect.poll(async () => (await seenIn('idle')).stages, soon).toContain('start')
    await frames()[0]
      ?.goto(stranger.url)
      .catch(() => undefined)
    await page.waitForTimeout(300)
    const there = page.frames().find((frame) => frame.url() === stranger.url)
    const seen = await there?.evaluate(() => (window as unknown as { seen: FramedAppSeen }).seen.stages)
    expect(seen).toEqual(bypassCSP ? [] : undefined)
    await leave()
    await stranger.stop()
  })
})
