import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askCallbackExample } from '../../../shared/contracts/widget/ask-callback.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { openWidgetApi, type WidgetApi } from '../../support/fixtures/widget-api.ts'

const maxAnHour = 6
const kempen = 'voor-en-noorderkempen'

let api: WidgetApi
beforeAll(async () => {
  api = await openWidgetApi({ CALL_BACKS_AN_HOUR: String(maxAnHour) })
})
afterAll(() => api.close())

let numbers = 0
const newNumber = () => `+32000000${String((numbers += 1) + 100)}`
const askFor = (given: object) => api.ask({ method: 'POST', path: '/api/widget/callbacks', body: { ...askCallbackExample, ...given } })

describe('one number', () => {
  const asks = async (number: string, given: object = {}) =>
    (await askFor({ number, session: `AskedBySomebodyElse-${(sessions += 1)}-00`, ...given })).statusCode
  let sessions = 100

  it('is taken three times a day for one line, whoever asks', async () => {
    const number = newNumber()
    api.itIs('2026-12-07 18:00')
    for (const status of [201, 201, 201, 429]) expect(await asks(number)).toBe(status)
    const refused = await askFor({ number, session: 'AndOnceMoreInAnotherHour' })
    expect(bodyOf(refused)).toMatchObject({ kind: 'too-busy', sentence: 'We kunnen dit nu niet noteren. Probeer het later nog eens.' })
    expect(await asks(newNumber())).toBe(201)
    expect(await asks(number, { region: kempen })).toBe(201)
    api.itIs('2026-12-07 23:30')
    expect(await asks(number)).toBe(429)
    api.itIs('2026-12-08 00:01')
    expect(await asks(number)).toBe(201)
  })

  it('takes one place of the hour of its line, not one for each who asks', async () => {
    api.itIs('2026-12-09 18:00')
    const number = newNumber()
    for (let turn = 0; turn < 3; turn += 1) expect(await asks(number, { region: kempen })).toBe(201)
    for (let others = 1; others < maxAnHour; others += 1) expect(await asks(newNumber(), { region: kempen })).toBe(201)
    expect(await asks(newNumber(), { region: kempen })).toBe(429)
  })

  it('told again within ten minutes is the same wish, and later another', async () => {
    const input = { number: newNumber(), session: 'OneBrowserAsksAllMorning' }
    for (const [moment, status] of [
      ['2026-12-10 08:58', 201],
      ['2026-12-10 09:03', 201],
      ['2026-12-10 09:20', 201],
      ['2026-12-10 09:40', 201],
      ['2026-12-10 09:45', 201],
      ['2026-12-10 10:20', 429],
    ] as const) {
      api.itIs(moment)
      expect([moment, (await askFor(input)).statusCode]).toEqual([moment, status])
    }
  })
})
