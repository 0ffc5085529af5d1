import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ContactStore } from '../../../shared/storage/contacts/contacts.ts'
import type { ConversationStore, LogSave } from '../../../shared/storage/conversations/conversations.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversation-items.ts'
import { at } from '../../support/time/at.ts'
import { makeDraft, newWorker } from '../../support/people/make-cases.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { makeNotes } from '../../support/people/make.ts'
import { noor, sam } from '../../support/people/people.ts'
import { openStores } from '../../../shared/storage/stores.ts'

let database: TestDatabase
let conversations: ConversationStore
let contacts: ContactStore
let now = at('2026-11-24 10:40')

beforeAll(async () => {
  database = await startTestDatabase()
  const stores = openStores(database.table(() => now))
  conversations = stores.conversations
  contacts = stores.contacts
})
afterAll(() => database?.stop())

function logSave(draft: Conversation, given: Partial<LogSave> = {}): LogSave {
  const link = { by: 'code', referrerKey: `key-of-${draft.id}`, contact: draft.contact, region: draft.region } as const
  return {
    id: draft.id,
    version: draft.version,
    notes: makeNotes(),
    outcome: 'advice',
    worker: noor,
    at: at('2026-11-24 11:05'),
    codeFrom: draft.id,
    promised: null,
    link: { ...link, channel: 'chat', at: draft.openedAt },
    ...given,
  }
}

describe('a draft', () => {
  it('is opened once, by whoever is first', async () => {
    const draft = makeDraft()
    expect(await conversations.open(draft)).toEqual(draft)
    expect(await conversations.open({ ...draft, openedBy: sam })).toEqual(draft)
    expect(await conversations.conversationOf(draft.id)).toEqual(draft)
  })

  it('grows a version with each save', async () => {
    const draft = await conversations.open(makeDraft())
    expect(await conversations.saveDraft({ id: draft.id, version: 0, notes: makeNotes({ concern: 'eerst' }) })).toEqual({
      kind: 'saved',
      version: 1,
    })
    expect(await conversations.saveDraft({ id: draft.id, version: 1, notes: makeNotes({ concern: 'dan' }) })).toEqual({
      kind: 'saved',
      version: 2,
    })
    expect(await conversations.conversationOf(draft.id)).toMatchObject({ version: 2, notes: { concern: 'dan' } })
  })

  it('that is stale loses neither text', async () => {
    const draft = await conversations.open(makeDraft())
    await conversations.saveDraft({ id: draft.id, version: 0, notes: makeNotes({ concern: 'van het ene scherm' }) })
    const mine = makeNotes({ concern: 'van het andere scherm' })
    const refused = await conversations.saveDraft({ id: draft.id, version: 0, notes: mine })
    expect(refused).toMatchObject({ kind: 'stale', newer: { version: 1, notes: { concern: 'van het ene scherm' } } })
    expect(mine.concern).toBe('van het andere scherm')
    expect(await conversations.conversationOf(draft.id)).toMatchObject({ version: 1, notes: { concern: 'van het ene scherm' } })
  })

  it('saved again after a lost answer is no conflict', async () => {
    const draft = await conversations.open(makeDraft())
    const save = { id: draft.id, version: 0, notes: makeNotes({ concern: 'dezelfde woorden' }) }
    expect(await conversations.saveDraft(save)).toEqual({ kind: 'saved', version: 1 })
    expect(await conversations.saveDraft(save)).toEqual({ kind: 'saved', version: 1 })
  })

  it('that was never opened is not found', async () => {
    const { id } = makeDraft()
    expect(await conversations.saveDraft({ id, version: 0, notes: makeNotes() })).toEqual({ kind: 'not-found' })
    expect(await conversations.conversationOf(id)).toBeNull()
  })

  it('of two who save at once keeps one and says so to the other', async () => {
    const draft = await conversations.open(makeDraft())
    const texts = ['links', 'rechts', 'midden']
    const outcomes = await Promise.all(
      texts.map((concern) => conversations.saveDraft({ id: draft.id, version: 0, notes: makeNotes({ concern }) })),
    )
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['saved', 'stale', 'stale'])
  })
})

