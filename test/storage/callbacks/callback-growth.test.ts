import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CallbackId } from '../../../shared/domain/ids.ts'
import { callbackNumberKey } from '../../../shared/storage/callbacks/keys.ts'
import { codeKey } from '../../../shared/storage/contacts/keys.ts'
import { putItem } from '../../../shared/storage/table/table.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { makePromise, makeUnreached, newCallbackId } from '../../support/people/callbacks.ts'
import { newContact } from '../../support/people/make-cases.ts'
import { noor } from '../../support/people/people.ts'
import { at } from '../../support/time/at.ts'

// What one anonymous visitor can make grow: entries, keys, and what points to an entry.

let database: TestDatabase
let stores: Stores
let now: Date

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => now))
})
beforeEach(() => {
  now = at('2026-11-24 10:30')
})
afterAll(() => database?.stop())

const refOf = ({ id, region }: { id: CallbackId; region: string }) => ({ id, region })
const idsIn = async () => (await stores.callbacks.ofRegion('limburg-oost')).map(({ entry }) => entry.id)

describe('5.3: what somebody makes grow', () => {
  it.each([
    ['an invented code links nothing', 'key-of-an-invented-code', 0],
    ['a code that was handed out links the contact', 'key-of-a-real-code', 1],
  ])('%s', async (_title, referrerKey, links) => {
    await putItem(
      database.table(() => now),
      { ...codeKey('key-of-a-real-code'), from: 'conversation_first' },
    )
    const contact = newContact()
    const facts = [{ kind: 'contact-decided', at: now, decision: 'offer', team: null }] as const
    const link = { by: 'code', referrerKey, contact, region: 'limburg-oost', channel: 'chat', at: now } as const
    await stores.contacts.decide({ contact, facts, answer: { decision: 'offer', team: '', sentence: '' }, link })
    expect(await stores.contacts.linksOf(contact)).toHaveLength(links)
  })

  it('keeps ten keys of its referrer, closes, and leaves nothing of the number behind', async () => {
    const request = makePromise()
    const links = Array.from({ length: 14 }, () => newContact())
    for (const [count, contact] of links.entries()) {
      const link = {
        by: 'code',
        referrerKey: `hash-of-invented-${count}`,
        contact,
        region: request.region,
        channel: 'chat',
        at: now,
      } as const
      await stores.contacts.link(link)
      await stores.callbacks.promise({ ...request, contact, sessionKey: 'hash-of-the-one-browser' })
    }
    const kept = (await database.items()).find(({ pk, sk }) => pk === `callback#${request.id}` && sk === 'number')
    expect(kept?.['referrerKeys']).toHaveLength(10)
    await stores.callbacks.closeOfReferrer({ contact: null, region: request.region, referrerKeys: ['hash-of-the-one-browser'], at: now })
    expect((await stores.callbacks.entryOf(refOf(request)))?.entry.state).toBe('came-back')
    const left = await database.items()
    expect(JSON.stringify(left)).not.toContain(request.number)
    expect(left.filter(({ pk, callback }) => callback === request.id && String(pk).startsWith('referrer#'))).toEqual([])
  })

  it('closes an entry of an earlier version with more keys than a transaction holds', async () => {
    const request = makePromise()
    await stores.callbacks.promise(request)
    const referrerKeys = Array.from({ length: 150 }, (_, count) => `hash-of-old-${count}`)
    const { client, name } = database.table(() => now)
    const key = callbackNumberKey(request.id)
    const { number, numberKey } = request
    await client.send(new PutCommand({ TableName: name, Item: { ...key, number, numberKey, referrerKeys } }))
    await stores.callbacks.closeOfReferrer({ contact: request.contact, region: request.region, referrerKeys: [], at: now })
    expect((await stores.callbacks.entryOf(refOf(request)))?.entry.state).toBe('came-back')
    expect(JSON.stringify(await database.items())).not.toContain(number)
  })
})

describe('5.1: whoever left and asked for nothing', () => {
  const region = 'voor-en-noorderkempen'
  const idsOf = ({ callbacks }: { callbacks: { entry: { id: string } }[] }) => callbacks.map(({ entry }) => entry.id)

  it('stands apart from the promises, the newest first, a page at a time', async () => {
    const left = Array.from({ length: 5 }, (_, count) => makeUnreached({ region, at: at(`2026-11-24 09:0${count}`) }))
    for (const one of left) await stores.callbacks.noteUnreached(one)
    expect(await stores.callbacks.ofRegion(region)).toEqual([])
    const ids = left.map(({ id }) => id).toReversed()
    const first = await stores.callbacks.unasked(region, { limit: 3, older: null })
    expect(idsOf(first)).toEqual(ids.slice(0, 3))
    const second = await stores.callbacks.unasked(region, { limit: 3, older: first.older })
    expect([idsOf(second), second.older]).toEqual([ids.slice(3), null])
    expect((await stores.callbacks.unasked(region, { limit: 5, older: null })).older).toBeNull()
  })

  it('is gone after three working days, seen or not, and stays counted', async () => {
    const [left, seen] = [makeUnreached({ alias: 'Kanarie Els' }), makeUnreached()]
    for (const one of [left, seen]) await stores.callbacks.noteUnreached(one)
    await stores.callbacks.seen(refOf(seen), { worker: noor, at: now })
    expect(await idsIn()).toContain(seen.id)
    now = at('2026-11-28 00:00')
    for (const one of [left, seen]) {
      expect(await stores.callbacks.entryOf(refOf(one))).toBeNull()
      expect(await stores.callbacks.hadEntry(one.contact)).toBe(true)
    }
    expect((await stores.callbacks.unasked(left.region, { limit: 100, older: null })).callbacks).toEqual([])
    const expired = (await database.items()).filter((item) => JSON.stringify(item).includes('Kanarie Els'))
    expect(expired.map(({ expiresAt }) => Number(expiresAt) <= now.getTime() / 1000)).toEqual([true])
  })

  it('noted again after it expired is no error', async () => {
    const left = makeUnreached()
    await stores.callbacks.noteUnreached(left)
    const { client, name } = database.table(() => now)
    const items = (await database.items()).filter(({ entry }) => (entry as { id?: string } | undefined)?.id === left.id)
    for (const { pk, sk } of items) await client.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }))
    expect(await stores.callbacks.noteUnreached({ ...left, id: newCallbackId() })).toBeNull()
  })
})
