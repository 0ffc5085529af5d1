import type { DeskConversation } from '../../shared/contracts/desk.ts'
import type { CoachingNotes, MissingNote } from '../../shared/domain/coaching.ts'
import type { Doors, Trouble } from './doors.ts'
import { connectIdOf } from './ids.ts'
import { answered, type Draft, draftOf, edited, keptMine, sendable, tookTheirs } from './draft.ts'

export type LogOutcome = { kind: 'logged' } | { kind: 'incomplete'; missing: MissingNote[] } | { kind: 'stale' } | Trouble

/** One conversation's notes, kept in this page until the server has them. */
export type Keeper = {
  draft(): Draft
  edit(change: Partial<CoachingNotes>): void
  /** Saves now what is not saved: on leaving a field, another contact, the page. */
  saveNow(): Promise<void>
  choose(which: 'mine' | 'theirs'): void
  log(): Promise<LogOutcome>
  takenOn(by: DeskConversation['takenOn']): void
  watch(look: () => void): () => void
}

const pauseMilliseconds = 600
const retryMilliseconds = 5000

/** Keeps the notes of a conversation: saved a moment after the last key, one save at a time, tried again until it is done. */
export function keepDraft(conversation: DeskConversation, doors: Pick<Doors, 'save' | 'log' | 'contact'>): Keeper {
  let draft = draftOf(conversation)
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | null = null
  const watchers = new Set<() => void>()

  function become(next: Draft) {
    draft = next
    for (const look of watchers) look()
  }
  function soon(milliseconds: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), milliseconds)
  }
  async function saveNow(): Promise<void> {
    clearTimeout(timer)
    if (saving) {
      await saving
      return saveNow()
    }
    if (draft.save.kind !== 'changed' && draft.save.kind !== 'not-saved') return
    saving = saveOnce().finally(() => {
      saving = null
    })
    await saving
    if (draft.save.kind === 'changed') soon(pauseMilliseconds)
    if (draft.save.kind === 'not-saved') soon(retryMilliseconds)
  }
  async function saveOnce(): Promise<void> {
    const { id, version } = draft.conversation
    const sent = sendable(draft.notes)
    become({ ...draft, save: { kind: 'saving' } })
    const got = await doors.save(id, { version, notes: sent })
    if (got.kind === 'trouble') return become(answered(draft, { kind: 'failed' }))
    const { body } = got
    if (body.kind === 'saved') become(answered(draft, { kind: 'saved', version: body.version, clock: body.savedAt.clock, sent }))
    else if (body.kind === 'stale') become(answered(draft, body))
    else await showLogged()
  }
  // Somebody logged it while we wrote: what she logged stays, and what was typed here is shown beside it.
  async function showLogged(): Promise<void> {
    const got = await doors.contact(connectIdOf(draft.conversation.contactId))
    become(answered(draft, got.kind === 'got' ? { kind: 'stale', newer: got.body.conversation } : { kind: 'failed' }))
  }
  async function log(): Promise<LogOutcome> {
    clearTimeout(timer)
    await saving
    const { id, version } = draft.conversation
    const sent = sendable(draft.notes)
    const got = await doors.log(id, { version, notes: sent })
    if (got.kind === 'trouble') return got
    const { body } = got
    if (body.kind === 'stale') become(answered(draft, body))
    if (body.kind === 'logged') become(answered(draft, { ...body, sent }))
    if (body.kind !== 'already-logged') return body
    await showLogged()
    return { kind: 'stale' }
  }
  return {
    draft: () => draft,
    edit(change) {
      become(edited(draft, change))
      if (draft.save.kind === 'changed') soon(pauseMilliseconds)
    },
    saveNow,
    choose(which) {
      become(which === 'mine' ? keptMine(draft) : tookTheirs(draft))
      void saveNow()
    },
    log,
    takenOn: (by) => become({ ...draft, conversation: { ...draft.conversation, takenOn: by } }),
    watch(look) {
      watchers.add(look)
      return () => watchers.delete(look)
    },
  }
}
