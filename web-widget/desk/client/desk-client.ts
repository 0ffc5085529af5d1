import type { AssignCallback, Dialled, NoteAttempt, SettleCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { TakeOn } from '../../../shared/contracts/cases/cases.ts'
import type { SaySame } from '../../../shared/contracts/contacts/earlier-contacts.ts'
import type { LogConversation, SaveDraft } from '../../../shared/contracts/conversations/conversations.ts'
import type { SaveHours } from '../../../shared/contracts/hours/hours.ts'
import type { SoftphoneTried } from '../../../shared/contracts/line/desk-line.ts'
import type {
  AddAbsence,
  AddTurn,
  AskSwap,
  OneTurn,
  ReplaceTurn,
  SaveShifts,
  SwapStep,
  TakeSwap,
  WouldLeave,
} from '../../../shared/contracts/roster/roster-changes.ts'
import type { AbsenceId, CallbackId, CaseId, ConversationId, SwapId } from '../../../shared/domain/ids.ts'
import type { Day } from '../../../shared/domain/time/brussels-time.ts'
import { type AskDesk, resultOf } from './ask-desk.ts'

/** The routes of the desk API as methods, with the types of the route tables. */
export type DeskClient = ReturnType<typeof deskClient>

/** Names each route once; the compiler checks ids, query and body against the tables. */
export function deskClient(ask: AskDesk) {
  return {
    me: () => resultOf(ask('GET /api/desk/me')),
    ...contactsAndCases(ask),
    ...roster(ask),
    ...lineAndHours(ask),
    ...callbacks(ask),
  }
}

function contactsAndCases(ask: AskDesk) {
  return {
    /** `contact` is Connect’s own id, without our prefix. */
    contact: (contact: string) => resultOf(ask('GET /api/desk/contacts/:contact', { ids: { contact } })),
    earlier: (contact: string, code: string) =>
      resultOf(ask('POST /api/desk/contacts/:contact/code', { ids: { contact }, body: { code } })),
    saySame: (contact: string, body: SaySame) => resultOf(ask('POST /api/desk/contacts/:contact/same-person', { ids: { contact }, body })),
    // `keepalive`: a save that starts as the page closes still reaches the server.
    save: (conversation: ConversationId, body: SaveDraft) =>
      resultOf(ask('PUT /api/desk/conversations/:conversation/draft', { ids: { conversation }, body, keepalive: true })),
    log: (conversation: ConversationId, body: LogConversation) =>
      resultOf(ask('POST /api/desk/conversations/:conversation/log', { ids: { conversation }, body })),
    toFinish: () => resultOf(ask('GET /api/desk/to-finish')),
    places: () => resultOf(ask('GET /api/desk/places')),
    takeOn: (conversation: ConversationId, body: TakeOn) =>
      resultOf(ask('POST /api/desk/conversations/:conversation/take-on', { ids: { conversation }, body })),
    cases: () => resultOf(ask('GET /api/desk/cases')),
    case: (id: CaseId) => resultOf(ask('GET /api/desk/cases/:case', { ids: { case: id } })),
  }
}

function roster(ask: AskDesk) {
  return {
    roster: (from: Day | null) => resultOf(ask('GET /api/desk/roster', { query: from === null ? {} : { from } })),
    wouldLeave: (body: WouldLeave) => resultOf(ask('POST /api/desk/roster/gaps', { body })),
    saveShifts: (body: SaveShifts) => resultOf(ask('PUT /api/desk/roster/shifts', { body })),
    askSwap: (body: AskSwap) => resultOf(ask('POST /api/desk/roster/swaps', { body })),
    takeSwap: (swap: SwapId, body: TakeSwap) => resultOf(ask('POST /api/desk/roster/swaps/:swap/take', { ids: { swap }, body })),
    stepSwap: (swap: SwapId, step: SwapStep) => resultOf(ask(`POST /api/desk/roster/swaps/:swap/${step}`, { ids: { swap } })),
    takeOver: (body: OneTurn) => resultOf(ask('POST /api/desk/roster/take-over', { body })),
    replaceTurn: (body: ReplaceTurn) => resultOf(ask('POST /api/desk/roster/replace', { body })),
    dropTurn: (body: OneTurn) => resultOf(ask('POST /api/desk/roster/drop', { body })),
    addTurn: (body: AddTurn) => resultOf(ask('POST /api/desk/roster/add', { body })),
    addAbsence: (body: AddAbsence) => resultOf(ask('POST /api/desk/roster/absences', { body })),
    removeAbsence: (absence: AbsenceId) => resultOf(ask('POST /api/desk/roster/absences/:absence/remove', { ids: { absence } })),
    calendar: () => resultOf(ask('GET /api/desk/calendar')),
    renewCalendar: () => resultOf(ask('POST /api/desk/calendar/renew')),
  }
}

function lineAndHours(ask: AskDesk) {
  return {
    line: () => resultOf(ask('GET /api/desk/line')),
    softphoneTried: (body: SoftphoneTried) => resultOf(ask('POST /api/desk/softphone-check', { body })),
    hours: () => resultOf(ask('GET /api/desk/hours')),
    saveHours: (body: SaveHours) => resultOf(ask('PUT /api/desk/hours', { body })),
  }
}

function callbacks(ask: AskDesk) {
  return {
    callbacks: () => resultOf(ask('GET /api/desk/callbacks')),
    olderUnasked: (older: string) => resultOf(ask('GET /api/desk/callbacks/unasked', { query: { older } })),
    claim: (callback: CallbackId) => resultOf(ask('POST /api/desk/callbacks/:callback/claim', { ids: { callback } })),
    release: (callback: CallbackId) => resultOf(ask('POST /api/desk/callbacks/:callback/release', { ids: { callback } })),
    callbackNumber: (callback: CallbackId) => resultOf(ask('POST /api/desk/callbacks/:callback/number', { ids: { callback } })),
    dialled: (callback: CallbackId, body: Dialled) =>
      resultOf(ask('POST /api/desk/callbacks/:callback/dialled', { ids: { callback }, body })),
    noteAttempt: (callback: CallbackId, body: NoteAttempt) =>
      resultOf(ask('POST /api/desk/callbacks/:callback/attempts', { ids: { callback }, body })),
    undoAttempt: (callback: CallbackId) => resultOf(ask('POST /api/desk/callbacks/:callback/undo', { ids: { callback } })),
    assignCallback: (callback: CallbackId, body: AssignCallback) =>
      resultOf(ask('POST /api/desk/callbacks/:callback/assign', { ids: { callback }, body })),
    settleCallback: (callback: CallbackId, body: SettleCallback) =>
      resultOf(ask('POST /api/desk/callbacks/:callback/settle', { ids: { callback }, body })),
    markSeen: (callback: CallbackId) => resultOf(ask('POST /api/desk/callbacks/:callback/seen', { ids: { callback } })),
    figures: () => resultOf(ask('GET /api/desk/figures')),
  }
}
