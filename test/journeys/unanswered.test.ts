import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Afterwards } from '../../infra/scenarios/scenario.ts'
import { deskNl } from '../../shared/words/nl/desk/desk.ts'
import { nlPhone } from '../../shared/words/nl/phone.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import type { Caller } from '../support/journey/journey-caller.ts'
import type { Worker } from '../support/journey/journey-worker.ts'
import { afterwards, type LineThere, sorted } from '../support/scenario/scenario-state.ts'
import { tableOf } from '../support/journey/line-desk.ts'

// Callers who reach nobody: the phone page, with the desk beside it. On this Wednesday only regio Oost is open.

const { callbacks } = deskNl
const { offer } = nlPhone
const brand = 'regio Oost'

let line: Journey
let there: LineThere
beforeAll(async () => {
  line = await openLine('2026-11-25 10:29')
  there = { localLine: line.localLine, table: tableOf(line.localLine) }
})
afterAll(async () => {
  there.table.client.destroy()
  await line.close()
})

const numberOf: Record<string, string> = {}
async function someone(name: string): Promise<Caller> {
  const caller = await line.caller()
  numberOf[name] = `+3200000041${Object.keys(numberOf).length}`
  await caller.hasNumber(numberOf[name])
  return caller
}

// Everything that all tests so far must have left behind. Each test adds its own rows, and any other row is an error.
const told: { contacts: unknown[]; ledger: unknown[] } = { contacts: [], ledger: [] }
async function leavesOnly(
  contacts: [who: string, became: string, endedBy?: string, answeredBy?: string][],
  ledger: object[],
): Promise<void> {
  told.contacts.push(...contacts.map(([who, became, endedBy = 'line', answeredBy = null]) => ({ who, became, answeredBy, endedBy })))
  told.ledger.push(...ledger)
  await line.passes(6)
  const whoIs = ({ customerNumber }: { customerNumber: string | null }) =>
    customerNumber === null ? 'withheld' : (Object.entries(numberOf).find(([, number]) => number === customerNumber)?.[0] ?? 'somebody')
  const wanted = sorted(Afterwards.parse(told))
  const seen = async () => {
    const { contacts, ledger: entries, errors, strange } = await afterwards(there, whoIs)
    return { contacts, ledger: entries, errors, strange }
  }
  await expect.poll(seen, { timeout: 20_000 }).toEqual({ contacts: wanted.contacts, ledger: wanted.ledger, errors: [], strange: [] })
}
const promised = (reason: string, by: string, number: string | undefined) => ({
  ...{ reason, by, number },
  ...{ mayCall: true, othersMayAnswer: false, state: 'open' },
})
const leftAlone = (reason: string) => ({ reason, mayCall: false, othersMayAnswer: false, state: 'open', by: null, number: null })

async function asksForACall(caller: Caller, from: 'own number' | 'typed'): Promise<void> {
  await caller.hears(offer.othersMayAnswer)
  await caller.presses('2')
  await caller.hears(from === 'typed' ? offer.withheld : offer.ownNumber)
  for (const key of from === 'typed' ? '0470000009#' : '1') await caller.presses(key)
  if (from === 'typed') {
    await caller.hears('Klopt dat?')
    await caller.presses('1')
  }
  await caller.hears('Genoteerd.')
  await caller.isHungUp()
  await caller.page.context().close()
}

describe('while the worker is in a conversation', () => {
  const callers: Record<string, Caller> = {}
  let lien: Worker

  it('three wait, and each hears her place', async () => {
    lien = await line.worker('lien.beuk')
    await lien.isAvailable()
    for (const name of ['early', 'first', 'second', 'third']) callers[name] = await someone(name)
    const { early, first, second, third } = callers
    await early?.calls(brand)
    await early?.hears(nlPhone.connecting)
    await lien.rings('VOICE')
    await lien.accepts()
    await early?.isConnectedWith('Lien')
    for (const caller of [first, second, third]) {
      await caller?.calls(brand)
      await caller?.hears(nlPhone.waitingBusy)
    }
    for (const [caller, before] of [
      [third, 2],
      [second, 1],
      [first, 0],
    ] as const)
      await caller?.hears(nlPhone.place(before))
  })

  it('one hangs up, one has herself called back, one is answered', async () => {
    const { early, first, second, third } = callers
    await third?.hangsUp()
    await second?.isAskedForAKey()
    await second?.presses('1')
    if (second) await asksForACall(second, 'own number')
    await lien.hangsUp('VOICE')
    await early?.isHungUp()
    await lien.finishes()
    await lien.rings('VOICE')
    await lien.accepts()
    await first?.isConnectedWith('Lien')
    await lien.ledger.opens()
    await lien.ledger.entry(callbacks.somebody).getByText(callbacks.reasons.busy).waitFor()
    await lien.ledger.entry(callbacks.somebody).getByText(callbacks.reasons['left-in-queue']).waitFor()
    await first?.hangsUp()
    await lien.finishes()
    for (const { page } of [lien, ...[early, first, third].flatMap((caller) => caller ?? [])]) await page.context().close()
  })

  it('and nothing else happened', async () => {
    await leavesOnly(
      [
        ['early', 'reached', 'line', 'lien.beuk'],
        ['first', 'reached', 'referrer', 'lien.beuk'],
        ['second', 'promised'],
        ['third', 'left-by-themselves', 'referrer'],
      ],
      [promised('busy', '2026-11-25 17:00', numberOf['second']), leftAlone('left-in-queue')],
    )
  })
})

