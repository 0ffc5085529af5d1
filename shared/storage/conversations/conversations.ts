import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import type { CoachingNotes } from '../../domain/conversations/coaching.ts'
import { type Outcome, outcomeRules } from '../../domain/conversations/outcomes.ts'
import { CaseId, ConversationId, WorkerId } from '../../domain/ids.ts'
import { linkItem, type ReferrerLink } from '../contacts/referrer-links.ts'
import { type TalkPromise, talkPromiseWrites } from '../callbacks/talk-promises.ts'
import { factItem } from '../contacts/facts.ts'
import { codeKey } from '../contacts/keys.ts'
import { type Conversation, fromItem, toItem } from './conversation-items.ts'
import { conversationKey, takenOnKey, toFinishOf } from './keys.ts'
import { indexes } from '../table/keys.ts'
import { conversationKeptUntil, secondsOf } from '../table/retention.ts'
import { readEach } from '../table/read-each.ts'
import { getItem, getItems, putOnce, queryAll, type Table, updateItem, type Write, writeTogether } from '../table/table.ts'

/** The case of a conversation, and its worker. */
export type TakenOn = { case: CaseId; worker: WorkerId }

/** A save of a draft; `version` is the one that the writer last read. */
export type DraftSave = { id: ConversationId; version: number; notes: CoachingNotes }
/** What logging stores besides the notes; `promised` is the call that its outcome promises, null for none. */
export type LogSave = DraftSave & {
  outcome: Outcome
  worker: WorkerId
  at: Date
  codeFrom: ConversationId
  link: ReferrerLink
  promised: TalkPromise | null
}

/** The result of a save. `stale`: somebody else saved first, and `newer` is what is stored. */
export type Saved =
  | { kind: 'saved'; version: number }
  | { kind: 'stale'; newer: Conversation }
  | { kind: 'already-logged' }
  | { kind: 'not-found' }

/** The conversation logs. */
export type ConversationStore = {
  conversationOf(id: ConversationId): Promise<Conversation | null>
  /** Opens the log of a contact; when it exists already, it is returned unchanged. */
  open(draft: Omit<Conversation, 'version' | 'state' | 'codeFrom'>): Promise<Conversation>
  /** Saves a draft on the version it was made from; a newer one is returned, never overwritten. */
  saveDraft(save: DraftSave): Promise<Saved>
  /**
   * Logs a conversation once, in one transaction: the notes, the fact, the code by which the referrer is recognised next time, and the call
   * that its outcome promises.
   */
  log(save: LogSave): Promise<Saved>
  takenOn(id: ConversationId): Promise<TakenOn | null>
  /**
   * The drafts that a worker still has to log, and the worker's logged questions without a case, oldest first. Eventually consistent: to
   * show, never to decide on.
   */
  toFinish(worker: WorkerId): Promise<Conversation[]>
  /** Several conversations at once, without those that were never opened. */
  conversationsOf(ids: readonly ConversationId[]): Promise<Conversation[]>
  /** The first conversation with this code. */
  firstWithCode(referrerKey: string): Promise<ConversationId | null>
}

/** The conversations in a table. */
export function openConversations(table: Table): ConversationStore {
  return {
    conversationOf: (id) => conversationOf(table, id),
    open: async (draft) => {
      const opened: Conversation = { ...draft, version: 0, state: 'draft', codeFrom: null }
      if ((await putOnce(table, toItem(opened))) === 'put') return opened
      return (await conversationOf(table, draft.id)) ?? opened
    },
    saveDraft: (save) => saveDraft(table, save),
    log: (save) => log(table, save),
    takenOn: async (id) => {
      const item = await getItem(table, takenOnKey(id))
      return item ? StoredTakenOn.parse(item) : null
    },
    toFinish: async (worker) => {
      const items = await queryAll(table, {
        IndexName: indexes.ofWorker,
        KeyConditionExpression: 'gsi1pk = :worker',
        ExpressionAttributeValues: { ':worker': toFinishOf(worker, table.now()).gsi1pk },
      })
      return readEach('conversation', items, fromItem)
    },
    conversationsOf: async (ids) => readEach('conversation', await getItems(table, ids.map(conversationKey)), fromItem),
    firstWithCode: async (referrerKey) => {
      const item = await getItem(table, codeKey(referrerKey))
      return item ? StoredCode.parse(item).from : null
    },
  }
}

async function conversationOf(table: Table, id: ConversationId): Promise<Conversation | null> {
  const item = await getItem(table, conversationKey(id))
  return item ? fromItem(item) : null
}

const isThisDraft = '#version = :read and #state = :draft'

async function saveDraft(table: Table, { id, version, notes }: DraftSave): Promise<Saved> {
  const outcome = await updateItem(table, {
    Key: conversationKey(id),
    UpdateExpression: 'set notes = :notes, #version = :next',
    ConditionExpression: isThisDraft,
    ExpressionAttributeNames: { '#version': 'version', '#state': 'state' },
    ExpressionAttributeValues: { ':notes': notes, ':next': version + 1, ':read': version, ':draft': 'draft' },
  })
  return outcome.kind === 'written' ? { kind: 'saved', version: version + 1 } : refusedBecause(table, { id, version, notes })
}

async function log(table: Table, save: LogSave): Promise<Saved> {
  const { id, version, notes, link } = save
  const logged: Write = {
    Update: {
      TableName: table.name,
      Key: conversationKey(id),
      UpdateExpression: `set notes = :notes, #version = :next, #state = :logged, codeFrom = :from${leavesTheList(save)}`,
      ConditionExpression: isThisDraft,
      ExpressionAttributeNames: { '#version': 'version', '#state': 'state' },
      ExpressionAttributeValues: {
        ':notes': notes,
        ':next': version + 1,
        ':read': version,
        ':draft': 'draft',
        ':logged': 'logged',
        ':from': save.codeFrom,
      },
    },
  }
  const fact = factItem(
    link.contact,
    { kind: 'conversation-logged', at: save.at, conversation: id, outcome: save.outcome, worker: save.worker },
    'desk',
  )
  const code = { ...codeKey(link.referrerKey), from: save.codeFrom, expiresAt: secondsOf(conversationKeptUntil(save.at)) }
  const puts = [fact, code, linkItem(link)].map((item) => ({ Put: { TableName: table.name, Item: item } }))
  const spoken = { conversation: id, referrerKey: link.referrerKey, at: save.at }
  const promised = save.promised === null ? [] : talkPromiseWrites(table, save.promised, spoken)
  const outcome = await writeTogether(table, [logged, ...puts, ...promised])
  return outcome.kind === 'written' ? { kind: 'saved', version: version + 1 } : refusedBecause(table, save)
}

// Removing the index keys takes the conversation off the list of open work. With an outcome that opens a case it stays, because no worker
// has the case yet.
function leavesTheList({ outcome }: LogSave): string {
  return outcomeRules[outcome].opensCase ? '' : ' remove gsi1pk, gsi1sk'
}

// A retry after a lost answer sends the same notes again: that is no conflict.
async function refusedBecause(table: Table, { id, version, notes }: DraftSave): Promise<Saved> {
  const newer = await conversationOf(table, id)
  if (!newer) return { kind: 'not-found' }
  if (newer.state === 'logged') return { kind: 'already-logged' }
  const sameAgain = newer.version === version + 1 && isDeepStrictEqual(newer.notes, notes)
  return sameAgain ? { kind: 'saved', version: newer.version } : { kind: 'stale', newer }
}

const StoredTakenOn = z.object({ case: CaseId, worker: WorkerId })
const StoredCode = z.object({ from: ConversationId })
