import { afterAll, beforeAll, expect, it } from 'vitest'
import { workspaceWords } from '../../infra/local/machine/local-words.ts'
import { openCallbacks } from '../../shared/storage/callbacks/callbacks.ts'
import { deskNl } from '../../shared/words/nl/desk/desk.ts'
import { makePromise } from '../support/people/callbacks.ts'
import { type Journey, openLine } from '../support/journey/journey.ts'
import type { Caller } from '../support/journey/journey-caller.ts'
import type { Worker } from '../support/journey/journey-worker.ts'
import { standsInTable, tableOf } from '../support/journey/line-desk.ts'

const { callbacks: words } = deskNl
const theirs = '+32000000077'
const who = 'Juf Wilg (gezin in Genk)'

let line: Journey
let sam: Worker
let teacher: Caller
let table: ReturnType<typeof tableOf>

beforeAll(async () => {
  line = await openLine('2026-11-24 10:30')
  table = tableOf(line.localLine)
  await openCallbacks(table).promise(
    makePromise({ number: theirs, reason: 'closed', consent: { mayCall: true, othersMayAnswer: true, mayLeaveMessage: true } }),
  )
  sam = await line.worker('sam.wilg')
  teacher = await line.caller()
  await teacher.hasNumber(theirs)
})
afterAll(async () => {
  table.client.destroy()
  await line.close()
})

it('a worker reads whom we promised to call, why, and until when', async () => {
  await sam.ledger.opens()
  const entry = sam.ledger.entry(who)
  await entry.getByText('Bel vandaag voor 17 uur').waitFor()
  for (const sentence of [words.reasons.closed, words.othersMayAnswer, words.messageAllowed, words.noAttempts])
    await entry.getByText(sentence).waitFor()
  await expect.poll(() => sam.desk.locator('body').textContent()).not.toContain('077')
})

it('she takes it up, and only then sees the number', async () => {
  await sam.ledger.claims(who)
  await sam.ledger.reads(words.said.claimed(who))
  await sam.ledger.seesTheNumber(who, '+32 000 000 077')
  await sam.ledger.entry(who).getByText(words.showsNumberOf('regio Oost')).waitFor()
})

it('one click, and the telephone rings with the number of the region', async () => {
  // The teacher answers before the server has been told which entry is being called: the desk must wait for that.
  const pickedUp = Promise.withResolvers<void>()
  await sam.page.route('**/dialled', async (route) => {
    await pickedUp.promise
    await route.continue()
  })
  await sam.ledger.calls(who)
  await sam.reads(workspaceWords.dialling)
  await teacher.page.getByRole('alert').getByText('+32000000001').waitFor()
  await teacher.answers()
  await teacher.isConnectedWith('Sam')
  pickedUp.resolve()
})

it('the desk shows whom she speaks with, and the talk is logged like any other', async () => {
  await sam.hasInFront('Juf Wilg')
  await sam.seesOnTheDesk(words.nowHeading)
  await sam.page.getByLabel(workspaceWords.sayLabel).fill('Dag, met Sam. Je had ons gebeld.')
  await sam.page.getByRole('button', { name: workspaceWords.say }).click()
  await teacher.hears('Dag, met Sam. Je had ons gebeld.')
  await teacher.says('Fijn dat je belt.')
  await sam.hears('Fijn dat je belt.')
  await sam.notes('concern', 'Een kind is vaak afwezig.')
  await sam.notes('stillPossible', 'De juf spreekt de ouders aan.')
  await sam.endsWith('advice')
  await sam.isSaved()
  await sam.logs()
  expect(await sam.readsTheCode()).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/)
  await sam.desk.getByRole('button', { name: deskNl.form.copyCode }).click()
  // Not every browser lets a frame write to the clipboard; either way the desk must tell the worker the result.
  await sam.desk.getByText(deskNl.copied).or(sam.desk.getByText(deskNl.notCopied)).waitFor()
})

it('she hangs up, and her work is finished', async () => {
  await sam.hangsUp('VOICE')
  await teacher.isHungUp()
  await sam.finishes()
  await sam.reads(workspaceWords.noContactsOff)
})

it('the promise is kept, and the number is nowhere any more', async () => {
  expect(await standsInTable(table, theirs)).toBe(true)
  await sam.desk.getByRole('button', { name: words.back }).click()
  await sam.ledger.notes(who, 'reached')
  await sam.ledger.reads(words.said.done)
  await sam.ledger.closedEntry(who).getByText(words.states.done, { exact: true }).waitFor()
  // As long as the result can be undone the number is kept.
  await line.passes(11 * 60)
  expect(await standsInTable(table, theirs)).toBe(false)
})

it('nothing complained on any page', () => {
  expect(line.complaints).toEqual([])
})
