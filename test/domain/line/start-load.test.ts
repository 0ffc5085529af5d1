import { describe, expect, it } from 'vitest'
import { loadOf, startLimits, startsAllowedFor, startsAtOnceFor, workAtFlood, workFor } from '../../../shared/domain/line/start-load.ts'
import { at } from '../../support/time/at.ts'

describe('the work that a start must show', () => {
  it.each([
    [0, 0],
    [9, 0],
    [10, 12],
    [29, 12],
    [30, 13],
    [60, 14],
    [120, 15],
    [200, 17],
    [100_000, 17],
  ])('after %i starts in a minute is %i zero bits', (load, bits) => {
    expect(workFor(load, workAtFlood)).toBe(bits)
  })

  it.each(Array.from({ length: 260 }, (_, load) => load))('is good for a start at the load that asked it: %i', (load) => {
    for (const atFlood of [6, 9, workAtFlood]) {
      const allowed = startsAllowedFor(workFor(load, atFlood), { before: 0, atFlood, now: at('2026-11-24 10:30') })
      expect(allowed === null || load < allowed).toBe(true)
    }
  })
})

describe('a ticket of a calm moment', () => {
  it.each([
    ['without work is good for ten starts in a minute', 0, 0, '10:30:00', 10],
    ['is good for fewer when the minute before was busy', 0, 8, '10:30:00', 2],
    ['is good for more when that is longer ago', 0, 8, '10:30:45', 8],
    ['is good for none in a flood', 0, 200, '10:30:00', -190],
    ['with the most work is good for any number', workAtFlood, 500, '10:30:00', null],
  ])('%s', (_, bits, before, clock, allowed) => {
    expect(startsAllowedFor(bits, { before, atFlood: workAtFlood, now: at(`2026-11-24 ${clock}`) })).toBe(allowed)
  })
})

it('the load is of the last sixty seconds', () => {
  expect(loadOf({ before: 60, current: 4 }, at('2026-11-24 10:30:30'))).toBe(34)
})

it('a region that starts few chats may use what is kept for it, and another may not', () => {
  const { atOnce, reserved, firstOfRegion } = startLimits
  expect(startsAtOnceFor(firstOfRegion)).toBe(atOnce)
  expect(startsAtOnceFor(firstOfRegion + 1)).toBe(atOnce - reserved)
})
