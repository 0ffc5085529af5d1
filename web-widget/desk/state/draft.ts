import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import type { ApiFailure } from '../client/api-result.ts'
import type { UnsavedNotes } from './kept-notes.ts'

/** The state of saving. `stale`: somebody else saved meanwhile, and the worker must choose between the two versions. */
export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'changed' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'not-saved'; why: ApiFailure['why'] }
  | { kind: 'stale'; newer: DeskConversation }

/** One conversation as this page has it; `notes` is the worker’s text, saved or not. */
export type Draft = { conversation: DeskConversation; notes: CoachingNotes; save: SaveState }

export type SaveAnswer =
  | { kind: 'saved'; version: number; clock: string; sent: CoachingNotes }
  | { kind: 'stale'; newer: DeskConversation }
  | { kind: 'logged'; version: number; referrerCode: string | null; sent: CoachingNotes }
  | { kind: 'failed'; why: ApiFailure['why'] }

/** The draft of a conversation as the server sent it. */
export function draftOf(conversation: DeskConversation): Draft {
  return { conversation, notes: conversation.notes, save: { kind: 'untouched' } }
}

/** Whether the server does not have all of the worker’s text. */
export function isUnsaved({ save }: Draft): boolean {
  return save.kind !== 'untouched' && save.kind !== 'saved'
}

/** After a reload: what this tab had not saved yet. Where somebody saved meanwhile, the worker chooses between the two versions. */
export function restored(draft: Draft, { version, notes }: UnsavedNotes): Draft {
  const { conversation } = draft
  if (isSame(sendable(notes), conversation.notes)) return draft
  const isNext = conversation.state === 'draft' && conversation.version === version
  return { ...draft, notes, save: isNext ? { kind: 'changed' } : { kind: 'stale', newer: conversation } }
}

/** After the worker changed a field. A conflict remains until the worker has chosen. */
export function edited(draft: Draft, change: Partial<CoachingNotes>): Draft {
  const save: SaveState = draft.save.kind === 'stale' ? draft.save : { kind: 'changed' }
  return { ...draft, notes: { ...draft.notes, ...change }, save }
}

/** After a response. What the worker typed during the request is not saved yet. */
export function answered(draft: Draft, answer: SaveAnswer): Draft {
  switch (answer.kind) {
    case 'saved': {
      const conversation = { ...draft.conversation, version: answer.version, notes: answer.sent }
      const isAll = isSame(sendable(draft.notes), answer.sent)
      return { ...draft, conversation, save: isAll ? { kind: 'saved', at: answer.clock } : { kind: 'changed' } }
    }
    case 'logged': {
      const { version, referrerCode, sent } = answer
      return { ...draftOf({ ...draft.conversation, version, referrerCode, state: 'logged', notes: sent }) }
    }
    case 'stale':
      return isSame(sendable(draft.notes), answer.newer.notes)
        ? draftOf(answer.newer)
        : { ...draft, save: { kind: 'stale', newer: answer.newer } }
    case 'failed':
      return { ...draft, save: { kind: 'not-saved', why: answer.why } }
  }
}

/** The worker chose their own text, which is then saved on top of the newer version. */
export function keptMine(draft: Draft): Draft {
  if (draft.save.kind !== 'stale') return draft
  return { ...draft, conversation: draft.save.newer, save: { kind: 'changed' } }
}

/** The worker chose the newer version; their own text is dropped. */
export function tookTheirs(draft: Draft): Draft {
  return draft.save.kind === 'stale' ? draftOf(draft.save.newer) : draft
}

/** The notes in the form that the API accepts: no agreement without text, well-formed Unicode, and null for an empty help question. */
export function sendable(notes: CoachingNotes): CoachingNotes {
  const helpQuestion = notes.unarticulated || !notes.helpQuestion?.trim() ? null : notes.helpQuestion.toWellFormed()
  return {
    ...notes,
    helpQuestion,
    concern: notes.concern.toWellFormed(),
    strengths: notes.strengths.toWellFormed(),
    tried: notes.tried.toWellFormed(),
    familyWants: notes.familyWants.toWellFormed(),
    stillPossible: notes.stillPossible.toWellFormed(),
    agreements: notes.agreements.filter((one) => one.what.trim() !== '').map((one) => ({ ...one, what: one.what.toWellFormed().trim() })),
  }
}

/** The names of the notes that differ between two versions. */
export function differences(one: CoachingNotes, other: CoachingNotes): (keyof CoachingNotes)[] {
  return notesNames.filter((name) => !isSame(one[name], other[name]))
}

const notesNames = [
  'danger',
  'referrerType',
  'municipality',
  'ageBands',
  'helpQuestion',
  'unarticulated',
  'concern',
  'strengths',
  'tried',
  'familyKnows',
  'familyWants',
  'stillPossible',
  'agreements',
  'consent',
  'outcome',
] as const satisfies (keyof CoachingNotes)[]

// Both are plain JSON, but their keys may differ in order; sorting them makes the comparison independent of it.
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
