import { afterEach, describe, expect, it } from 'vitest'
import { nl } from '../../../../shared/words/nl/nl.ts'
import { type Fault, openProduct, type ProductLine, type ProductOptions } from '../fixtures/product-line.ts'

let line: ProductLine
const { phone, chatLine, widget } = nl
const { offer } = phone
const faults = ['hang', 'throw', 'wrong-shape', 'throttle'] as const satisfies readonly Fault[]
const timeoutSeconds = 9

const open = async (options: ProductOptions, ...available: string[]) => {
  line = await openProduct(options)
  await line.available(...available)
}
/** Seconds on the line's clock from the moment that a function is invoked until a text is heard. */
const silenceAfter = async (what: 'route' | 'promise' | 'place') => {
  for (let steps = 0; steps < 400; steps++) {
    const asked = line.asked.find((one) => one.what === what)
    const isHeard = asked && line.heard.slice(asked.heardBefore).some((text) => !/^(asks|stops)/.test(text))
    if (isHeard) return (line.clock.now().getTime() - asked.at.getTime()) / 1000
    await line.pass(500)
    // A throttled function is retried in real time, not on the line's clock.
    if (asked) await new Promise((resolve) => setTimeout(resolve, 40))
  }
  throw new Error(`nothing was heard after ${what}, but: ${line.heard.join(' | ')}`)
}
afterEach(() => line.close())

describe.each(faults)('route-contact fails: %s', (fault) => {
  it('a caller hears a sentence in time and reaches the queue', async () => {
    await open({ faults: { route: fault } }, 'els')
    const id = line.dial()
    expect(await silenceAfter('route')).toBeLessThan(timeoutSeconds)
    await line.hears(phone.connecting)
    expect(['queued', 'ringing']).toContain(line.states(id))
  })

  it('a caller out of hours hears them, and is offered a call', async () => {
    await open({ at: '2026-11-24T18:00:00+01:00', faults: { route: fault } })
    const id = line.dial()
    expect(await silenceAfter('route')).toBeLessThan(timeoutSeconds)
    await line.hears('We zijn nu gesloten. Je kan ons bellen op weekdagen')
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.ownNumber, '1')
    await line.hears('Genoteerd.')
  })

  it('a chat reads a sentence in time and waits', async () => {
    await open({ faults: { route: fault } }, 'els')
    const id = line.chat()
    expect(await silenceAfter('route')).toBeLessThan(timeoutSeconds)
    await line.hears(widget.waiting, 5)
    expect(['queued', 'ringing']).toContain(line.states(id))
  })

  it('a chat while nobody is there is shown the form', async () => {
    await open({ faults: { route: fault } })
    line.chat()
    expect(await silenceAfter('route')).toBeLessThan(timeoutSeconds)
    for (const text of [phone.nobodyOnDuty, chatLine.leaveNumber, widget.ended]) await line.hears(text, 5)
  })
})

describe.each(faults)('promise-callback fails: %s', (fault) => {
  it('a caller is never told that her number was noted', async () => {
    await open({ faults: { promise: fault } })
    const id = line.dial()
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.ownNumber, '1')
    expect(await silenceAfter('promise')).toBeLessThan(timeoutSeconds)
    for (const sentence of [offer.notNoted, offer.declined, phone.helplines, phone.bye, 'ended']) await line.hears(sentence)
    expect(line.heard.join()).not.toContain('Genoteerd')
  })
})

describe('promise-callback answers', () => {
  it.each([
    ['that it failed', { result: 'failed', sentence: 'Het lukt nu niet.' }],
    ['something that nobody agreed on', { result: 'perhaps', sentence: 'Genoteerd.' }],
    ['a sentence without a result', { sentence: 'Genoteerd.' }],
  ])('%s: then nothing is told as noted', async (_what, payload) => {
    await open({ answers: { promise: () => ({ kind: 'answered', payload }) } })
    const id = line.dial()
    await line.answers(id, offer.question, '1')
    await line.answers(id, offer.othersMayAnswer, '2')
    await line.answers(id, offer.ownNumber, '1')
    for (const sentence of [offer.notNoted, offer.declined, 'ended']) await line.hears(sentence)
    expect(line.heard.join()).not.toContain('Genoteerd')
  })
})

describe.each(faults)('queue-position fails: %s', (fault) => {
  it('who waits still hears the way out in time', async () => {
    await open({ faults: { place: fault } }, 'els')
    const first = line.dial()
    await line.hears(phone.connecting)
    line.engineApi.accept('els', first)
    await line.pass(10_000)
    line.dial()
    await line.hears(phone.waitingBusy)
    expect(await silenceAfter('place')).toBeLessThan(timeoutSeconds)
    await line.hears(phone.waitingChoice)
    expect(line.heard.join()).not.toContain('eerste in de rij')
  })
})
