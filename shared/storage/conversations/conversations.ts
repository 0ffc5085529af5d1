import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { CoachingNotes } from '../../domain/conversations/coaching.ts'
import { type Outcome, outcomeRules } from '../../domain/conversations/outcomes.ts'
import { CaseId, ContactId, ConversationId, RegionId, WorkerId } from '../../domain/ids.ts'
import { linkItem, type ReferrerLink } from '../contacts/contacts.ts'
import { factItem } from '../contacts/facts.ts'
import { Moment } from '../table/moment.ts'
import { codeKey } from '../contacts/keys.ts'
import { conversationKey, takenOnKey, toFinishOf } from './keys.ts'
import { indexes } from '../table/keys.ts'
import { conversationKeptUntil, secondsOf } from '../table/retention.ts'
import { getItem, getItems, type Item, putOnce, queryAll, type Table, updateItem, type Write, writeTogether } from '../table/table.ts'

/** The log of one contact: a draft that grows a version with each save, until it is logged and stays as it is. */
export type Conversation = {
  id: ConversationId
  contact: ContactId
  region: RegionId
  openedBy: WorkerId
  openedAt: Date
  version: number
  state: 'draft' | 'logged'
  notes: CoachingNotes
  /** The conversation whose code this referrer carries: her first one; null until it is logged. */
  codeFrom: ConversationId | null
}
export type TakenOn = { case: CaseId; worker: WorkerId }

/** The version is the one that the writer last read. */
export type DraftSave = { id: ConversationId; version: number; notes: CoachingNotes }
export type LogSave = DraftSave & { outcome: Outcome; worker: WorkerId; at: Date; codeFrom: ConversationId; link: ReferrerLink }

export type Saved =
  | { kind: 'saved'; version: number }
  | { kind: 'stale'; newer: Conversation }
  | { kind: 'already-logged' }
  | { kind: 'not-found' }

export type ConversationStore = {
  conversationOf(id: ConversationId): Promise<Conversation | null>
  /** Opens the log of a contact; when somebody opened it before, hers comes back untouched. */
  open(draft: Omit<Conversation, 'version' | 'state' | 'codeFrom'>): Promise<Conversation>
  /** Saves a draft on the version it was made from; a newer one is answered, never overwritten. */
  saveDraft(save: DraftSave): Promise<Saved>
  /** Logs a conversation once: the notes, the fact, and the code by which the referrer is known next time, together. */
  log(save: LogSave): Promise<Saved>
  takenOn(id: ConversationId): Promise<TakenOn | null>
  /** Drafts that a worker still has to log, and questions she logged to be taken on, oldest first. For people to look at, never for a decision. */
  toFinish(worker: WorkerId): Promise<Conversation[]>
  /** Several conversations at once; those that were never opened are left out. */
  conversationsOf(ids: readonly ConversationId[]): Promise<Conversation[]>
  /** The first conversation that carried this code. */
  firstWithCode(referrerKey: string): Promise<ConversationId | null>
}

/** The conversations of the line in a table. */
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
      return items.map(fromItem)
    },
    conversationsOf: async (ids) => (await getItems(table, ids.map(conversationKey))).map(fromItem),
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
  const outcome = await writeTogether(table, [logged, ...puts])
  return outcome.kind === 'written' ? { kind: 'saved', version: version + 1 } : refusedBecause(table, save)
}

// Without the index keys it leaves the list of what is still to finish. A question that is to be taken on stays on it: the family said
// yes, and nobody has it yet.
function leavesTheList({ outcome }: LogSave): string {
  return outcomeRules[outcome].opensCase ? '' : ' remove gsi1pk, gsi1sk'
}

// A save whose answer was lost on the way comes again with the same words: that is no conflict.
async function refusedBecause(table: Table, { id, version, notes }: DraftSave): Promise<Saved> {
  const newer = await conversationOf(table, id)
  if (!newer) return { kind: 'not-found' }
  if (newer.state === 'logged') return { kind: 'already-logged' }
  const sameAgain = newer.version === version + 1 && isDeepStrictEqual(newer.notes, notes)
  return sameAgain ? { kind: 'saved', version: newer.version } : { kind: 'stale', newer }
}

const StoredTakenOn = z.object({ case: CaseId, worker: WorkerId })
const StoredCode = z.object({ from: ConversationId })
const StoredConversation = z.object({
  id: ConversationId,
  contact: ContactId,
  region: RegionId,
  openedBy: WorkerId,
  openedAt: Moment,
  version: z.int().min(0),
  state: z.enum(['draft', 'logged']),
  notes: CoachingNotes,
  codeFrom: ConversationId.nullable(),
})

function toItem(conversation: Conversation) {
  const { id, openedBy, openedAt, ...rest } = conversation
  return {
    ...conversationKey(id),
    ...toFinishOf(openedBy, openedAt),
    ...rest,
    id,
    openedBy,
    openedAt: openedAt.toISOString(),
    expiresAt: secondsOf(conversationKeptUntil(openedAt)),
  }
}

function fromItem(item: Item): Conversation {
  return StoredConversation.parse(item)
}
