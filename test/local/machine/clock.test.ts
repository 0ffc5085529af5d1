import { afterEach, describe, expect, it } from 'vitest'
import { startClock, type LineClock } from '../../../infra/local/machine/clock.ts'

const minute = 60_000
const tuesday = new Date('2026-11-24T09:30:00Z')
let clock: LineClock
const starts = (at: Date | null = tuesday) => {
  clock = startClock(at)
  return clock
}
afterEach(() => clock.stop())

const near = (moment: Date, expected: string) => {
  const ahead = moment.getTime() - new Date(expected).getTime()
  expect(ahead).toBeGreaterThanOrEqual(0)
  expect(ahead).toBeLessThan(10_000)
}

describe('the line time', () => {
  it('is real time when nothing is asked', () => {
    expect(Math.abs(starts(null).now().getTime() - Date.now())).toBeLessThan(5_000)
  })

  it('runs on from the moment it was given', async () => {
    starts()
    near(clock.now(), '2026-11-24T09:30:00Z')
    const before = clock.now().getTime()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(clock.now().getTime() - before).toBeGreaterThanOrEqual(25)
  })

  it.each([
    ['forward, to the closing minute', '2026-11-24T15:58:00Z'],
    ['back, to the day before', '2026-11-23T15:58:00Z'],
    ['far, to Christmas', '2026-12-25T10:00:00Z'],
  ])('is set %s', async (_title, moment) => {
    starts()
    await clock.set(new Date(moment))
    near(clock.now(), moment)
  })

  it('never reads earlier than the moment it was set to', async () => {
    starts()
    for (let round = 0; round < 200; round += 1) {
      const moment = new Date(tuesday.getTime() + round * minute)
      await clock.set(moment)
      expect(clock.now().getTime()).toBeGreaterThanOrEqual(moment.getTime())
    }
  })

  it('is the same for the workers', async () => {
    starts()
    await clock.advance(90 * minute)
    const seenByWorker = new Date(Date.now() + (new Float64Array(clock.offset)[0] ?? 0))
    near(seenByWorker, '2026-11-24T11:00:00Z')
  })

  it('takes two jumps one after the other', async () => {
    starts()
    await Promise.all([clock.advance(10 * minute), clock.advance(20 * minute)])
    near(clock.now(), '2026-11-24T10:00:00Z')
  })
})

describe('a timer', () => {
  it('fires in real time when nobody jumps', async () => {
    starts()
    await new Promise<void>((resolve) => clock.after(20, resolve))
    near(clock.now(), '2026-11-24T09:30:00Z')
  })

  it('fires in the order of its moment, seeing that moment', async () => {
    starts()
    const seen: string[] = []
    clock.after(2 * minute, () => seen.push(`second ${clock.now().toISOString().slice(11, 16)}`))
    clock.after(minute, () => {
      seen.push(`first ${clock.now().toISOString().slice(11, 16)}`)
      clock.after(30_000, () => seen.push('set by the first'))
    })
    clock.after(5 * minute, () => seen.push('too late'))
    await clock.advance(3 * minute)
    expect(seen).toEqual(['first 09:31', 'set by the first', 'second 09:32'])
  })

  it('fires the same however slow the machine is in a jump', async () => {
    starts()
    const seen: string[] = []
    clock.after(minute, () => {
      const until = performance.now() + 20
      while (performance.now() < until);
      clock.after(minute, () => seen.push('a minute later'))
    })
    await clock.advance(2 * minute)
    expect(seen).toEqual(['a minute later'])
  })

  it('lets asynchronous steps run before the next one', async () => {
    starts()
    const seen: string[] = []
    clock.after(1_000, () => void Promise.resolve().then(() => seen.push('step of the first')))
    clock.after(2_000, () => seen.push('second'))
    await clock.advance(3_000)
    expect(seen).toEqual(['step of the first', 'second'])
  })

  it('stays silent once cancelled', async () => {
    starts()
    let fired = false
    const cancel = clock.after(minute, () => {
      fired = true
    })
    cancel()
    await clock.advance(2 * minute)
    expect(fired).toBe(false)
  })

  it('keeps its remaining time when the wall goes back', async () => {
    starts()
    let fired = false
    clock.after(minute, () => {
      fired = true
    })
    await clock.set(new Date('2026-11-23T09:00:00Z'))
    expect(fired).toBe(false)
    await clock.advance(59_000)
    expect(fired).toBe(false)
    await clock.advance(1_000)
    expect(fired).toBe(true)
  })
})

describe('a schedule', () => {
  it('runs once after a jump over many periods', async () => {
    starts()
    const seen: string[] = []
    clock.every(5 * minute, () => void seen.push(clock.now().toISOString().slice(11, 16)))
    await clock.advance(60 * minute)
    expect(seen).toEqual(['10:30'])
    await clock.advance(4 * minute)
    expect(seen).toHaveLength(1)
    await clock.advance(minute)
    expect(seen).toEqual(['10:30', '10:35'])
  })

  it('runs once after every set, back or forth', async () => {
    starts()
    let runs = 0
    clock.every(5 * minute, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      runs += 1
    })
    await clock.set(new Date('2026-11-24T09:31:00Z'))
    expect(runs).toBe(1)
    await clock.set(new Date('2026-11-20T09:31:00Z'))
    expect(runs).toBe(2)
  })

  it('stops when it is told to', async () => {
    starts()
    let runs = 0
    const stop = clock.every(minute, () => {
      runs += 1
    })
    stop()
    await clock.advance(10 * minute)
    expect(runs).toBe(0)
  })

  it('runs in real time too', async () => {
    starts()
    let runs = 0
    clock.every(15, () => {
      runs += 1
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(runs).toBeGreaterThan(1)
  })
})
