import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { referrerKeyOf } from '../../../shared/storage/table/referrer-key.ts'
import { at } from '../../support/time/at.ts'
import { itIs } from '../../support/time/clock.ts'
import { makeTakingOn, makeWorker } from '../../support/people/make-cases.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { bodyOf } from '../../support/fixtures/lambda-events.ts'
import { makeNotes, yesOn } from '../../support/people/make.ts'

let desk: TestDesk
let noor: Worker

beforeAll(async () => {
  desk = await startDesk()
  noor = desk.noor
  itIs('2026-11-24 10:40')
})
afterAll(async () => {
  await desk?.stop()
})

const get = (worker: Worker, path: string) => desk.ask(worker, { path: `/api/desk/${path}` })
const put = (conversation: string, body: unknown) =>
  desk.ask(noor, { method: 'PUT', path: `/api/desk/conversations/${conversation}/draft`, body })
const post = (path: string, body: unknown, worker = noor) => desk.ask(worker, { method: 'POST', path: `/api/desk/${path}`, body })
const log = (conversation: string, version = 0, notes: CoachingNotes = makeNotes()) =>
  post(`conversations/${conversation}/log`, { version, notes })
const takenNotes = () => makeNotes({ outcome: 'taken-on', consent: yesOn('2026-11-24') })
const takeOn = (conversation: string, worker: string, reason: string | null = null) =>
  post(`conversations/${conversation}/take-on`, { worker, reason })

/** A logged conversation for which a case may be opened. */
async function loggedConversation(): Promise<string> {
  const { conversation } = await desk.contactArrives()
  expect(bodyOf(await log(conversation, 0, takenNotes()))).toMatchObject({ kind: 'logged' })
  return conversation
}

describe('the desk shows', () => {
  it('who is signed in, and her region', async () => {
    expect(bodyOf(await get(noor, 'me'))).toMatchObject({
      worker: { id: noor.id, name: 'Noor Wilg', role: 'worker', team: 'genk' },
      region: { id: 'limburg-oost', brand: 'De Plan-Trekkers', workerTitle: 'plan-trekker' },
    })
  })

  it('what the flow told of a contact, with an empty log', async () => {
    const { id, conversation } = await desk.contactArrives()
    const before = (await desk.database.items()).length
    expect(bodyOf(await get(noor, `contacts/${id}`))).toMatchObject({
      contact: {
        channel: 'chat',
        municipality: { nis: '71016', name: 'Genk', team: 'Groep Genk' },
        referrerType: 'school',
        alias: 'Juf Wilg',
      },
      earlier: null,
      conversation: {
        id: conversation,
        version: 0,
        state: 'draft',
        openedBy: 'Noor Wilg',
        notes: { municipality: '71016' },
        takenOn: null,
      },
    })
    expect(await desk.database.items()).toHaveLength(before)
  })

  it('what Connect knows when our own facts were lost', async () => {
    const id = '7d0e6a1c-8b1f-4f0d-9a53-2f1f0a6b7c8d'
    const Contact = { Id: id, InitialContactId: id, Channel: 'VOICE', InitiationTimestamp: at('2026-11-24 10:38').getTime() / 1000 }
    desk.connectSays([
      { status: 200, body: { Contact } },
      { status: 200, body: { Attributes: { region: 'limburg-oost' } } },
    ])
    const known = { contact: { channel: 'phone', arrived: { clock: '10:38' }, municipality: null } }
    expect(bodyOf(await get(noor, `contacts/${id}`))).toMatchObject(known)
    expect(bodyOf(await get(noor, `contacts/${id}`))).toMatchObject(known)
  })

  it('a call of which only the agent is known, to that agent', async () => {
    const worker = makeWorker({ agentArn: 'arn:aws:connect:eu-central-1:111122223333:instance/i/agent/her-agent' })
    await desk.stores.workers.save(worker)
    const id = '0f8d2b3c-1a2b-4c3d-8e4f-5a6b7c8d9e0f'
    const described = [
      { status: 200, body: { Contact: { Id: id, Channel: 'VOICE', AgentInfo: { Id: 'her-agent' } } } },
      { status: 200, body: { Attributes: {} } },
    ]
    desk.connectSays(described)
    expect((await get(noor, `contacts/${id}`)).statusCode).toBe(404)
    desk.connectSays(described)
    expect((await get(worker, `contacts/${id}`)).statusCode).toBe(200)
  })
})

