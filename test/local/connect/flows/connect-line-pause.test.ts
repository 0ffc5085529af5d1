import { afterEach, describe, expect, it } from 'vitest'
import { speakingMilliseconds } from '../../../../infra/local/connect/flows/prompts.ts'
import { nl } from '../../../../shared/words/nl/nl.ts'
import { openProduct, type ProductLine, type ProductOptions } from '../fixtures/product-line.ts'

let line: ProductLine
const { phone } = nl
const { offer } = phone
const open = async (options: ProductOptions = {}, ...available: string[]) => {
  line = await openProduct(options)
  await line.available(...available)
}
/** The only worker is in a call, so the next caller waits. */
const talking = async () => {
  const id = line.dial('+32471000009')
  await line.hears(phone.connecting)
  await expect.poll(async () => (await line.pass(1000), line.states(id))).toBe('ringing')
  line.engineApi.accept('els', id)
  await expect.poll(async () => (await line.pass(1000), line.states(id))).toBe('connected')
  line.heard.splice(0)
  return id
}
afterEach(() => line.close())

describe('a caller who waits', () => {
  it.each([5, 15, 24])('1.10: is heard when she presses key one %i seconds into the pause', async (seconds) => {
    await open({}, 'els')
    await talking()
    const id = line.dial()
    await line.hears(`${phone.waitingRepeat} ${phone.waitingChoice}`)
    const spoken = speakingMilliseconds(`${phone.waitingRepeat} ${phone.waitingChoice}`)
    await line.pass(spoken + seconds * 1000 - 500)
    line.engineApi.pressKey(id, '1')
    await line.pass(0)
    expect(line.heard.slice(-2).join()).toContain(offer.othersMayAnswer)
  })

  it('is not sent away earlier for wrong keys in the pause', async () => {
    await open({}, 'els')
    await talking()
    const id = line.dial()
    await line.hears(`${phone.waitingRepeat} ${phone.waitingChoice}`)
    for (let key = 0; key < 60; key++) {
      line.engineApi.pressKey(id, '5')
      await line.pass(2_000)
    }
    expect(line.heard.some((one) => one.includes(phone.waitedTooLong))).toBe(false)
    expect(line.states(id)).toBe('queued')
  })
})
