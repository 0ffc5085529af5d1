import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { PhoneNews } from '../../../../infra/local/connect/phone/phone-messages.ts'
import { until } from '../../../support/browser/chatjs.ts'
import { type MediaLine, startMediaLine } from '../../../support/fixtures/connect-media.ts'

let mediaLine: MediaLine
beforeAll(async () => {
  mediaLine = await startMediaLine()
})
afterAll(() => mediaLine.stop())

type Phone = { send(command: unknown): void; heard: PhoneNews[]; close(): void }

async function phone(origin = mediaLine.baseUrl): Promise<Phone | number> {
  const socket = new WebSocket(`${mediaLine.baseUrl.replace('http', 'ws')}/phone/socket`, { origin })
  const heard: PhoneNews[] = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data))))
  return await new Promise((opened) => {
    socket.on('open', () => opened({ heard, send: (command) => socket.send(JSON.stringify(command)), close: () => socket.close() }))
    socket.on('unexpected-response', (_, { statusCode = 0 }) => opened(statusCode))
    socket.on('error', () => undefined)
  })
}

async function openPhone(): Promise<Phone> {
  const opened = await phone()
  if (typeof opened === 'number') throw new Error(`refused with ${opened}`)
  return opened
}

const kindsOf = ({ heard }: Phone): string[] => heard.map((news) => (news.kind === 'refused' ? `refused ${news.why}` : news.kind))

let theirs = ''
let numbers = 70
// Each test uses a new number: the socket of a phone that was just closed may still be registered.
beforeEach(() => {
  theirs = `+320000000${(numbers += 1)}`
})
const callOut = () => mediaLine.engineApi.callOut({ username: 'linde', phoneNumber: theirs })
const lastAsked = () => mediaLine.engineApi.asked.at(-1) ?? ''

async function ringingPhone(): Promise<Phone> {
  const opened = await openPhone()
  opened.send({ kind: 'own', number: theirs })
  await until(() => kindsOf(opened).includes('ready'))
  return opened
}

async function calledOn(opened: Phone): Promise<string> {
  // The phone registers its number a moment later: until then nobody answers, and the call rings as soon as it is registered.
  const called = callOut()
  await until(() => kindsOf(opened).includes('ringing'))
  return called.kind === 'dialling' ? called.contactId : ''
}

describe('a phone that the line calls', () => {
  it('rings, is answered, and has both in one call', async () => {
    const opened = await ringingPhone()
    const id = await calledOn(opened)
    expect(opened.heard.at(-1)).toEqual({ kind: 'ringing', from: '+32000000001', label: 'De Plan-Trekkers regio Oost' })
    opened.send({ kind: 'answer' })
    await until(() => kindsOf(opened).includes('call'))
    expect(mediaLine.engineApi.contact(id)?.state).toBe('connected')
    expect(kindsOf(opened)).not.toContain('rang-out')
    opened.send({ kind: 'hang-up' })
    await until(() => mediaLine.engineApi.asked.includes(`hang-up ${id}`))
    opened.close()
  })

  it('stops on the others when one of them answers', async () => {
    const [first, second] = [await ringingPhone(), await ringingPhone()]
    const id = await calledOn(first)
    await until(() => kindsOf(second).includes('ringing'))
    second.send({ kind: 'answer' })
    await until(() => kindsOf(first).includes('rang-out'))
    first.send({ kind: 'answer' })
    await until(() => kindsOf(first).includes('refused no-call'))
    mediaLine.engineApi.stopContact(id)
    for (const opened of [first, second]) opened.close()
  })

  it('declines, and the call is over', async () => {
    const opened = await ringingPhone()
    const id = await calledOn(opened)
    opened.send({ kind: 'decline' })
    await until(() => kindsOf(opened).includes('rang-out'))
    expect(mediaLine.engineApi.contact(id)?.state).toBe('ended')
    opened.send({ kind: 'decline' })
    opened.send({ kind: 'answer' })
    await until(() => kindsOf(opened).includes('refused no-call'))
    opened.close()
  })

  it('rings as soon as it is there, and no more when it has another number', async () => {
    const called = callOut()
    expect(lastAsked()).toMatch(/^nobody /)
    const opened = await ringingPhone()
    await until(() => kindsOf(opened).includes('ringing'))
    opened.send({ kind: 'own', number: null })
    await until(() => kindsOf(opened).includes('rang-out'))
    if (called.kind === 'dialling') mediaLine.engineApi.stopContact(called.contactId)
    opened.close()
  })

  it('is busy while it is in a call', async () => {
    const opened = await ringingPhone()
    opened.send({ kind: 'dial', to: '+32000000001', from: theirs })
    await until(() => kindsOf(opened).includes('call'))
    const called = callOut()
    expect(lastAsked()).toMatch(/^busy /)
    if (called.kind === 'dialling') mediaLine.engineApi.stopContact(called.contactId)
    expect(kindsOf(opened)).not.toContain('ringing')
    opened.send({ kind: 'answer' })
    await until(() => kindsOf(opened).includes('refused busy'))
    opened.close()
  })
})

