import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phoneWords, workspaceWords } from '../../infra/local/machine/local-words.ts'
import { nl } from '../../shared/words/nl/nl.ts'
import { nlPhone } from '../../shared/words/nl/phone.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import type { Caller } from '../support/journey/journey-caller.ts'
import type { Referrer } from '../support/journey/journey-referrer.ts'
import type { Worker } from '../support/journey/journey-worker.ts'

// Canaries are texts that must not leak. They are written in every field that takes text, and looked for in every place that must not hold
// personal data. Whoever adds such a place adds it here.

const alias = 'Kanarie Esdoorn'
const written = 'Kanarie over een kind dat stil is.'
const answered = 'Kanarie van wie luistert.'
const unsent = 'Kanarie die niet vertrok'
const noted = 'Kanarie in de nota.'
const spoken = 'Kanarie door de telefoon.'
const number = '+32000000776'
const canaries = ['kanarie', number.slice(1)]

const place = mkdtempSync(join(tmpdir(), 'canary-'))
const folder = join(place, 'line')
const addresses: string[] = []
const secrets: string[] = []

let line: Journey
let sam: Worker
let teacher: Referrer
let caller: Caller
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30', folder)
})
afterAll(async () => {
  await line?.close()
  rmSync(place, { recursive: true, force: true })
})

/** Records every URL that a page requests, and the referer header sent with it. */
function follow({ page }: { page: Page }): void {
  page.on('request', (request) => addresses.push(request.url(), request.headers()['referer'] ?? ''))
  page.on('websocket', (socket) => addresses.push(socket.url()))
}

const heardIn = (text: string, also: readonly string[] = []): string[] =>
  [...canaries, ...also].filter((one) => text.toLowerCase().includes(one.toLowerCase()))
const filesWith = (text: string): string[] => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))
const storeOf = (file: string): string => (file.startsWith('connect.') ? 'connect' : file.startsWith('line.') ? 'line' : file)
const storesWith = (text: string): string[] => [...new Set(filesWith(text).map(storeOf))]

/** Everything that the page around the chat could store or read: its storage, its URL, its HTML. */
function hostPage(): Promise<string> {
  return teacher.page.evaluate(() => {
    const chat = document.querySelector('permanence-chat')
    const own = [{ ...localStorage }, { ...sessionStorage }, history.state, document.cookie, location.href]
    return JSON.stringify([own, document.documentElement.outerHTML, chat?.shadowRoot?.innerHTML])
  })
}
const frameStorage = (): Promise<string> =>
  teacher.frame.locator('body').evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))

describe('what people tell the line', () => {
  it('comes in by chat, and Connect holds it while they talk', async () => {
    sam = await line.worker('sam.wilg')
    follow(sam)
    await sam.isAvailable()
    teacher = await line.referrer('limburg-oost')
    follow(teacher)
    await teacher.opensTheChat()
    await teacher.startsAs({ role: 'school', municipality: 'Genk', alias })
    await sam.accepts()
    await teacher.writes(written)
    await sam.reads(written)
    await sam.writes(answered)
    await teacher.reads(answered)
    expect([storesWith(written), storesWith(answered)]).toEqual([['connect'], ['connect']])
  })

  it('never reaches the page around the chat', async () => {
    await teacher.types(unsent)
    const stored = await frameStorage()
    secrets.push(/participantToken\\*":\\*"([\w-]+)/.exec(stored)?.[1] ?? 'the frame keeps no token')
    expect(stored).toContain(secrets[0])
    expect(heardIn(await hostPage(), secrets)).toEqual([])
  })

  it('is noted, logged and taken on', async () => {
    await sam.notes('concern', noted)
    await sam.notes('stillPossible', noted)
    await sam.isSaved()
    await sam.hasTheFamilysYes()
    await sam.endsWith('taken-on')
    await sam.logs()
    secrets.push(await sam.readsTheCode())
    await sam.takesOnFor('Sam Wilg')
    await sam.seesOnTheDesk('Sam Wilg neemt deze vraag op.')
  })

  it('ends with a screen and a storage that can be wiped', async () => {
    await teacher.ends()
    await teacher.reads(nl.widget.ended)
    await sam.finishes()
    await sam.reads(workspaceWords.noContacts)
    await expect.poll(() => frameStorage()).toBe('[{},{}]')
    expect(heardIn(await hostPage(), secrets)).toEqual([])
  })

  it('comes in by telephone, while events go astray', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ function: 'record-contact', fault: 'throw', times: 1000 })
    await fetch(`${line.localLine.origins.product}/local/faults`, { method: 'POST', headers, body })
    caller = await line.caller()
    follow(caller)
    await caller.page.getByLabel(phoneWords.ownNumber, { exact: true }).fill(number)
    await caller.calls('regio Oost')
    await caller.hears(nlPhone.connecting)
    await sam.accepts()
    await caller.isConnectedWith('Sam')
    await caller.says(spoken)
    await sam.hears(spoken)
    await caller.hangsUp()
    await sam.finishes()
    for (let hour = 0; hour < 3; hour += 1) await line.passes(3600)
    await line.localLine.bus.runSchedules()
  })
})

describe('none of it is heard in', () => {
  const places: [place: string, told: () => Promise<unknown[]> | unknown[]][] = [
    ['the lines that functions log', () => line.localLine.lines],
    ['the addresses of pages and requests', () => addresses],
    ['the letters that nobody could deliver', () => line.localLine.bus.deadLetters()],
    ['the notices to workers', async () => (await (await fetch(`${line.localLine.origins.product}/local/outbox`)).json()).messages],
    ['the page of this machine', async () => [await (await fetch(`${line.localLine.origins.product}/`)).text()]],
  ]
  it.each(places)('%s', async (_, told) => {
    const lines = await told()
    expect(lines.length).toBeGreaterThan(0)
    expect(heardIn(JSON.stringify(lines), secrets)).toEqual([])
  })
})

describe('on the disk', () => {
  it('nothing is left of what was said in the chat or on the phone', () => {
    for (const said of [written, answered, unsent, spoken]) expect(filesWith(said)).toEqual([])
  })

  it('nobody else of this machine can look', () => {
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('no code and no token stands as it is', () => {
    expect(secrets).toHaveLength(2)
    for (const secret of secrets) expect(filesWith(secret)).toEqual([])
  })

  it('the notes are with the line, and the number is not', () => {
    expect(storesWith(noted)).toEqual(['line'])
    expect(storesWith(number.slice(1))).not.toContain('line')
  })
})