describe('a draft', () => {
  it('is saved as she types, and waits in what is to finish', async () => {
    const { id, conversation } = await desk.contactArrives()
    expect(bodyOf(await put(conversation, { version: 0, notes: makeNotes({ concern: 'eerst' }) }))).toMatchObject({
      kind: 'saved',
      version: 1,
      savedAt: { clock: '10:40' },
    })
    expect(bodyOf(await get(noor, `contacts/${id}`))).toMatchObject({ conversation: { version: 1, notes: { concern: 'eerst' } } })
    expect(bodyOf(await get(noor, 'to-finish'))['conversations']).toContainEqual(
      expect.objectContaining({ id: conversation, municipality: 'Genk', waitsFor: 'log' }),
    )
  })

  it('that is stale comes back beside the newer one', async () => {
    const { conversation } = await desk.contactArrives()
    await put(conversation, { version: 0, notes: makeNotes({ concern: 'nieuwer' }) })
    const answer = await put(conversation, { version: 0, notes: makeNotes({ concern: 'ouder' }) })
    expect(answer.statusCode).toBe(409)
    expect(bodyOf(answer)).toMatchObject({ kind: 'stale', newer: { version: 1, notes: { concern: 'nieuwer' }, openedBy: 'Noor Wilg' } })
  })
})

describe('a conversation', () => {
  it('is logged with a code that finds it next time', async () => {
    const first = await desk.contactArrives()
    const logged = bodyOf(await log(first.conversation))
    expect(logged).toMatchObject({ kind: 'logged', version: 1, referrerCode: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/) })
    const code = String(logged['referrerCode'])
    expect(JSON.stringify(await desk.database.items())).not.toContain(code)

    const second = await desk.contactArrives()
    const found = await post(`contacts/${second.id}/code`, { code: code.toLowerCase().replace('-', ' ') })
    expect(bodyOf(found)).toMatchObject({ earlier: [{ conversationId: first.conversation, channel: 'chat', outcome: 'advice' }] })
    expect(bodyOf(await get(noor, `contacts/${second.id}`))).toMatchObject({ earlier: [{ conversationId: first.conversation }] })
    expect(bodyOf(await log(second.conversation))).toMatchObject({ kind: 'logged', referrerCode: code })
  })

  it('of a caller is found by her number in the days after, as perhaps hers', async () => {
    const referrerKey = referrerKeyOf('a-key-for-tests', { kind: 'number', number: '+32000000055' })
    const contacts = [await desk.contactArrives({ channel: 'phone' }), await desk.contactArrives({ channel: 'phone' })]
    for (const { contact } of contacts) {
      await desk.stores.contacts.link({
        by: 'number',
        referrerKey,
        contact,
        region: 'limburg-oost',
        channel: 'phone',
        at: at('2026-11-24 10:30'),
      })
    }
    expect(bodyOf(await get(noor, `contacts/${contacts[1]?.id}`))).toMatchObject({
      earlier: [{ conversationId: contacts[0]?.conversation, sure: false, outcome: null }],
    })
  })

  it('without what must be said is incomplete', async () => {
    const { conversation } = await desk.contactArrives()
    const answer = await log(conversation, 0, makeNotes({ concern: ' ', outcome: 'taken-on' }))
    expect(answer.statusCode).toBe(422)
    expect(bodyOf(answer)).toEqual({ kind: 'incomplete', missing: ['concern', 'consent'] })
  })

  it('is logged once and stays so', async () => {
    const { conversation } = await desk.contactArrives()
    const answers = await Promise.all([log(conversation), log(conversation), log(conversation)])
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409, 409])
    expect((await put(conversation, { version: 1, notes: makeNotes() })).statusCode).toBe(409)
  })
})

