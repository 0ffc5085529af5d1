import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceWords } from '../../infra/local/machine/local-words.ts'
import { nlPhone } from '../../shared/words/nl/phone.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import type { Caller } from '../support/journey/journey-caller.ts'
import type { Worker } from '../support/journey/journey-worker.ts'

const stories = [
  {
    place: 'regio Oost',
    brand: 'regio Oost',
    worker: 'sam.wilg',
    name: 'Sam',
    full: 'Sam Wilg',
    spoken: 'Je belt met de permanentie voor regio Oost.',
  },
  {
    place: 'Voor- en Noorderkempen',
    brand: 'Voor- en Noorderkempen',
    worker: 'wout.populier',
    name: 'Wout',
    full: 'Wout Populier',
    spoken: 'Je belt met de permanentie voor de Voor- en Noorderkempen.',
  },
] as const

let line: Journey
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
})
afterAll(() => line.close())

describe.each(stories)('a neighbour rings $place', ({ brand, worker, name, spoken }) => {
  let onDuty: Worker
  let neighbour: Caller

  it('she hears who is there, what to do in danger, and that nothing is recorded', async () => {
    onDuty = await line.worker(worker)
    await onDuty.isAvailable()
    neighbour = await line.caller()
    await neighbour.calls(brand)
    for (const sentence of [spoken, nlPhone.emergency, nlPhone.privacy, nlPhone.connecting]) await neighbour.hears(sentence)
  })

  it('the softphone rings, and they are connected', async () => {
    await onDuty.rings('VOICE')
    await onDuty.accepts()
    await neighbour.isConnectedWith(name)
    await neighbour.says('Ik hoor het kind vaak huilen.')
    await onDuty.hears('Ik hoor het kind vaak huilen.')
  })

  it('the coaching conversation is logged as a result in itself', async () => {
    await onDuty.seesOnTheDesk('Telefoon')
    await onDuty.notes('concern', 'Een kind huilt elke avond lang.')
    await onDuty.notes('stillPossible', 'De buurvrouw spreekt de mama aan.')
    await onDuty.endsWith('advice')
    await onDuty.isSaved()
    await onDuty.logs()
    expect(await onDuty.readsTheCode()).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  })

  it('she hangs up, and the worker finishes', async () => {
    await neighbour.hangsUp()
    await onDuty.reads(workspaceWords.afterWork)
    await onDuty.finishes()
    await onDuty.reads(workspaceWords.noContacts)
  })

  it('when she rings again from the same number, the desk shows the earlier talk', async () => {
    await neighbour.page.reload()
    await neighbour.calls(brand)
    await neighbour.hears(nlPhone.connecting)
    await onDuty.accepts()
    await neighbour.isConnectedWith(name)
    await onDuty.goesTo('now')
    await onDuty.saysItIsTheSame()
    await onDuty.seesEarlier('advice')
    await neighbour.hangsUp()
    await onDuty.finishes()
  })
})

describe('a worker whose softphone stays silent', () => {
  it.each([
    ['noor.berk', 'Nu van dienst: Sam Wilg.'],
    ['ines.linde', 'Jij bent nu achterwacht'],
  ])('reads on her desk why: %s', async (username, why) => {
    const worker = await line.worker(username)
    await worker.seesOnTheDesk(why)
    await worker.page.context().close()
  })
})

describe('a worker who does not answer', () => {
  it('is missed after twenty seconds, and the backup is rung', async () => {
    const sam = await line.worker('sam.wilg')
    const ines = await line.worker('ines.linde')
    await sam.isAvailable()
    await ines.isAvailable()
    const caller = await line.caller()
    await caller.calls('regio Oost')
    await caller.hears(nlPhone.connecting)
    await sam.rings('VOICE')
    await line.passes(21)
    await sam.reads(workspaceWords.missedHelp)
    // The backup is rung after 45 seconds, and for twenty: what is left of a ring after a jump must be enough for a page on a busy machine.
    await line.passes(25)
    await ines.rings('VOICE')
    await ines.accepts()
    await caller.isConnectedWith('Ines')
    await ines.hangsUp('VOICE')
    await caller.hears(nlPhone.bye)
  })
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
