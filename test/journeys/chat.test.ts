import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceWords } from '../../infra/local/machine/local-words.ts'
import { nl } from '../../shared/words/nl/nl.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import type { Referrer } from '../support/journey/journey-referrer.ts'
import type { Worker } from '../support/journey/journey-worker.ts'

// A Tuesday in two regions, from the chat on the school's page to a case with a worker. Each step of a region needs the earlier ones.
const stories = [
  {
    place: 'regio Oost',
    region: 'limburg-oost',
    worker: 'sam.wilg',
    name: 'Sam',
    full: 'Sam Wilg',
    municipality: 'Genk',
    team: 'Groep Genk',
    open: 'Vandaag tot 17 uur.',
  },
  {
    place: 'Voor- en Noorderkempen',
    region: 'voor-en-noorderkempen',
    worker: 'wout.populier',
    name: 'Wout',
    full: 'Wout Populier',
    municipality: 'Zoersel',
    team: 'Voorkempen',
    open: 'Vandaag tot 13 uur.',
  },
] as const

let line: Journey
beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
})
afterAll(() => line.close())

describe.each(stories)('a teacher chats in $place', ({ region, worker, name, full, municipality, team, open }) => {
  let teacher: Referrer
  let onDuty: Worker
  let code: string

  it('the chat says it is open before a word is typed', async () => {
    onDuty = await line.worker(worker)
    await onDuty.isAvailable()
    teacher = await line.referrer(region)
    await teacher.opensTheChat()
    await teacher.reads(open)
    await teacher.reads('Bel 112')
  })

  it('she starts, waits, and is joined', async () => {
    await teacher.startsAs({ role: 'school', municipality, alias: 'Juf Wilg' })
    await teacher.reads(nl.widget.waiting)
    await onDuty.accepts()
    await teacher.reads(nl.widget.joined(name))
    // Waits until the worker's own chat session is connected: before that the worker cannot send.
    await onDuty.reads(workspaceWords.joined(name))
  })

  it('they write both ways, with typing signs', async () => {
    await onDuty.types('Dag')
    await teacher.reads(nl.widget.typing(name))
    await onDuty.writes('Dag, vertel gerust.')
    await teacher.reads('Dag, vertel gerust.')
    await teacher.types('Een kind')
    await onDuty.seesTyping('Juf Wilg')
    await teacher.writes('Een kind is al <b>weken</b> stil.')
    await onDuty.reads('Een kind is al <b>weken</b> stil.')
  })

  it('a reload finds the conversation back', async () => {
    await teacher.reloads()
    await teacher.reads('Dag, vertel gerust.')
    await teacher.writes('Daar ben ik weer.')
    await onDuty.reads('Daar ben ik weer.')
  })

  it('the desk shows what is known', async () => {
    for (const known of ['Juf Wilg', municipality, team, nl.referrers.school]) await onDuty.seesOnTheDesk(known)
  })

  it('the coaching conversation is saved as she types, and logged', async () => {
    await onDuty.notes('concern', 'Een kind komt al weken te laat en is stil.')
    await onDuty.notes('strengths', 'Mama belt zelf met de school.')
    await onDuty.notes('stillPossible', 'De juf spreekt met mama, en wij denken mee.')
    await onDuty.isSaved()
    await onDuty.hasTheFamilysYes()
    await onDuty.endsWith('taken-on')
    await onDuty.logs()
    code = await onDuty.readsTheCode()
  })

  it('the question opens a case on a worker with a place', async () => {
    await onDuty.takesOnFor(full)
    await onDuty.seesOnTheDesk(`${full} neemt deze vraag op.`)
    await onDuty.goesTo('families')
    await onDuty.seesOnTheDesk('ten laatste op 24 december 2026')
    await onDuty.seesOnTheDesk('vandaag om 10')
  })

  it('the teacher ends the chat and can wipe her screen', async () => {
    await teacher.ends()
    await teacher.reads(nl.widget.ended)
    await onDuty.finishes()
  })

  it('with her code she is recognised the next time', async () => {
    const again = await line.referrer(region)
    await again.opensTheChat()
    await again.startsAs({ role: 'school', municipality: null, alias: 'Juf Wilg', code })
    await onDuty.accepts()
    await again.reads(nl.widget.joined(name))
    await onDuty.goesTo('now')
    await onDuty.seesEarlier('taken-on')
    await again.ends()
    await onDuty.finishes()
  })
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