describe('a question', () => {
  it('waits in what is to finish until somebody has it', async () => {
    const conversation = await loggedConversation()
    const waiting = expect.objectContaining({ id: conversation, waitsFor: 'take-on' })
    expect(bodyOf(await get(noor, 'to-finish'))['conversations']).toContainEqual(waiting)
    await takeOn(conversation, noor.id)
    expect(bodyOf(await get(noor, 'to-finish'))['conversations']).not.toContainEqual(expect.objectContaining({ id: conversation }))
  })

  it('is taken on once, and her family is there', async () => {
    const conversation = await loggedConversation()
    const worker = makeWorker({ name: 'Lies Beuk' })
    await desk.stores.workers.save(worker)
    const taken = await takeOn(conversation, worker.id)
    expect(taken.statusCode).toBe(201)
    const mine = {
      worker: 'Lies Beuk',
      referred: { clock: '10:30' },
      perspectiveTalkDue: '2026-12-24',
      conversationId: conversation,
      overCapacityReason: null,
    }
    expect(bodyOf(taken)).toMatchObject({ kind: 'taken-on', case: mine })
    expect(bodyOf(await get(worker, 'cases'))).toMatchObject({ cases: [mine] })
    const again = await takeOn(conversation, noor.id)
    expect(again.statusCode).toBe(409)
    expect(bodyOf(again)).toMatchObject({ kind: 'already-taken-on', worker: 'Lies Beuk' })
    expect(bodyOf(await get(noor, `cases/${String(bodyOf(again)['caseId'])}`))).toMatchObject(mine)
    expect(await desk.stores.notices.due()).toContainEqual(expect.objectContaining({ worker: worker.id, kind: 'case-taken-on' }))
  })

  it('on a full caseload asks for a reason and never says no', async () => {
    const full = makeWorker({ share: 0.1, name: 'Tuur Linde' })
    await desk.stores.workers.save(full)
    await desk.stores.cases.takeOn(makeTakingOn({ worker: full.id }))
    const conversation = await loggedConversation()
    for (const reason of [null, '   ']) {
      const asked = await takeOn(conversation, full.id, reason)
      expect(asked.statusCode).toBe(409)
      expect(bodyOf(asked)).toEqual({ kind: 'needs-reason', families: 1, places: 1, why: 'full' })
    }
    expect(bodyOf(await takeOn(conversation, full.id, 'Kent het gezin.'))).toMatchObject({
      kind: 'taken-on',
      case: { overCapacityReason: 'Kent het gezin.' },
    })
    const { workers } = bodyOf(await get(noor, 'places')) as { workers: { id: string; free: number; families: number }[] }
    expect(workers.at(-1)).toMatchObject({ id: full.id, free: 0, families: 2 })
    expect(workers.map((worker) => worker.id)).not.toContain(desk.coordinator.id)
  })

  it('on the last place goes to one of two, and through with a reason', async () => {
    const last = makeWorker({ share: 0.1 })
    await desk.stores.workers.save(last)
    const [one, two, three] = [await loggedConversation(), await loggedConversation(), await loggedConversation()]
    const answers = (await Promise.all([takeOn(one, last.id), takeOn(two, last.id)])).map(bodyOf)
    expect(answers.map((answer) => answer['kind']).sort()).toEqual(['needs-reason', 'taken-on'])
    expect(bodyOf(await takeOn(three, last.id, 'Het gezin vroeg haar.'))).toMatchObject({
      kind: 'taken-on',
      case: { overCapacityReason: 'Het gezin vroeg haar.' },
    })
  })

  it('is not taken on before the log and without the family’s yes', async () => {
    const { conversation } = await desk.contactArrives()
    await put(conversation, { version: 0, notes: makeNotes() })
    expect(bodyOf(await takeOn(conversation, noor.id))).toEqual({ kind: 'not-logged' })
    await log(conversation, 1)
    const answer = await takeOn(conversation, noor.id)
    expect(answer.statusCode).toBe(422)
    expect(bodyOf(answer)).toEqual({ kind: 'needs-consent' })
  })

  it('5.9: is not taken on after the family declined, nor logged or taken on with a yes of 2099', async () => {
    const [declined, future] = [await desk.contactArrives(), await desk.contactArrives()]
    const notes = makeNotes({ outcome: 'family-declines', consent: yesOn('2026-11-24') })
    expect(bodyOf(await log(declined.conversation, 0, notes))).toMatchObject({ kind: 'logged' })
    const answer = await takeOn(declined.conversation, noor.id)
    expect([answer.statusCode, bodyOf(answer)]).toEqual([422, { kind: 'family-declines' }])
    const refused = await log(future.conversation, 0, makeNotes({ outcome: 'advice', consent: yesOn('2099-01-01') }))
    expect(bodyOf(refused)).toEqual({ kind: 'incomplete', missing: ['consent'] })
  })
})