describe('a phone', () => {
  it('is refused to a page of another origin', async () => {
    expect(await phone('http://127.0.0.1:1')).toBe(403)
  })

  it.each([
    ['an unknown command', { kind: 'explode' }, 'refused bad-command'],
    ['a key that no phone has', { kind: 'press', key: 'A' }, 'refused bad-command'],
    ['an extra key in a command', { kind: 'hang-up', contactId: 'x' }, 'refused bad-command'],
    ['a key without a call', { kind: 'press', key: '1' }, 'refused no-call'],
    ['a call that nobody made', { kind: 'resume', call: 'made-up' }, 'refused no-call'],
    ['an unknown number', { kind: 'dial', to: '+32470000000', from: null }, 'refused unknown-number'],
  ])('is told about %s', async (_, command, answer) => {
    const opened = await openPhone()
    opened.send(command)
    await until(() => kindsOf(opened).includes(answer))
    opened.close()
  })

  it('has one call at a time', async () => {
    const opened = await openPhone()
    opened.send({ kind: 'dial', to: '+32000000001', from: null })
    opened.send({ kind: 'dial', to: '+32000000002', from: null })
    await until(() => kindsOf(opened).includes('refused busy'))
    opened.close()
  })

  it('does not hear what is whispered to the worker', async () => {
    const opened = await openPhone()
    opened.send({ kind: 'dial', to: '+32000000001', from: null })
    await until(() => kindsOf(opened).includes('call'))
    const contact = [...mediaLine.engineApi.contacts.values()].at(-1)
    if (!contact) throw new Error('nobody called')
    mediaLine.connect.media.whispers(contact, 'linde', 'geheim')
    mediaLine.connect.media.says(contact, { text: 'Hallo', languageCode: 'nl-BE', milliseconds: 0 })
    await until(() => kindsOf(opened).includes('line'))
    expect(JSON.stringify(opened.heard)).not.toContain('geheim')
    opened.close()
  })

  it('stays in its call when the caller is passed on', async () => {
    const opened = await openPhone()
    opened.send({ kind: 'dial', to: '+32000000001', from: null })
    await until(() => kindsOf(opened).includes('call'))
    const first = [...mediaLine.engineApi.contacts.values()].at(-1)
    if (!first) throw new Error('nobody called')
    const next = mediaLine.engineApi.place({ channel: 'VOICE', previousContactId: first.id, initialContactId: first.id })
    mediaLine.engineApi.change(next, { state: 'queued' })
    await until(() => opened.heard.some((news) => news.kind === 'state' && news.state.kind === 'waiting'))
    opened.send({ kind: 'hang-up' })
    await until(() => mediaLine.engineApi.asked.includes(`hang-up ${next.id}`))
    opened.close()
  })
})
