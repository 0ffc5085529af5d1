import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import fc from 'fast-check'
import { openLocalTable } from '../../infra/local/people/on-duty-now.ts'
import { contactIdOf, conversationIdOf } from '../../shared/domain/ids.ts'
import { openCallbacks } from '../../shared/storage/callbacks/callbacks.ts'
import { openContacts } from '../../shared/storage/contacts/contacts.ts'
import { openConversations } from '../../shared/storage/conversations/conversations.ts'
import type { Table } from '../../shared/storage/table/table.ts'
import { flowEvent, sqsBatch } from '../support/fixtures/lambda-events.ts'
import { type AtTheDesk, signedInAt } from '../support/journey/line-desk.ts'
import { answered } from '../support/people/contact-events.ts'
import { makeNotes } from '../support/people/make.ts'
import { at } from '../support/time/at.ts'
import { type LineProcess, prepareLine } from './line-process.ts'
import type { StormOptions, Verdict } from './verdict.ts'

const clients = 14
const region = 'limburg-oost'
const moment = '2026-11-24 10:30'
// The power goes after so many operations of a round, and then at another point in the next one.
const roundOperations = { min: 10, max: 60 }
const longestRoundMilliseconds = 30_000

/** What the line said yes to, by contact; after the last start each of these must be there. */
export type Acknowledged = { promises: string[]; contacts: string[]; drafts: Map<string, string> }

/**
 * Kills the line with -9 at `count` seeded moments while fourteen clients ask for call-backs, report contacts and save notes, and starts it
 * again on the same folder. Whatever was answered with yes must be there in the end.
 */
export async function kills({ seed, count }: StormOptions): Promise<Verdict> {
  const line = await prepareLine(moment.replace(' ', 'T'))
  const kept: Acknowledged = { promises: [], contacts: [], drafts: new Map() }
  const rounds = fc.sample(fc.integer(roundOperations), { seed, numRuns: count })
  let operations = 0
  try {
    for (const until of rounds) {
      const before = operations
      await line.start()
      const desk = await signedInAt(line, 'sam.wilg')
      const round = { over: false }
      const working = Array.from({ length: clients }, async (_, client) => {
        while (!round.over) operations += (await oneOperation(line, { client, desk, kept, after: operations })) ? 1 : 0
      })
      for (let waited = 0; operations < before + until && waited < longestRoundMilliseconds; waited += 5) await pause(5)
      round.over = true
      await line.powerCut()
      await Promise.all(working)
    }
    await line.start()
    const wrongs = await missingOn(line, kept)
    const counted = {
      kills: rounds.length,
      operations,
      contacts: kept.contacts.length,
      callbacks: kept.promises.length,
      drafts: kept.drafts.size,
    }
    return { name: 'kills', counted, wrongs }
  } finally {
    await line.remove()
  }
}

type Round = { client: number; desk: AtTheDesk; kept: Acknowledged; after: number }

// A request that the power cut ends is not acknowledged: the one who asked sees an error and asks again.
async function oneOperation(line: LineProcess, { client, desk, kept, after }: Round): Promise<boolean> {
  const id = randomUUID()
  try {
    if (client % 3 === 0) {
      const asked = {
        task: 'promise-callback',
        region,
        language: 'nl',
        number: numberOf(after * clients + client),
        reason: 'busy',
        mayOthersAnswer: 'yes',
      }
      const event = flowEvent({ contact: id, region })
      const answer = await invoke(line, 'promise-callback', { ...event, Details: { ...event.Details, Parameters: asked } })
      if (answer['result'] !== 'noted') return false
      kept.promises.push(id)
    } else if (client % 3 === 1) {
      const answer = await invoke(line, 'record-contact', sqsBatch(answered(id)))
      if (!Array.isArray(answer['batchItemFailures']) || answer['batchItemFailures'].length > 0) return false
      kept.contacts.push(id)
    } else {
      await invoke(line, 'route-contact', flowEvent({ contact: id, region }))
      const concern = `Bezorgdheid ${id}`
      const path = `conversations/${conversationIdOf(contactIdOf(id))}/draft`
      const saved = await desk.put(path, { version: 0, notes: makeNotes({ outcome: null, concern }) })
      if (saved.status !== 200) return false
      kept.drafts.set(id, concern)
    }
    return true
  } catch {
    // The line is gone, or its answer was cut off.
    return false
  }
}

async function invoke({ origins, names }: LineProcess, name: string, event: unknown): Promise<Record<string, unknown>> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const lambda = new LambdaClient({ endpoint: origins.aws, region: 'eu-central-1', credentials, maxAttempts: 1 })
  try {
    const answer = await lambda.send(new InvokeCommand({ FunctionName: names.functions.get(name), Payload: JSON.stringify(event) }))
    return JSON.parse(Buffer.from(answer.Payload ?? []).toString())
  } finally {
    lambda.destroy()
  }
}

async function missingOn({ origins, names }: LineProcess, kept: Acknowledged): Promise<string[]> {
  const table = openLocalTable({ url: origins.aws, name: names.table, now: () => at(moment) })
  const wrongs = await missingIn(table, kept)
  table.client.destroy()
  return wrongs
}

/** One sentence for each thing that was acknowledged and is not in the table. */
export async function missingIn(table: Table, { promises, contacts, drafts }: Acknowledged): Promise<string[]> {
  const stores = { contacts: openContacts(table), callbacks: openCallbacks(table), conversations: openConversations(table) }
  const wrongs: string[] = []
  for (const id of promises) {
    const promised = (await stores.contacts.factsOf(contactIdOf(id))).find((fact) => fact.kind === 'callback-promised')
    const callback = promised && (await stores.callbacks.entryOf({ region, id: promised.callback }))
    if (callback?.entry.state !== 'open') wrongs.push(`the call-back promised to ${id} is lost`)
  }
  for (const id of contacts) {
    const kinds = new Set((await stores.contacts.factsOf(contactIdOf(id))).map(({ kind }) => kind))
    if (!kinds.has('contact-answered') || !kinds.has('contact-ended')) wrongs.push(`the contact ${id} was recorded and is not there whole`)
  }
  for (const [id, concern] of drafts) {
    const draft = await stores.conversations.conversationOf(conversationIdOf(contactIdOf(id)))
    if (draft?.notes.concern !== concern) wrongs.push(`the notes of ${id} were saved and are lost`)
  }
  return wrongs
}

// Belgian mobile numbers, one for each request: a number has a limit of its own.
function numberOf(index: number): string {
  return `+3247${String(1_000_000 + (index % 8_999_999)).padStart(7, '0')}`
}
