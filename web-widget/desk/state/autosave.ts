import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { MissingNote } from '../../../shared/domain/conversations/outcomes.ts'
import type { ApiFailure } from '../client/api-result.ts'
import type { DeskClient } from '../client/desk-client.ts'
import { answered, type Draft, draftOf, edited, keptMine, sendable, tookTheirs } from './draft.ts'
import { connectIdOf } from '../client/ids.ts'

export type LogOutcome = { kind: 'logged' } | { kind: 'incomplete'; missing: MissingNote[] } | { kind: 'stale' } | ApiFailure

/** One conversation's notes, kept in this page until the server has them. */
export type Autosave = {
  draft(): Draft
  edit(change: Partial<CoachingNotes>): void
  /** Saves now what is not saved: on leaving a field, another contact, the page. */
  saveNow(): Promise<void>
  choose(which: 'mine' | 'theirs'): void
  log(): Promise<LogOutcome>
  takenOn(by: DeskConversation['takenOn']): void
  watch(look: () => void): () => void
}

type AutosaveClient = Pick<DeskClient, 'save' | 'log' | 'contact'>
type Keeping = {
  draft: Draft
  client: AutosaveClient
  timer: ReturnType<typeof setTimeout> | undefined
  /** What is on its way to the server, a save or the log: one at a time, or the notes would conflict with themselves. */
  underWay: Promise<unknown> | null
  watchers: Set<() => void>
}

const pauseMilliseconds = 600
const retryMilliseconds = 5000

/** Keeps the notes of a conversation: saved a moment after the last key, one save at a time, tried again until it is done. */
export function keepDraft(conversation: DeskConversation, client: AutosaveClient): Autosave {
  const keeping: Keeping = { draft: draftOf(conversation), client, timer: undefined, underWay: null, watchers: new Set() }
  return {
    draft: () => keeping.draft,
    edit(change) {
      become(keeping, edited(keeping.draft, change))
      if (keeping.draft.save.kind === 'changed') soon(keeping, pauseMilliseconds)
    },
    saveNow: () => saveNow(keeping),
    choose(which) {
      become(keeping, which === 'mine' ? keptMine(keeping.draft) : tookTheirs(keeping.draft))
      void saveNow(keeping)
    },
    log: () => log(keeping),
    takenOn(takenOn) {
      become(keeping, { ...keeping.draft, conversation: { ...keeping.draft.conversation, takenOn } })
    },
    watch(look) {
      keeping.watchers.add(look)
      return () => keeping.watchers.delete(look)
    },
  }
}

function become(keeping: Keeping, draft: Draft): void {
  keeping.draft = draft
  for (const look of keeping.watchers) look()
}

function soon(keeping: Keeping, milliseconds: number): void {
  clearTimeout(keeping.timer)
  keeping.timer = setTimeout(() => void saveNow(keeping), milliseconds)
}

async function saveNow(keeping: Keeping): Promise<void> {
  clearTimeout(keeping.timer)
  await inTurn(keeping, async () => {
    if (keeping.draft.save.kind === 'changed' || keeping.draft.save.kind === 'not-saved') await saveOnce(keeping)
  })
  if (keeping.draft.save.kind === 'changed') soon(keeping, pauseMilliseconds)
  if (keeping.draft.save.kind === 'not-saved') soon(keeping, retryMilliseconds)
}

/** Waits until nothing is under way, and is then what is. Whoever waits looks again after each: another may have come first. */
async function inTurn<Outcome>(keeping: Keeping, step: () => Promise<Outcome>): Promise<Outcome> {
  while (keeping.underWay) await keeping.underWay
  const mine = step()
  keeping.underWay = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    keeping.underWay = null
  }
}

async function saveOnce(keeping: Keeping): Promise<void> {
  const { id, version } = keeping.draft.conversation
  const sent = sendable(keeping.draft.notes)
  become(keeping, { ...keeping.draft, save: { kind: 'saving' } })
  const result = await keeping.client.save(id, { version, notes: sent })
  if (result.kind === 'failed') return become(keeping, answered(keeping.draft, { kind: 'failed' }))
  const { body } = result
  if (body.kind === 'already-logged') return showLogged(keeping)
  const answer = body.kind === 'stale' ? body : ({ kind: 'saved', version: body.version, clock: body.savedAt.clock, sent } as const)
  become(keeping, answered(keeping.draft, answer))
}

async function log(keeping: Keeping): Promise<LogOutcome> {
  clearTimeout(keeping.timer)
  return await inTurn(keeping, () => logOnce(keeping))
}

async function logOnce(keeping: Keeping): Promise<LogOutcome> {
  const { id, version } = keeping.draft.conversation
  const sent = sendable(keeping.draft.notes)
  const result = await keeping.client.log(id, { version, notes: sent })
  if (result.kind === 'failed') return result
  const { body } = result
  if (body.kind === 'stale') become(keeping, answered(keeping.draft, body))
  if (body.kind === 'logged') become(keeping, answered(keeping.draft, { ...body, sent }))
  if (body.kind !== 'already-logged') return body
  await showLogged(keeping)
  return { kind: 'stale' }
}

// Somebody logged it while we wrote: what she logged stays, and what was typed here is shown beside it.
async function showLogged(keeping: Keeping): Promise<void> {
  const result = await keeping.client.contact(connectIdOf(keeping.draft.conversation.contactId))
  become(keeping, answered(keeping.draft, result.kind === 'ok' ? { kind: 'stale', newer: result.body.conversation } : { kind: 'failed' }))
}
