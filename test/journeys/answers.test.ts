import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/people/people.ts'
import { nlPhone } from '../../shared/words/nl/phone.ts'
import { areAvailable } from '../support/journey/available.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'

// What the line answers at each moment, by phone and by chat, in both regions. One line for all moments: its clock is set between them.

const oost = { id: 'limburg-oost', brand: 'regio Oost' }
const kempen = { id: 'voor-en-noorderkempen', brand: 'Voor- en Noorderkempen' }

let line: Journey
beforeAll(async () => {
  line = await openLine('2026-11-24 08:00')
  // Every worker is available, so that only the opening hours decide; unanswered.test.ts covers a line without workers.
  await areAvailable(
    line.localLine,
    people.map((person) => person.username),
  )
})
afterAll(() => line.close())

const opens = 'open'
// [moment, region, what the chat shows, what the phone says when it is closed]
const moments = [
  ['2026-03-27 17:00', oost, 'We zijn er weer op maandag 30 maart om 9 uur.', 'maandag dertig maart om negen uur'],
  ['2026-03-29 02:30', kempen, 'We zijn er weer morgen om 10 uur.', 'morgen om tien uur'],
  ['2026-10-25 02:30', oost, 'We zijn er weer morgen om 9 uur.', 'morgen om negen uur'],
  ['2026-10-24 12:00', kempen, 'We zijn er weer op maandag 26 oktober om 10 uur.', 'maandag zesentwintig oktober om tien uur'],
  ['2026-11-24 10:30', oost, 'We zijn er. Vandaag tot 17 uur.', opens],
  ['2026-11-24 10:30', kempen, 'We zijn er. Vandaag tot 13 uur.', opens],
  ['2026-11-25 10:30', oost, 'We zijn er. Vandaag tot 17 uur.', opens],
  ['2026-11-25 10:30', kempen, 'We zijn er weer morgen om 10 uur.', 'morgen om tien uur'],
  ['2026-11-27 16:58', oost, 'We sluiten bijna, om 17 uur.', opens],
  ['2026-11-27 17:00', oost, 'We zijn er weer op maandag 30 november om 9 uur.', 'maandag dertig november om negen uur'],
  ['2026-11-27 17:00', kempen, 'We zijn er weer op maandag 30 november om 10 uur.', 'maandag dertig november om tien uur'],
  ['2026-12-25 10:30', oost, 'We zijn er weer op maandag 28 december om 9 uur.', 'maandag achtentwintig december om negen uur'],
  ['2027-01-01 10:30', oost, 'We zijn er weer op maandag 4 januari om 9 uur.', 'maandag vier januari om negen uur'],
  ['2027-01-01 10:30', kempen, 'We zijn er weer op maandag 4 januari om 10 uur.', 'maandag vier januari om tien uur'],
] as const

describe.each(moments)('at %s', (moment, region, written, spoken) => {
  it(`the chat of ${region.brand} tells: ${written}`, async () => {
    await line.clockJumpsTo(moment)
    const referrer = await line.referrer(region.id)
    await referrer.opensTheChat()
    await referrer.reads(written)
    await expect.poll(() => referrer.canStart()).toBe(spoken === opens)
    await referrer.page.context().close()
  })

  it(`the phone of ${region.brand} ${spoken === opens ? 'goes on to the queue' : `says ${spoken}`}`, async () => {
    const caller = await line.caller()
    await caller.calls(region.brand)
    if (spoken === opens) {
      await caller.hears(nlPhone.connecting)
      await caller.hangsUp()
    } else {
      await caller.hears(spoken)
      await caller.isHungUp()
    }
    await caller.page.context().close()
  })
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