describe('a body is refused, and nothing is written,', () => {
  const notes = makeNotes()
  it.each([
    ['with a key that we do not know', { version: 0, notes, role: 'coordinator' }, 'role'],
    ['with a key inside the notes that we do not know', { version: 0, notes: { ...notes, admin: true } }, 'notes.admin'],
    [
      'with a key that poisons',
      JSON.stringify({ version: 0, notes }).replace('"notes":{', '"notes":{"__proto__":{"admin":true},'),
      'notes.__proto__',
    ],
    ['with a concern of 1,025 characters', { version: 0, notes: { ...notes, concern: 'x'.repeat(1_025) } }, 'notes.concern'],
    ['with half a character', { version: 0, notes: { ...notes, tried: 'gesprek \udc00' } }, 'notes.tried'],
    [
      'with an agreement that is empty',
      { version: 0, notes: { ...notes, agreements: [{ what: ' ', who: 'worker', by: null }] } },
      'notes.agreements.0.what',
    ],
    ['with a town that is none', { version: 0, notes: { ...notes, municipality: '99999' } }, 'notes.municipality'],
    ['with a version that cannot be', { version: -1, notes }, 'version'],
    ['with a version past all counting', { version: 1e308, notes }, 'version', 'Dit klopt niet: versie.'],
    ['with words where an expression would do', { version: { $ne: 0 }, notes }, 'version'],
  ])('%s', async (_, body, field, sentence = '.') => {
    const { conversation } = await desk.contactArrives()
    const before = (await desk.database.items()).length
    for (const step of ['draft', 'log']) {
      const answer = await desk.ask(noor, {
        method: step === 'draft' ? 'PUT' : 'POST',
        path: `/api/desk/conversations/${conversation}/${step}`,
        body,
      })
      expect(answer.statusCode).toBe(400)
      expect(bodyOf(answer)).toEqual({ kind: 'refused', field, sentence: expect.stringContaining(sentence) })
    }
    expect(await desk.database.items()).toHaveLength(before)
  })

  it.each([
    ['for a worker of another region', () => desk.fatma.id],
    ['for a coordinator, who carries no families', () => desk.coordinator.id],
    ['for nobody', () => 'worker_nobody'],
    ['for what is no worker', () => 'nobody'],
  ])('%s', async (_, worker) => {
    const conversation = await loggedConversation()
    const answer = await takeOn(conversation, worker())
    expect(answer.statusCode).toBe(400)
    expect(bodyOf(answer)).toEqual({ kind: 'refused', field: 'worker', sentence: 'Dit klopt niet: medewerker.' })
  })
})
