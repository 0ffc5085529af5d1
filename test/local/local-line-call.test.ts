import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { speakingMilliseconds } from '../../infra/local/connect/flows/prompts.ts'
import type { PhoneNews } from '../../infra/local/connect/phone/phone-messages.ts'
import { wallTimeFrom } from '../../infra/local/machine/local-clock.ts'
import { startLocalLine, type LocalLine } from '../../infra/local/local-line.ts'
import { nl } from '../../shared/words/nl/nl.ts'

const { phone } = nl
const { offer } = phone
let localLine: LocalLine
let caller: Caller
beforeAll(async () => {
  localLine = await startLocalLine({ clock: wallTimeFrom('2026-11-24T10:30'), seed: 1, quiet: true })
  await localLine.bus.runSchedules()
}, 60_000)
afterAll(() => localLine.stop())
afterEach(() => caller.close())

type Caller = Awaited<ReturnType<typeof call>>

/** Somebody calls regio Oost. The flow uses the real functions, and no worker is signed in. */
async function call(from: string | null) {
  const origin = localLine.origins.aws
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/phone/socket`, { origin })
  const heard: string[] = []
  let asking = false
  socket.on('message', (data) => {
    const news = JSON.parse(String(data)) as PhoneNews
    if (news.kind === 'line') heard.push(news.line.text)
    if (news.kind === 'call') heard.push(...news.lines.map(({ text }) => text))
    if (news.kind === 'state' && news.state.kind === 'ended') heard.push('ended')
    if (news.kind === 'asking') asking = news.asking !== null
  })
  const send = (command: unknown) => socket.send(JSON.stringify(command))
  await new Promise((resolve) => socket.once('open', resolve))
  send({ kind: 'dial', to: '+32000000001', from })
  const hears = async (text: string) => {
    const began = localLine.clock.now().getTime()
    for (let steps = 0; steps < 300; steps++) {
      if (heard.some((one) => one.includes(text))) return (localLine.clock.now().getTime() - began) / 1000
      await pause(15)
      await localLine.clock.advance(500)
    }
    throw new Error(`"${text}" was not heard, but: ${heard.join(' | ')}`)
  }
  return {
    heard,
    hears,
    answers: async (question: string, keys: string) => {
      await hears(question)
      await expect.poll(() => asking).toBe(true)
      heard.splice(0)
      for (const key of keys) send({ kind: 'press', key })
      await pause(30)
    },
    close: () => socket.close(),
  }
}
const requestsTo = (name: string) =>
  localLine.lines.filter((line) => line.includes(`"function":"${name}"`)).map((line) => JSON.parse(line.slice(line.indexOf('{'))).kind)

describe('a caller while nobody is signed in', () => {
  it('is called back on the number she calls with', async () => {
    caller = await call('+32471000001')
    await caller.hears(phone.nobodyOnDuty)
    await caller.answers(offer.question, '1')
    await caller.answers(offer.othersMayAnswer, '1')
    await caller.answers(offer.ownNumber, '1')
    await caller.hears('Genoteerd. We bellen je vandaag nog terug')
    await caller.hears('ended')
    expect(requestsTo('promise-callback')).toEqual(['noted'])
    expect(localLine.lines.join()).not.toContain('471000001')
  }, 60_000)

  it('hears why a dear number is no good, and then gives a good one', async () => {
    caller = await call(null)
    await caller.answers(offer.question, '1')
    await caller.answers(offer.othersMayAnswer, '2')
    await caller.answers(offer.withheld, '090012345#')
    await caller.answers(offer.enterNumber, '0471000002#')
    await caller.hears('Genoteerd.')
    expect(requestsTo('promise-callback').slice(-2)).toEqual(['refused', 'noted'])
  }, 60_000)
})

describe('a function on a bad day', () => {
  it.each(['hang', 'throw', 'wrong-shape', 'throttle'] as const)(
    'leaves no caller in silence for nine seconds: %s',
    async (fault) => {
      localLine.functions.fail('route-contact', fault, 3)
      caller = await call('+32471000003')
      // The greeting is spoken first, and silence counts from its end.
      const greeting = speakingMilliseconds(phone.welcome({ brand: 'De Plan-Trekkers', region: 'regio Oost' })) / 1000
      expect((await caller.hears(phone.nobodyOnDuty)) - greeting).toBeLessThan(9)
      localLine.functions.fail('route-contact', fault, 0)
      localLine.functions.fail('promise-callback', fault, 3)
      await caller.answers(offer.question, '1')
      await caller.answers(offer.othersMayAnswer, '2')
      await caller.answers(offer.ownNumber, '1')
      expect(await caller.hears(offer.notNoted)).toBeLessThan(9)
      await caller.hears('ended')
      expect(caller.heard.join()).not.toContain('Genoteerd')
      localLine.functions.fail('promise-callback', fault, 0)
    },
    60_000,
  )
})
