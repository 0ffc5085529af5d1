import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import { emptyNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { ConversationId } from '../../../shared/domain/ids.ts'
import type { AutosaveClient } from '../../../web-widget/desk/state/autosave.ts'
import { type Contacts, openContacts } from '../../../web-widget/desk/state/contacts.ts'

const at = { day: '2026-11-24', weekday: 'tue', clock: '10:30', away: 'today' } as const
const notes = emptyNotes({ referrerType: null, municipality: null })
const conversationOf = (id: string): DeskConversation => ({
  ...{ id: `conversation_${id}`, contactId: `contact_${id}`, version: 0, state: 'draft', openedBy: 'Noor Berk' },
  ...{ openedAt: at, notes, referrerCode: null, takenOn: null },
})

let contacts: Contacts
let hasFocus: boolean
let saves: [ConversationId, string][]
let arrives: PromiseWithResolvers<void>
const client: AutosaveClient = {
  contact: async (id) => ({ kind: 'ok', body: { conversation: conversationOf(id) } as DeskContact }),
  save: async (id, draft) => {
    saves.push([id, draft.notes.concern])
    await arrives.promise
    return { kind: 'ok', body: { kind: 'saved', version: draft.version + 1, savedAt: at } }
  },
  log: async () => ({ kind: 'failed', why: 'broken', sentence: null }),
}

beforeEach(async () => {
  vi.useFakeTimers()
  hasFocus = true
  saves = []
  arrives = Promise.withResolvers<void>()
  contacts = openContacts(() => client, { kept: () => null, hasFocus: () => hasFocus })
  contacts.open('1', 'live')
  await vi.advanceTimersByTimeAsync(0)
})
afterEach(() => {
  vi.useRealTimers()
})
const writes = (concern: string) => contacts.current()?.autosave?.edit({ concern })

describe('1.7, 1.9: a contact that the worker accepted', () => {
  it.each([
    ['comes to the front when nothing is being typed', 'nothing', true, '2'],
    ['waits in the list while she types for another', 'typed', true, '1'],
    ['waits in the list while that is being saved', 'saving', true, '1'],
    ['comes to the front when she is busy in the softphone', 'typed', false, '2'],
    ['comes to the front once that is saved', 'saved', true, '2'],
  ] as const)('%s', async (_title, state, focus, inFront) => {
    hasFocus = focus
    if (state !== 'nothing') writes('Een kind')
    if (state === 'saved') arrives.resolve()
    if (state === 'saving' || state === 'saved') await vi.advanceTimersByTimeAsync(700)
    contacts.open('2', 'live')
    expect(contacts.current()?.id).toBe(inFront)
    expect(contacts.all().map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('gets what is typed under its own name only', async () => {
    arrives.resolve()
    writes('Voor de eerste')
    hasFocus = false
    contacts.open('2', 'live')
    await vi.advanceTimersByTimeAsync(0)
    writes('Voor de tweede')
    contacts.show('1')
    await vi.advanceTimersByTimeAsync(2000)
    expect(saves).toEqual([
      ['conversation_1', 'Voor de eerste'],
      ['conversation_2', 'Voor de tweede'],
    ])
  })

  it('keeps its mark, and a mark comes free when its contact is closed', async () => {
    contacts.open('2', 'live')
    contacts.open('3', 'live')
    contacts.dismiss('1')
    contacts.open('4', 'live')
    expect(contacts.all().map(({ id, mark }) => [id, mark])).toEqual([
      ['2', 1],
      ['3', 2],
      ['4', 0],
    ])
  })
})
