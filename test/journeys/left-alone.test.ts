import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyRoster } from '../../shared/domain/roster/duty-roster.ts'
import { openRosters } from '../../shared/storage/roster/rosters.ts'
import { nlPhone } from '../../shared/words/nl/phone.ts'
import { noticesNl } from '../../shared/words/nl/notices.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import { sentMessages } from '../support/journey/outbox.ts'
import { setRoster } from '../support/people/roster.ts'
import { tableOf } from '../support/journey/line-desk.ts'

// On this Wednesday only regio Oost is open. Lien is first on duty, Tom is the backup.

let line: Journey
beforeAll(async () => {
  line = await openLine('2026-11-25 10:29')
})
afterAll(() => line.close())

const address = (name: string) => `${name}@voorbeeld.invalid`

describe('a duty worker whose page is gone while it rings', () => {
  it('is missed after twenty seconds, the backup gets the caller, and both are told within a minute', async () => {
    const lien = await line.worker('lien.beuk')
    const tom = await line.worker('tom.esdoorn')
    await lien.isAvailable()
    await tom.isAvailable()
    const before = (await sentMessages(line.localLine)).length
    const caller = await line.caller()
    await caller.calls('regio Oost')
    await caller.hears(nlPhone.connecting)
    await lien.rings('VOICE')
    await lien.page.context().close()
    await line.passes(21)
    // The backup is rung after 45 seconds, and for twenty: what is left of a ring after a jump must be enough for a page on a busy machine.
    await line.passes(25)
    await tom.rings('VOICE')
    await tom.accepts()
    await caller.isConnectedWith('Tom')
    await line.passes(20)
    const after = (await sentMessages(line.localLine)).slice(before)
    expect(after.map(({ to }) => to).sort()).toEqual([address('lien.beuk'), address('tom.esdoorn')])
    expect(new Set(after.map(({ text }) => text))).toEqual(new Set([noticesNl.ringMissed('regio Oost')]))
    await tom.hangsUp('VOICE')
    await caller.hears(nlPhone.bye)
    await tom.page.context().close()
  })
})

describe('an open line with an empty roster', () => {
  it('is told to the coordinator at once, and to nobody else', async () => {
    const before = (await sentMessages(line.localLine)).length
    const table = tableOf(line.localLine)
    await setRoster(openRosters(table), 'limburg-oost', emptyRoster)
    table.client.destroy()
    await line.passes(60)
    const after = (await sentMessages(line.localLine)).slice(before)
    expect(after).toEqual([{ to: address('greet.eik'), text: noticesNl.nobodyOnDuty('regio Oost') }])
  })
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