describe('a conversation', () => {
  it('is logged once, with its fact and the way back by code', async () => {
    const draft = await conversations.open(makeDraft())
    expect(await conversations.log(logSave(draft))).toEqual({ kind: 'saved', version: 1 })
    expect(await conversations.conversationOf(draft.id)).toMatchObject({ state: 'logged', codeFrom: draft.id, version: 1 })
    expect(await contacts.factsOf(draft.contact)).toEqual([
      { kind: 'conversation-logged', at: at('2026-11-24 11:05'), conversation: draft.id, outcome: 'advice', worker: noor },
    ])
    expect(await contacts.knowsCode(`key-of-${draft.id}`)).toBe(true)
    expect(await contacts.ofReferrer(`key-of-${draft.id}`)).toMatchObject([{ contact: draft.contact, by: 'code' }])
    expect(await conversations.firstWithCode(`key-of-${draft.id}`)).toBe(draft.id)
  })

  it('that is logged stays as it is', async () => {
    const draft = await conversations.open(makeDraft())
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((turn) => conversations.log(logSave(draft, { notes: makeNotes({ concern: `zorg ${turn}` }) }))),
    )
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['already-logged', 'already-logged', 'already-logged', 'saved'])
    expect(await conversations.saveDraft({ id: draft.id, version: 1, notes: makeNotes() })).toEqual({ kind: 'already-logged' })
    expect(await contacts.factsOf(draft.contact)).toHaveLength(1)
  })

  it('on a stale version is not logged, and nothing is written', async () => {
    const draft = await conversations.open(makeDraft())
    await conversations.saveDraft({ id: draft.id, version: 0, notes: makeNotes({ concern: 'nieuwer' }) })
    expect(await conversations.log(logSave(draft))).toMatchObject({ kind: 'stale', newer: { version: 1 } })
    expect(await contacts.factsOf(draft.contact)).toEqual([])
    expect(await contacts.knowsCode(`key-of-${draft.id}`)).toBe(false)
  })

  it('is read no more after twelve months', async () => {
    const draft = await conversations.open(makeDraft())
    now = at('2027-11-25 10:40')
    expect(await conversations.conversationOf(draft.id)).toBeNull()
    expect(await conversations.conversationsOf([draft.id])).toEqual([])
    now = at('2026-11-24 10:40')
  })

  it('and others are read together', async () => {
    const drafts = await Promise.all(Array.from({ length: 120 }, () => conversations.open(makeDraft())))
    const never = makeDraft()
    const read = await conversations.conversationsOf([...drafts.map((draft) => draft.id), never.id])
    expect(read.map((one) => one.id).sort()).toEqual(drafts.map((draft) => draft.id).sort())
  })
})

describe('what a worker still has to finish', () => {
  it('is her drafts, oldest first, without what she logged', async () => {
    const worker = newWorker()
    const young = await conversations.open(makeDraft({ openedBy: worker, openedAt: at('2026-11-24 10:00') }))
    const old = await conversations.open(makeDraft({ openedBy: worker, openedAt: at('2026-11-20 10:00') }))
    const done = await conversations.open(makeDraft({ openedBy: worker, openedAt: at('2026-11-19 10:00') }))
    await conversations.log(logSave(done))
    expect((await conversations.toFinish(worker)).map((draft) => draft.id)).toEqual([old.id, young.id])
  })

  it('keeps a question that was logged to be taken on', async () => {
    const worker = newWorker()
    const draft = await conversations.open(makeDraft({ openedBy: worker }))
    await conversations.log(logSave(draft, { outcome: 'taken-on' }))
    expect(await conversations.toFinish(worker)).toMatchObject([{ id: draft.id, state: 'logged' }])
  })
})
