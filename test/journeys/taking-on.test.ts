import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startLocalLine, type LocalLine } from '../../infra/local/local-line.ts'
import type { DeskCases, DeskPlaces, TakenOn } from '../../shared/contracts/cases/cases.ts'
import type { Table } from '../../shared/storage/table/table.ts'
import { at } from '../support/time/at.ts'
import { type AtTheDesk, loggedConversation, signedInAt, tableOf } from '../support/journey/line-desk.ts'

// Many requests at once, on the real APIs with real tokens and the database engine: a conversation becomes one case, and the last free
// place in a caseload is given once.

const crowd = 64
const team = ['noor.berk', 'sam.wilg', 'lien.beuk', 'tom.esdoorn', 'ines.linde'] as const
// Half-time workers, each with places for five families.
const sam = 'worker_sam-wilg'
const ines = 'worker_ines-linde'
const halfTimePlaces = 5
const reason = 'Het gezin kent haar al, en het wachten is te lang.'

type Answered = { status: number; body: TakenOn }

let localLine: LocalLine
let table: Table
let desks: Map<(typeof team)[number], AtTheDesk>
beforeAll(async () => {
  localLine = await startLocalLine({ clock: at('2026-11-24 10:30'), seed: 7, quiet: true })
  table = tableOf(localLine)
  desks = new Map(await Promise.all(team.map(async (username) => [username, await signedInAt(localLine, username)] as const)))
})
afterAll(async () => {
  table?.client.destroy()
  await localLine?.stop()
})

function desk(username: (typeof team)[number]): AtTheDesk {
  const found = desks.get(username)
  if (!found) throw new Error(`${username} is not at her desk`)
  return found
}

// One after another, because preparing the conversations is not part of the race.
async function loggedConversations(count: number): Promise<string[]> {
  const logged: string[] = []
  while (logged.length < count) logged.push(await loggedConversation(table, desk('noor.berk')))
  return logged
}

async function takeOn(by: (typeof team)[number], conversation: string, input: { worker: string; reason?: string }): Promise<Answered> {
  const { status, body } = await desk(by).post(`conversations/${conversation}/take-on`, { reason: null, ...input })
  return { status, body: body as TakenOn }
}

/** Sends all of these requests at the same moment, each by the next worker of the team. */
const allAtOnce = (conversations: readonly string[], input: { worker: string; reason?: string }): Promise<Answered[]> =>
  Promise.all(conversations.map((conversation, turn) => takeOn(team[turn % team.length] ?? 'noor.berk', conversation, input)))

const ofKind = (answers: readonly Answered[], kind: TakenOn['kind'], status: number) =>
  answers.filter((answer) => answer.status === status && answer.body.kind === kind)

async function carried(worker: string): Promise<number> {
  const { workers } = await desk('noor.berk').get<DeskPlaces>('places')
  return workers.find(({ id }) => id === worker)?.families ?? 0
}

describe('one conversation that the whole team takes on at once', () => {
  it('becomes one case, and everybody hears which', async () => {
    const conversation = await loggedConversation(table, desk('noor.berk'))
    const answers = await allAtOnce(
      Array.from({ length: crowd }, () => conversation),
      { worker: 'worker_noor-berk' },
    )
    expect(ofKind(answers, 'taken-on', 201)).toHaveLength(1)
    expect(ofKind(answers, 'already-taken-on', 409)).toHaveLength(crowd - 1)
    const { cases } = await desk('noor.berk').get<DeskCases>('cases')
    expect(cases.map(({ conversationId }) => conversationId)).toEqual([conversation])
    const told = answers.map(({ body }) =>
      body.kind === 'taken-on' ? body.case.id : body.kind === 'already-taken-on' ? body.caseId : null,
    )
    expect(new Set(told)).toEqual(new Set([cases[0]?.id]))
    expect(await carried('worker_noor-berk')).toBe(1)
  })
})

describe('one last place for which the whole team asks at once', () => {
  let refused: string[]

  it('goes to one; the others are asked for a reason', async () => {
    const before = await loggedConversations(halfTimePlaces - 1)
    for (const conversation of before) expect((await takeOn('sam.wilg', conversation, { worker: sam })).status).toBe(201)
    const wanted = await loggedConversations(crowd)
    const answers = await allAtOnce(wanted, { worker: sam })
    expect(ofKind(answers, 'taken-on', 201)).toHaveLength(1)
    const asked = ofKind(answers, 'needs-reason', 409)
    expect(asked).toHaveLength(crowd - 1)
    for (const { body } of asked) {
      expect(['full', 'last-place-just-went']).toContain(body.kind === 'needs-reason' ? body.why : null)
      expect(body).toMatchObject({ families: halfTimePlaces, places: halfTimePlaces })
    }
    expect(await carried(sam)).toBe(halfTimePlaces)
    refused = wanted.filter((_, place) => answers[place]?.status === 409)
  })

  it('keeps nobody out who gives a reason', async () => {
    const answers = await allAtOnce(refused, { worker: sam, reason })
    expect(ofKind(answers, 'taken-on', 201)).toHaveLength(crowd - 1)
    expect(await carried(sam)).toBe(halfTimePlaces + crowd - 1)
    const { cases } = await desk('sam.wilg').get<DeskCases>('cases')
    expect(cases.filter(({ overCapacityReason }) => overCapacityReason === reason)).toHaveLength(crowd - 1)
    expect(new Set(cases.map(({ conversationId }) => conversationId)).size).toBe(halfTimePlaces + crowd - 1)
  })
})

describe('when the database makes transactions wait for each other', () => {
  it('a reason given in time makes every question a case', async () => {
    const wanted = await loggedConversations(2 * halfTimePlaces)
    await conflicts(12)
    const answers = await allAtOnce(wanted, { worker: ines, reason })
    expect(ofKind(answers, 'taken-on', 201)).toHaveLength(2 * halfTimePlaces)
    const { cases } = await desk('ines.linde').get<DeskCases>('cases')
    const onTop = cases.filter(({ overCapacityReason }) => overCapacityReason !== null)
    expect([cases.length, onTop.length]).toEqual([2 * halfTimePlaces, halfTimePlaces])
    expect(await carried(ines)).toBe(2 * halfTimePlaces)
  })
})

/** Makes the next transactions fail with a conflict, as the real service does when two of them touch one item. */
async function conflicts(times: number): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ database: 'transaction-conflict', times })
  expect((await fetch(`${localLine.origins.product}/local/faults`, { method: 'POST', headers, body })).status).toBe(200)
}
