import { afterAll, beforeAll, expect, it } from 'vitest'
import { deskNl } from '../../shared/words/nl/desk/desk.ts'
import { nl } from '../../shared/words/nl/nl.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import type { Worker } from '../support/journey/journey-worker.ts'
import { loggedConversation, signedInAt, tableOf } from '../support/journey/line-desk.ts'

// Sam works half-time, which is five families. A full caseload gives a warning and asks for a reason; it never blocks.
let line: Journey
let sam: Worker
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  const table = tableOf(line.localLine)
  const desk = await signedInAt(line.localLine, 'sam.wilg')
  for (let family = 0; family < 5; family += 1) {
    const taken = await desk.post(`conversations/${await loggedConversation(table, desk)}/take-on`, {
      worker: 'worker_sam-wilg',
      reason: null,
    })
    expect(taken.status).toBe(201)
  }
  table.client.destroy()
})
afterAll(() => line.close())

it('a sixth family asks the half-time worker why', async () => {
  sam = await line.worker('sam.wilg')
  await sam.isAvailable()
  const mother = await line.referrer('limburg-oost')
  await mother.opensTheChat()
  await mother.startsAs({ role: 'family-itself', municipality: 'Maaseik', alias: 'Mama' })
  await sam.accepts()
  await mother.reads(nl.widget.joined('Sam'))
  await sam.notes('concern', 'Het gezin slaapt slecht en maakt veel ruzie.')
  await sam.notes('stillPossible', 'Oma komt twee avonden per week.')
  await sam.hasTheFamilysYes()
  await sam.endsWith('taken-on')
  await sam.logs()
  await sam.takesOnFor('Sam Wilg')
  await sam.seesOnTheDesk(deskNl.takeOn.needsReason)
})

it('with a reason the family is taken on, and the reason stays with it', async () => {
  await sam.givesAsReason('Er vertrekt deze week een gezin.')
  await sam.seesOnTheDesk('Sam Wilg neemt deze vraag op')
  await sam.goesTo('families')
  await sam.seesOnTheDesk(deskNl.families.overFull('Er vertrekt deze week een gezin.'))
})

it('the family leads back to the conversation it came from', async () => {
  await sam.opensTheConversationOfTheCase()
  await sam.seesOnTheDesk('Oma komt twee avonden per week.')
})
