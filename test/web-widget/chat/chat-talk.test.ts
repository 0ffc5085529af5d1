import type { Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceWords } from '../../../infra/local/machine/local-words.ts'
import { nl } from '../../../shared/words/nl/nl.ts'
import { accessibilityProblems } from '../../support/browser/accessibility.ts'
import { type Journey, openLine } from '../../support/journey/journey.ts'
import type { Referrer } from '../../support/journey/journey-referrer.ts'
import type { Worker } from '../../support/journey/journey-worker.ts'

const { widget } = nl
const nasty = [
  '<img src=x onerror="window.pwned=1">',
  '<script>window.pwned=1</script>',
  '"><svg onload=window.pwned=1>',
  'javascript:window.pwned=1',
  '{{constructor.constructor("window.pwned=1")()}}',
]

let line: Journey
let sam: Worker
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  // Sam is on duty on this Tuesday morning.
  sam = await line.worker('sam.wilg')
  await sam.isAvailable()
})
afterAll(() => line.close())

async function talking(alias: string, prepare?: (page: Page) => Promise<void>): Promise<Referrer> {
  const referrer = await line.referrer('limburg-oost')
  await prepare?.(referrer.page)
  await referrer.opensTheChat()
  await referrer.startsAs({ role: 'school', municipality: 'Genk', alias })
  await sam.accepts()
  await referrer.reads(widget.joined('Sam'))
  // The worker’s side of the chat must be connected too: earlier messages of the worker could not be sent.
  await sam.reads(workspaceWords.joined('Sam'))
  return referrer
}

async function over(referrer: Referrer): Promise<void> {
  await referrer.ends()
  await referrer.reads(widget.ended)
  await sam.finishes()
}

const messages = (referrer: Referrer) => referrer.frame.locator('.message .text').allInnerTexts()

describe('a talk', () => {
  it('goes both ways as plain text, without one violation of the policy', async () => {
    const before = line.complaints.length
    const referrer = await talking('Juf Eik')
    for (const text of nasty) {
      await referrer.writes(text)
      await sam.reads(text)
    }
    for (const text of nasty) {
      await sam.writes(`terug ${text}`)
      await referrer.reads(`terug ${text}`)
    }
    await expect.poll(() => messages(referrer)).toEqual(expect.arrayContaining(nasty))
    for (const frame of referrer.page.frames()) await expect.poll(() => frame.evaluate('window.pwned')).toBeUndefined()
    expect(line.complaints.slice(before).filter((one) => /policy|TrustedHTML|script/i.test(one))).toEqual([])
    await over(referrer)
  })

  it('is accessible while it runs and at its end', async () => {
    const referrer = await talking('Juf Den')
    await sam.writes('Dag Juf Den')
    await referrer.reads('Dag Juf Den')
    const kept = await referrer.page.locator('permanence-chat iframe').evaluate((frame: HTMLIFrameElement) => frame.src)
    expect(new URL(kept).search).not.toMatch(/token|contact/i)
    const alone = await referrer.page.context().newPage()
    // Only the host page’s storage is checked here; the frame has its own, on its own origin.
    const storage = await referrer.page
      .frames()
      .at(-1)
      ?.evaluate(() => sessionStorage.getItem('permanence-chat'))
    await alone.addInitScript((text) => sessionStorage.setItem('permanence-chat', text), storage ?? '')
    await alone.goto(`${line.localLine.origins.product}/chat/?region=limburg-oost`)
    await alone.getByText('Dag Juf Den').waitFor()
    expect(await accessibilityProblems(alone)).toEqual([])
    await alone.close()
    await over(referrer)
  })

  it('comes back after a reload, and leaves nothing when it is wiped', async () => {
    const referrer = await talking('Juf Berk')
    await referrer.writes('Ben je er nog?')
    await sam.reads('Ben je er nog?')
    await referrer.reloads()
    await referrer.reads('Ben je er nog?')
    await referrer.reads(widget.joined('Sam'))
    await sam.writes('Ja hoor')
    await referrer.reads('Ja hoor')
    await over(referrer)
    await referrer.frame.getByRole('button', { name: widget.leaveNoTrace }).click()
    await referrer.frame.getByLabel(widget.role).waitFor()
    const left = () => Promise.all(referrer.page.frames().map((frame) => frame.evaluate(() => ({ ...sessionStorage, ...localStorage }))))
    await expect.poll(left).toEqual(referrer.page.frames().map(() => ({})))
    await expect.poll(() => referrer.frame.locator('body').innerText()).not.toContain('Ja hoor')
  })

  it('keeps what is written without a network, and sends it once it is back', async () => {
    const referrer = await talking('Juf Olm')
    const context = referrer.page.context()
    await context.setOffline(true)
    await referrer.writes('Eerst dit')
    await referrer.writes('Dan dat')
    await referrer.reads(widget.notSent)
    await context.setOffline(false)
    await sam.reads('Eerst dit')
    await sam.reads('Dan dat')
    await sam.writes('Allebei gezien')
    await referrer.reads('Allebei gezien')
    const own = async () => (await messages(referrer)).filter((text) => text === 'Eerst dit' || text === 'Dan dat')
    await expect.poll(own).toEqual(['Eerst dit', 'Dan dat'])
    await over(referrer)
  })

  it('hears the worker in the end over a socket that is open and deaf', async () => {
    let deaf = 0
    const referrer = await line.referrer('limburg-oost')
    const { page } = referrer
    await page.clock.install()
    await page.routeWebSocket(/./, () => {
      deaf += 1
    })
    await referrer.opensTheChat()
    await referrer.startsAs({ role: 'school', municipality: 'Genk', alias: 'Juf Berk' })
    await sam.accepts()
    await sam.reads(workspaceWords.joined('Sam'))
    await sam.writes('Hoor je mij?')
    await sam.reads('Hoor je mij?')
    await page.clock.fastForward(30_000)
    await referrer.reads('Hoor je mij?')
    expect(deaf).toBeGreaterThan(0)
    await over(referrer)
  })

  it('survives a socket that is cut and a service that fails, with nothing lost or doubled', async () => {
    const sockets: WebSocketRoute[] = []
    const referrer = await talking('Juf Es', (page) =>
      page.routeWebSocket(/./, (socket) => {
        socket.connectToServer()
        sockets.push(socket)
      }),
    )
    await sam.writes('Voor de breuk')
    await referrer.reads('Voor de breuk')
    const failing = '**/participant/connection'
    let failures = 0
    await referrer.page.route(failing, (route) => {
      failures += 1
      return route.fulfill({ status: 500, body: '{}' })
    })
    for (const socket of sockets) await socket.close({ code: 4000, reason: 'cut' })
    await referrer.reads(widget.reconnecting)
    await sam.writes('Tijdens de breuk')
    await referrer.writes('Van mijn kant')
    // chatjs tries three times and then gives up its session; from then on our code must open a new one.
    await expect.poll(() => failures, { timeout: 20_000 }).toBeGreaterThan(3)
    await referrer.page.unroute(failing)
    await referrer.reads('Tijdens de breuk')
    await sam.reads('Van mijn kant')
    const heard = async () => (await messages(referrer)).filter((text) => /breuk|kant/.test(text)).sort()
    await expect.poll(heard).toEqual(['Tijdens de breuk', 'Van mijn kant', 'Voor de breuk'])
    await over(referrer)
  })

  it('asks before what points to a person is sent, and counts near the limit', async () => {
    const referrer = await talking('Juf Els')
    const { frame } = referrer
    await referrer.writes('Bel haar op 0471 12 34 56')
    await frame.getByText(widget.personalHint('telephone')).waitFor()
    await frame.getByRole('button', { name: widget.changeIt }).click()
    await expect.poll(() => frame.getByLabel(widget.input).inputValue()).toBe('Bel haar op 0471 12 34 56')
    await frame.getByLabel(widget.input).fill('é'.repeat(1000))
    await frame.getByText(widget.charactersLeft(24)).waitFor()
    await frame.getByLabel(widget.input).fill('é'.repeat(1025))
    await frame.getByRole('button', { name: widget.send, exact: true }).click()
    await frame
      .getByRole('alert')
      .filter({ hasText: widget.tooLong(1024) })
      .waitFor()
    await expect.poll(() => messages(referrer)).not.toContain('é'.repeat(1025))
    await frame.getByLabel(widget.input).fill('')
    await over(referrer)
  })
})

