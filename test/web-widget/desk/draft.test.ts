import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeskConversation, DraftSaved, Logged } from '../../../shared/contracts/conversations/conversations.ts'
import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import { emptyNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { ApiResult } from '../../../web-widget/desk/client/api-result.ts'
import type { DeskClient } from '../../../web-widget/desk/client/desk-client.ts'
import { answered, differences, draftOf, edited, keptMine, sendable, tookTheirs } from '../../../web-widget/desk/state/draft.ts'
import { type Autosave, keepDraft } from '../../../web-widget/desk/state/autosave.ts'

const notes = emptyNotes({ referrerType: 'school', municipality: '71016' })
const conversation: DeskConversation = {
  id: 'conversation_1',
  contactId: 'contact_1',
  version: 3,
  state: 'draft',
  openedBy: 'Noor Berk',
  openedAt: { day: '2026-11-24', weekday: 'tue', clock: '10:30', away: 'today' },
  notes,
  referrerCode: null,
  takenOn: null,
}
const newer: DeskConversation = { ...conversation, version: 5, notes: { ...notes, concern: 'Andere woorden' } }

describe('a draft', () => {
  const typed = edited(draftOf(conversation), { concern: 'Mijn woorden' })

  it('is saved when all of it arrived', () => {
    const after = answered(typed, { kind: 'saved', version: 4, clock: '10:31', sent: sendable(typed.notes) })
    expect(after.save).toEqual({ kind: 'saved', at: '10:31' })
    expect(after.conversation.version).toBe(4)
  })

  it('is not saved yet when more was typed meanwhile', () => {
    const more = edited(typed, { concern: 'Mijn woorden en meer' })
    expect(answered(more, { kind: 'saved', version: 4, clock: '10:31', sent: sendable(typed.notes) }).save).toEqual({ kind: 'changed' })
  })

  it('keeps both texts when somebody else was first', () => {
    const stale = answered(typed, { kind: 'stale', newer })
    expect(stale.save).toEqual({ kind: 'stale', newer })
    expect(stale.notes.concern).toBe('Mijn woorden')
    expect(differences(stale.notes, newer.notes)).toEqual(['concern'])
    expect(edited(stale, { tried: 'x' }).save.kind).toBe('stale')
  })

  it('goes on top of the newer version when the worker keeps hers', () => {
    const mine = keptMine(answered(typed, { kind: 'stale', newer }))
    expect([mine.notes.concern, mine.conversation.version, mine.save.kind]).toEqual(['Mijn woorden', 5, 'changed'])
  })

  it('gives way when the worker takes the other text', () => {
    const theirs = tookTheirs(answered(typed, { kind: 'stale', newer }))
    expect([theirs.notes.concern, theirs.save.kind]).toEqual(['Andere woorden', 'untouched'])
  })

  it('makes no conflict of twice the same text', () => {
    const same = edited(draftOf(conversation), { concern: 'Andere woorden' })
    expect(answered(same, { kind: 'stale', newer }).save.kind).toBe('untouched')
  })

  it.each([
    ['an agreement without words stays at the desk', { agreements: [{ what: ' ', who: 'worker', by: null }] }, { agreements: [] }],
    ['an empty question is none', { helpQuestion: '  ' }, { helpQuestion: null }],
    ['an unclear question has no text', { helpQuestion: 'Oud', unarticulated: true }, { helpQuestion: null, unarticulated: true }],
    ['half a letter becomes a whole one', { concern: 'a\uD800' }, { concern: 'a\uFFFD' }],
  ] as const)('%s', (_title, change, sent) => {
    expect(sendable({ ...notes, ...structuredClone(change) } as typeof notes)).toEqual({ ...notes, ...sent })
  })
})

describe('the notes are saved', () => {
  let saves: { version: number; concern: string }[]
  let answer: (version: number) => Promise<ApiResult<DraftSaved>>
  let autosave: Autosave
  beforeEach(() => {
    vi.useFakeTimers()
    saves = []
    answer = async (version) => result({ kind: 'saved', version: version + 1, savedAt: conversation.openedAt })
    autosave = keepDraft(conversation, client())
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const result = <Body>(body: Body): ApiResult<Body> => ({ kind: 'ok', body })
  const failure: ApiResult<DraftSaved> = { kind: 'failed', why: 'unreachable', sentence: null }
  function client(): Pick<DeskClient, 'save' | 'log' | 'contact'> {
    return {
      save: (_, draft) => {
        saves.push({ version: draft.version, concern: draft.notes.concern })
        return answer(draft.version)
      },
      log: async (_, { version }) => result<Logged>({ kind: 'logged', version: version + 1, referrerCode: 'C4GH-7KQR' }),
      contact: async () => result({ conversation: { ...newer, state: 'logged' } } as DeskContact),
    }
  }

  it('once, a moment after the last key', async () => {
    for (const concern of ['E', 'Ee', 'Een']) autosave.edit({ concern })
    expect(saves).toEqual([])
    await vi.advanceTimersByTimeAsync(600)
    expect(saves).toEqual([{ version: 3, concern: 'Een' }])
    expect(autosave.draft().save).toEqual({ kind: 'saved', at: '10:30' })
  })

  it('at once on leaving, and not again for nothing', async () => {
    autosave.edit({ concern: 'Een' })
    await autosave.saveNow()
    await autosave.saveNow()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves).toHaveLength(1)
  })

  it('one save at a time, each on the version before', async () => {
    const slow = Promise.withResolvers<ApiResult<DraftSaved>>()
    answer = () => slow.promise
    autosave.edit({ concern: 'Een' })
    void autosave.saveNow()
    autosave.edit({ concern: 'Een kind' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(saves).toHaveLength(1)
    answer = async (version) => result({ kind: 'saved', version: version + 1, savedAt: conversation.openedAt })
    slow.resolve(result({ kind: 'saved', version: 4, savedAt: conversation.openedAt }))
    await vi.advanceTimersByTimeAsync(2000)
    expect(saves).toEqual([
      { version: 3, concern: 'Een' },
      { version: 4, concern: 'Een kind' },
    ])
  })

  it('again and again until the network is back', async () => {
    answer = async () => failure
    autosave.edit({ concern: 'Een' })
    await vi.advanceTimersByTimeAsync(700)
    expect(autosave.draft().save.kind).toBe('not-saved')
    expect(autosave.draft().notes.concern).toBe('Een')
    answer = async (version) => result({ kind: 'saved', version: version + 1, savedAt: conversation.openedAt })
    await vi.advanceTimersByTimeAsync(5000)
    expect(autosave.draft().save.kind).toBe('saved')
  })

  it('not over what somebody else logged meanwhile', async () => {
    answer = async () => result({ kind: 'already-logged' })
    autosave.edit({ concern: 'Een' })
    await vi.advanceTimersByTimeAsync(700)
    expect(autosave.draft().save).toMatchObject({ kind: 'stale', newer: { state: 'logged' } })
    expect(autosave.draft().notes.concern).toBe('Een')
  })

  it('for the last time when the talk is logged', async () => {
    autosave.edit({ concern: 'Een', stillPossible: 'Veel', outcome: 'advice' })
    expect(await autosave.log()).toMatchObject({ kind: 'logged' })
    expect(autosave.draft().conversation).toMatchObject({ state: 'logged', referrerCode: 'C4GH-7KQR' })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(saves).toEqual([])
  })

  it('never beside the log, which carries them all', async () => {
    const slow = Promise.withResolvers<ApiResult<DraftSaved>>()
    answer = () => slow.promise
    autosave.edit({ concern: 'Een' })
    void autosave.saveNow()
    autosave.edit({ concern: 'Een kind', outcome: 'broken-off' })
    const leaving = autosave.saveNow()
    const logging = autosave.log()
    answer = async (version) => result({ kind: 'saved', version: version + 1, savedAt: conversation.openedAt })
    slow.resolve(result({ kind: 'saved', version: 4, savedAt: conversation.openedAt }))
    await leaving
    expect(await logging).toEqual({ kind: 'logged', version: 6, referrerCode: 'C4GH-7KQR' })
    expect(saves.map(({ version }) => version)).toEqual([3, 4])
  })
})
