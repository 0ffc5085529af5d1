import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import { emptyNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { DeskClient } from '../../../web-widget/desk/client/desk-client.ts'
import { type Autosave, keepDraft } from '../../../web-widget/desk/state/autosave.ts'
import { openContacts } from '../../../web-widget/desk/state/contacts.ts'
import { draftOf, restored } from '../../../web-widget/desk/state/draft.ts'
import { openKeptNotes, type TabStorage } from '../../../web-widget/desk/state/kept-notes.ts'

const notes = emptyNotes({ referrerType: 'school', municipality: '71016' })
const mine = { ...notes, concern: 'Mijn woorden' }
const conversationOf = (id: string): DeskConversation => ({
  id: `conversation_${id}`,
  contactId: `contact_${id}`,
  version: 3,
  state: 'draft',
  openedBy: 'Noor Berk',
  openedAt: { day: '2026-11-24', weekday: 'tue', clock: '10:30', away: 'today' },
  notes,
  referrerCode: null,
  takenOn: null,
})
const conversation = conversationOf('1')
const key = Buffer.alloc(32, 7).toString('base64url')
const otherKey = Buffer.alloc(32, 8).toString('base64url')

function aTab(): TabStorage & { all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all,
    getItem: (name) => all.get(name) ?? null,
    setItem: (name, value) => void all.set(name, value),
    removeItem: (name) => void all.delete(name),
    key: (index) => [...all.keys()][index] ?? null,
    get length() {
      return all.size
    },
  }
}

const refuses = (): never => {
  throw new DOMException('no storage', 'QuotaExceededError')
}

describe('1.13: what a tab has not saved', () => {
  it('is read again by the same worker only, and never stands there in the clear', async () => {
    const tab = aTab()
    const kept = await openKeptNotes(key, tab)
    await kept.keep(conversation.id, { version: 3, notes: mine })
    expect(JSON.stringify([...tab.all])).not.toContain('Mijn')
    const reloaded = await openKeptNotes(key, tab)
    expect(reloaded.ids()).toEqual([conversation.id])
    expect(await reloaded.find(conversation.id)).toEqual({ version: 3, notes: mine })
    expect(await (await openKeptNotes(otherKey, tab)).find(conversation.id)).toBeNull()
  })

  it('is gone once it is saved, also when it was still being encrypted', async () => {
    const tab = aTab()
    const kept = await openKeptNotes(key, tab)
    const keeping = kept.keep(conversation.id, { version: 3, notes: mine })
    kept.forget(conversation.id)
    await keeping
    expect(tab.all.size).toBe(0)
  })

  it.each([
    ['there is no storage', null],
    ['the storage refuses', { ...aTab(), setItem: refuses, getItem: refuses, removeItem: refuses, key: refuses, length: 0 }],
    ['the storage holds something else', { ...aTab(), getItem: (): string => 'geen geheimschrift' }],
  ] as const)('stays in memory when %s', async (_title, storage) => {
    const kept = await openKeptNotes(key, storage)
    await kept.keep(conversation.id, { version: 3, notes: mine })
    expect(await kept.find(conversation.id)).toBeNull()
    kept.forget(conversation.id)
    expect(kept.ids()).toEqual([])
  })

  it.each([
    ['is saved on the same version', conversation, 'changed'],
    ['is nothing new when the save had arrived', { ...conversation, version: 4, notes: mine }, 'untouched'],
    ['is shown beside what a colleague saved', { ...conversation, version: 4, notes: { ...notes, tried: 'x' } }, 'stale'],
    ['is shown beside what was logged', { ...conversation, state: 'logged' }, 'stale'],
  ] satisfies [string, DeskConversation, string][])('%s', (_title, stored, kind) => {
    const draft = restored(draftOf(stored), { version: 3, notes: mine })
    expect([draft.save.kind, draft.notes.concern]).toEqual([kind, 'Mijn woorden'])
  })
})

type Answer = Awaited<ReturnType<DeskClient['save']>>
const saved: Answer = { kind: 'ok', body: { kind: 'saved', version: 4, savedAt: conversation.openedAt } }
const clientOf = (given: Partial<DeskClient>): DeskClient =>
  ({
    save: async () => saved,
    contact: async (id: string) => ({ kind: 'ok', body: { conversation: conversationOf(id) } as DeskContact }),
    ...given,
  }) as DeskClient

describe('text that the server does not have', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['is incomplete', { kind: 'ok', body: { kind: 'incomplete', missing: ['outcome'] } }],
    ['fails', { kind: 'failed', why: 'broken', sentence: null }],
  ] satisfies [string, Awaited<ReturnType<DeskClient['log']>>][])('is saved by itself after a log that %s', async (_title, answer) => {
    const save = vi.fn<DeskClient['save']>(async () => saved)
    const autosave: Autosave = keepDraft(conversation, clientOf({ save, log: async () => answer }))
    autosave.edit({ concern: 'Mijn woorden' })
    await autosave.log()
    await vi.advanceTimersByTimeAsync(700)
    expect(save).toHaveBeenCalledTimes(1)
    expect(autosave.draft().save.kind).toBe('saved')
  })

  it('1.13: is saved at once when the worker has signed in again, and a contact that came meanwhile is looked up', async () => {
    let isSignedIn = false
    const signedOut = { kind: 'failed', why: 'signed-out', sentence: null } as const
    const client = clientOf({})
    const ifSignedIn: DeskClient = {
      ...client,
      save: async (id, draft) => (isSignedIn ? client.save(id, draft) : signedOut),
      contact: async (id) => (isSignedIn || id === '1' ? client.contact(id) : signedOut),
    }
    const contacts = openContacts(() => ifSignedIn)
    contacts.open('1', 'looked-up')
    await vi.advanceTimersByTimeAsync(0)
    contacts.current()?.autosave?.edit({ concern: 'Mijn woorden' })
    await vi.advanceTimersByTimeAsync(700)
    expect(contacts.current()?.autosave?.draft().save).toEqual({ kind: 'not-saved', why: 'signed-out' })
    contacts.open('2', 'live')
    await vi.advanceTimersByTimeAsync(0)
    expect(contacts.all()[1]?.failure?.why).toBe('signed-out')
    isSignedIn = true
    contacts.goOn()
    await vi.advanceTimersByTimeAsync(0)
    expect(contacts.hasUnsaved()).toBe(false)
    expect(contacts.all().map(({ failure, known }) => [failure, known !== null])).toEqual([
      [null, true],
      [null, true],
    ])
  })
})