describe('a page around the chat', () => {
  it('cannot look into it, nor send into it', async () => {
    const referrer = await talking('Juf Wilg')
    await referrer.writes('Dit is vertrouwelijk')
    await sam.reads('Dit is vertrouwelijk')
    const seen = await referrer.page.evaluate(() => {
      const frame = document.querySelector('permanence-chat')?.shadowRoot?.querySelector('iframe')
      const tries = [() => frame?.contentDocument?.body.innerText ?? null, () => frame?.contentWindow?.document.body.innerText ?? null]
      frame?.contentWindow?.postMessage({ permanence: 'wrote', text: 'nep' }, '*')
      frame?.contentWindow?.postMessage({ kind: 'wrote', token: 'x', text: 'nep' }, '*')
      return tries.map((look) => {
        try {
          return look()
        } catch (error) {
          return error instanceof DOMException ? error.name : 'other'
        }
      })
    })
    expect(seen).toEqual([null, 'SecurityError'])
    await referrer.writes('En dit ook')
    await sam.reads('En dit ook')
    await expect.poll(() => messages(referrer)).not.toContain('nep')
    await over(referrer)
  })

  it('is left at once, and nothing of the talk stays', async () => {
    const referrer = await talking('Juf Linde')
    await referrer.writes('Niemand mag dit zien')
    await sam.reads('Niemand mag dit zien')
    // No request gets a response any more: quick exit must not wait for one.
    await referrer.page.route('**/*', (route) => route.abort())
    await referrer.frame.getByRole('button', { name: widget.quickExit }).click()
    await expect
      .poll(
        () =>
          referrer.page
            .locator('permanence-chat')
            .count()
            .catch(() => 0),
        { timeout: 5000 },
      )
      .toBe(0)
    await referrer.page.unroute('**/*')
    await referrer.page.goto(`${line.localLine.origins.school}/`)
    await expect.poll(() => referrer.page.evaluate(() => sessionStorage.length)).toBe(0)
    await referrer.opensTheChat()
    await referrer.frame.getByLabel(widget.role).waitFor()
    await sam.hangsUp('CHAT')
    await sam.finishes()
  })
})
