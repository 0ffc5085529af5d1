import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deskLineNl, softphoneNl } from '../../shared/words/nl/desk/line.ts'
import { noticesNl } from '../../shared/words/nl/notices.ts'
import { openContacts } from '../../shared/storage/contacts/contacts.ts'
import { accessibilityProblems } from '../support/browser/accessibility.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import type { Worker } from '../support/journey/journey-worker.ts'
import { sentMessages } from '../support/journey/outbox.ts'
import { type AtTheDesk, signedInAt, tableOf } from '../support/journey/line-desk.ts'

// On this Tuesday Sam is first on duty in regio Oost and Ines is the backup; the Kempen open an hour later.

let line: Journey
beforeAll(async () => {
  line = await openLine('2026-11-24 08:45')
})
afterAll(() => line.close())

const told = async () => (await sentMessages(line.localLine)).map(({ to }) => to).sort()
const at = async (clock: string) => {
  await line.clockJumpsTo(`2026-11-24 ${clock}`)
  return told()
}
const address = (name: string) => `${name}@voorbeeld.invalid`

describe('the check of an opening that fails at ten to nine', () => {
  it('tells who has the line and the backup, before any caller comes', async () => {
    expect(await at('08:49')).toEqual([])
    expect(await at('08:50')).toEqual([address('ines.linde'), address('sam.wilg')])
  })

  it('tells what is wrong and nothing of anybody', async () => {
    const texts = new Set((await sentMessages(line.localLine)).map(({ text }) => text))
    expect([...texts]).toEqual([noticesNl.openingAtRisk('regio Oost', 10)])
  })

  it('calls in the coordinator at five to nine, and nobody else', async () => {
    expect(await at('08:54')).toHaveLength(2)
    expect(await at('08:55')).toEqual([address('greet.eik'), address('ines.linde'), address('sam.wilg')])
  })
})

describe('she who comes in after all', () => {
  let sam: Worker

  it('finds out on the desk whether her softphone works', async () => {
    sam = await line.worker('sam.wilg')
    await sam.isAvailable()
    await sam.desk.getByRole('button', { name: softphoneNl.tryMicrophone }).click()
    // The test browser has no microphone, like the computer of a worker with a desk phone: the desk must say that.
    await sam.seesOnTheDesk(softphoneNl.microphoneAbsent)
    await sam.desk.getByLabel(softphoneNl.inWorkspace).check()
    await sam.desk.getByRole('button', { name: softphoneNl.playTone }).click()
    await sam.desk.getByRole('radio', { name: softphoneNl.heard }).check()
    expect(await accessibilityProblems(sam.page)).toEqual([])
    await sam.desk.getByRole('button', { name: softphoneNl.save }).click()
    await sam.seesOnTheDesk(softphoneNl.works)
  })

  it('sees on the desk that all is good, and nobody is told anything more', async () => {
    expect(await at('08:57')).toHaveLength(3)
    await sam.goesTo('line')
    await sam.seesOnTheDesk(deskLineNl.allGood)
    await sam.seesOnTheDesk(`Sam Wilg: ${deskLineNl.states.available}`)
    expect(await accessibilityProblems(sam.page)).toEqual([])
    expect(await at('09:01')).toHaveLength(3)
  })
})

describe('the contact that tried the way', () => {
  let greet: AtTheDesk

  it('came in nowhere, and is in no figure, list or ledger', async () => {
    greet = await signedInAt(line.localLine, 'greet.eik')
    const sam = await signedInAt(line.localLine, 'sam.wilg')
    const table = tableOf(line.localLine)
    expect(await openContacts(table).cameIn('limburg-oost', '2026-11-23', '2026-11-25')).toEqual([])
    table.client.destroy()
    expect(await sam.get('to-finish')).toEqual({ conversations: [] })
    expect(await sam.get('callbacks')).toMatchObject({ open: [], closed: [] })
    expect(JSON.stringify(await greet.get('figures'))).not.toMatch(/:[1-9]\d*[,}]/)
  })
})

it('nothing complained on any page, and nothing went to the dead letters', () => {
  expect(line.complaints).toEqual([])
  expect(line.localLine.bus.deadLetters()).toEqual([])
})
