import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { profileOf } from '../support/fixtures/connect-profile.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import type { Caller } from '../support/journey/journey-caller.ts'
import type { Worker } from '../support/journey/journey-worker.ts'
import { nlPhone } from '../../shared/words/nl/phone.ts'
import { deskRosterNl as words } from '../../shared/words/nl/desk/roster.ts'

let line: Journey
let sam: Worker
let noor: Worker

beforeAll(async () => {
  line = await openLine('2026-11-24 09:50')
  sam = await line.worker('sam.wilg')
  noor = await line.worker('noor.berk')
})
afterAll(() => line?.close())

const today = '2026-11-24'

describe('a swap of this morning', () => {
  it('is asked at ten to ten', async () => {
    expect(await profileOf(line.localLine, 'sam.wilg')).toContain('on-duty')
    await sam.roster.opens()
    await sam.roster.seesNowOnDuty(words.you)
    await sam.roster.asksASwapOf(today, /Sam Wilg.*9 tot 13/)
    await sam.roster.reads(words.said.swapAsked)
  })

  it('is taken and agreed at ten', async () => {
    await line.clockJumpsTo('2026-11-24 10:00')
    await noor.roster.opens()
    await noor.roster.takesTheSwap()
    await noor.roster.reads(words.said.swapTaken)
    await sam.roster.opens()
    await sam.roster.agrees()
    await sam.roster.reads(words.said.changed)
  })

  it('is in routing before a minute has gone by', async () => {
    await expect.poll(() => profileOf(line.localLine, 'noor.berk')).toContain('on-duty')
    await expect.poll(() => profileOf(line.localLine, 'sam.wilg')).toContain('off-duty')
    expect(line.localLine.clock.now().getTime()).toBeLessThan(new Date('2026-11-24T09:01:00Z').getTime())
  })

  it('brings a call of one past ten to the new worker', async () => {
    await noor.isAvailable()
    await sam.isAvailable()
    await line.clockJumpsTo('2026-11-24 10:01')
    const caller: Caller = await line.caller()
    await caller.calls('regio Oost')
    await caller.hears(nlPhone.connecting)
    await noor.rings('VOICE')
    await noor.accepts()
    await caller.isConnectedWith('Noor')
    await caller.hangsUp()
    await noor.finishes()
  })

  it('stands in the roster of both', async () => {
    await sam.roster.opens()
    await sam.roster.seesNowOnDuty('Noor Berk')
    await noor.roster.opens()
    await noor.roster.seesNowOnDuty(words.you)
  })
})

describe('somebody falls ill', () => {
  it('and a colleague takes the rest of the turn over at once', async () => {
    await sam.roster.opens()
    await sam.roster.takesOver(today, /Noor Berk.*10 tot 13/)
    await sam.roster.reads(words.said.changed)
    await sam.roster.seesNowOnDuty(words.you)
    await expect.poll(() => profileOf(line.localLine, 'sam.wilg')).toContain('on-duty')
  })

  it('and the coordinator puts somebody else', async () => {
    const greet = await line.worker('greet.eik')
    await greet.roster.opens()
    await greet.roster.replaces(today, /Sam Wilg.*10.* tot 13/, 'Lien Beuk')
    await greet.roster.reads(words.said.changed)
    await greet.roster.seesNowOnDuty('Lien Beuk')
    await expect.poll(() => profileOf(line.localLine, 'lien.beuk')).toContain('on-duty')
  })
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