describe('at two minutes to five', () => {
  it('one is not cut off, and one who waits is called back in the morning', async () => {
    await line.clockJumpsTo('2026-11-25 16:58')
    const evening = await line.worker('tom.esdoorn')
    await evening.isAvailable()
    const talks = await someone('talks')
    const waits = await someone('waits')
    await talks.calls(brand)
    await talks.hears('We sluiten bijna.')
    await talks.hears(nlPhone.connecting)
    await evening.rings('VOICE')
    await evening.accepts()
    await talks.isConnectedWith('Tom')
    await waits.calls(brand)
    await waits.hears('We sluiten bijna.')
    await line.passes(60)
    await waits.hears(nlPhone.closedWhileWaiting)
    await waits.hears(offer.question)
    await waits.presses('1')
    await asksForACall(waits, 'own number')
    await talks.says('Ik ben er nog.')
    await evening.hears('Ik ben er nog.')
    await talks.hangsUp()
    await evening.page.context().close()
    await talks.page.context().close()
  })

  it('and nothing else happened', async () => {
    await leavesOnly(
      [
        ['talks', 'reached', 'referrer', 'tom.esdoorn'],
        ['waits', 'promised'],
      ],
      [promised('closing', '2026-11-26 17:00', numberOf['waits'])],
    )
  })
})

describe('while the line is closed', () => {
  it('a caller whose number is withheld types one, and the promise stands on the desk', async () => {
    await line.clockJumpsTo('2026-11-28 10:30')
    const desk = await line.worker('lien.beuk')
    const neighbour = await line.caller()
    await neighbour.withholdsHerNumber()
    await neighbour.calls(brand)
    await neighbour.hears('maandag dertig november om negen uur')
    await neighbour.hears(offer.question)
    await neighbour.presses('1')
    await asksForACall(neighbour, 'typed')
    await desk.ledger.opens()
    await desk.ledger.entry(callbacks.somebody).getByText(callbacks.reasons.closed).waitFor()
    await desk.page.context().close()
    await leavesOnly([['withheld', 'promised']], [promised('closed', '2026-11-30 17:00', '+32470000009')])
  })

  it('wrong keys lead nowhere, and the next question is asked again', async () => {
    const caller = await someone('wrong-keys')
    await caller.calls(brand)
    await caller.hears(offer.question)
    await caller.presses('7')
    await caller.isAskedForAKey()
    await caller.presses('9')
    await caller.hears(offer.declined)
    await caller.hears(nlPhone.bye)
    await caller.isHungUp()
    await caller.page.context().close()
    await leavesOnly([['wrong-keys', 'heard-closing']], [])
  })

  it('silence at every question ends with the other lines', async () => {
    const caller = await someone('silent')
    await caller.calls(brand)
    for (const sentence of [offer.question, offer.declined, nlPhone.helplines, nlPhone.bye]) await caller.hears(sentence)
    await caller.isHungUp()
    await caller.page.context().close()
    await leavesOnly([['silent', 'heard-closing']], [])
  })

  it('on Christmas Day a caller hears it, and leaves', async () => {
    await line.clockJumpsTo('2026-12-25 09:30')
    const caller = await someone('holiday')
    await caller.calls(brand)
    await caller.hears('maandag achtentwintig december om negen uur')
    await caller.hangsUp()
    await caller.isHungUp()
    await caller.page.context().close()
    // After a month the numbers have expired: the promises that nobody kept are lost, and who asked for nothing is only counted.
    const promises = told.ledger.filter((entry) => Object(entry).mayCall)
    told.ledger = promises.map((entry) => ({ ...Object(entry), number: null, state: 'lost' }))
    await leavesOnly([['holiday', 'heard-closing', 'referrer']], [])
  })
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
