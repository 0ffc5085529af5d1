import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { TalkCallBack } from '../../../shared/domain/callbacks/talk-promise.ts'
import { type MissingNote, outcomeRules } from '../../../shared/domain/conversations/outcomes.ts'
import type { ApiFailure } from '../client/api-result.ts'
import type { DeskClient } from '../client/desk-client.ts'
import { answered, type Draft, draftOf, edited, keptMine, restored, sendable, tookTheirs } from './draft.ts'
import { connectIdOf } from '../client/ids.ts'
import type { UnsavedNotes } from './kept-notes.ts'

export type LogOutcome = { kind: 'logged' } | { kind: 'incomplete'; missing: MissingNote[] } | { kind: 'stale' } | ApiFailure

/** The notes of one conversation, held in this page until the server has them. */
export type Autosave = {
  draft(): Draft
  edit(change: Partial<CoachingNotes>): void
  /** What was asked for a call back. Never saved with the draft: a telephone number is no part of the notes. */
  callBack(): TalkCallBack
  editCallBack(change: Partial<TalkCallBack>): void
  /** Saves unsaved changes at once, when the worker leaves a field, the contact or the page. */
  saveNow(): Promise<void>
  choose(which: 'mine' | 'theirs'): void
  log(): Promise<LogOutcome>
  /** Takes up what this tab had not saved before it was reloaded. */
  restore(unsaved: UnsavedNotes): void
  takenOn(by: DeskConversation['takenOn']): void
  watch(look: () => void): () => void
}

/** The requests that saving needs. */
export type AutosaveClient = Pick<DeskClient, 'save' | 'log' | 'contact'>
type AutosaveState = {
  draft: Draft
  callBack: TalkCallBack
  client: AutosaveClient
  timer: ReturnType<typeof setTimeout> | undefined
  /** The request under way, a save or the log. Only one at a time: two at once would conflict on the version. */
  underWay: Promise<unknown> | null
  watchers: Set<() => void>
}

const pauseMilliseconds = 600
const retryMilliseconds = 5000

/** Saves the notes a moment after the last key, one request at a time, and retries until it succeeds. */
export function keepDraft(conversation: DeskConversation, client: AutosaveClient): Autosave {
  const callBack: TalkCallBack = { mayCall: false, othersMayAnswer: false, number: '', on: conversation.openedAt.day, part: 'any' }
  const state: AutosaveState = { draft: draftOf(conversation), callBack, client, timer: undefined, underWay: null, watchers: new Set() }
  return {
    draft: () => state.draft,
    edit(change) {
      become(state, edited(state.draft, change))
      saveLater(state)
    },
    callBack: () => state.callBack,
    editCallBack(change) {
      state.callBack = { ...state.callBack, ...change }
      become(state, state.draft)
    },
    saveNow: () => saveNow(state),
    choose(which) {
      become(state, which === 'mine' ? keptMine(state.draft) : tookTheirs(state.draft))
      void saveNow(state)
    },
    log: () => log(state),
    restore(unsaved) {
      become(state, restored(state.draft, unsaved))
      saveLater(state)
    },
    takenOn(takenOn) {
      become(state, { ...state.draft, conversation: { ...state.draft.conversation, takenOn } })
    },
    watch(look) {
      state.watchers.add(look)
      return () => state.watchers.delete(look)
    },
  }
}

function become(state: AutosaveState, draft: Draft): void {
  state.draft = draft
  for (const look of state.watchers) look()
}

function soon(state: AutosaveState, milliseconds: number): void {
  clearTimeout(state.timer)
  state.timer = setTimeout(() => void saveNow(state), milliseconds)
}

async function saveNow(state: AutosaveState): Promise<void> {
  clearTimeout(state.timer)
  await inTurn(state, async () => {
    if (state.draft.save.kind === 'changed' || state.draft.save.kind === 'not-saved') await saveOnce(state)
  })
  saveLater(state)
}

// Text that the server does not have never waits for the next key.
function saveLater(state: AutosaveState): void {
  if (state.draft.save.kind === 'changed') soon(state, pauseMilliseconds)
  if (state.draft.save.kind === 'not-saved') soon(state, retryMilliseconds)
}

/** Runs `step` once nothing else is under way. The loop checks again after each wait, since another caller may have started first. */
async function inTurn<Outcome>(state: AutosaveState, step: () => Promise<Outcome>): Promise<Outcome> {
  while (state.underWay) await state.underWay
  const mine = step()
  state.underWay = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    state.underWay = null
  }
}

async function saveOnce(state: AutosaveState): Promise<void> {
  const { id, version } = state.draft.conversation
  const sent = sendable(state.draft.notes)
  become(state, { ...state.draft, save: { kind: 'saving' } })
  const result = await state.client.save(id, { version, notes: sent })
  if (result.kind === 'failed') return become(state, answered(state.draft, result))
  const { body } = result
  if (body.kind === 'already-logged') return showLogged(state)
  const answer = body.kind === 'stale' ? body : ({ kind: 'saved', version: body.version, clock: body.savedAt.clock, sent } as const)
  become(state, answered(state.draft, answer))
}

async function log(state: AutosaveState): Promise<LogOutcome> {
  clearTimeout(state.timer)
  try {
    return await inTurn(state, () => logOnce(state))
  } finally {
    // A refused log saved nothing, and the save that was to come gave way to it.
    saveLater(state)
  }
}

async function logOnce(state: AutosaveState): Promise<LogOutcome> {
  const { id, version } = state.draft.conversation
  const sent = sendable(state.draft.notes)
  const result = await state.client.log(id, { version, notes: sent, callBack: promises(sent) ? state.callBack : null })
  if (result.kind === 'failed') return result
  const { body } = result
  if (body.kind === 'stale') become(state, answered(state.draft, body))
  if (body.kind === 'logged') become(state, answered(state.draft, { ...body, sent }))
  if (body.kind !== 'already-logged') return body
  await showLogged(state)
  return { kind: 'stale' }
}

function promises({ outcome }: CoachingNotes): boolean {
  return outcome !== null && outcomeRules[outcome].promises !== null
}

// A colleague logged the conversation meanwhile: the logged version stays, and the text typed here is shown beside it.
async function showLogged(state: AutosaveState): Promise<void> {
  const result = await state.client.contact(connectIdOf(state.draft.conversation.contactId))
  become(state, answered(state.draft, result.kind === 'ok' ? { kind: 'stale', newer: result.body.conversation } : result))
}
