import * as z from 'zod'
import { RegionId, WorkerId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { dueNoticeKey, raisedNoticeKey, sentNoticeKey } from './keys.ts'
import { raisedNoticeKeptUntil, secondsOf, sentNoticeKeptUntil } from '../table/retention.ts'
import { readEach } from '../table/read-each.ts'
import { type Item, queryAll, type Table, writeTogether } from '../table/table.ts'

/** The events that a notice can tell of. */
export const noticeKinds = [
  'case-taken-on',
  'nobody-on-duty',
  'nobody-signed-in',
  'waiting-long',
  'ring-missed',
  'opening-at-risk',
  'contact-lost',
  'roster-drift',
  'swap-asked',
  'swap-taken',
  'swap-agreed',
  'turn-changed',
  'promise-due',
  'promise-late',
  'promise-lost',
  'promise-assigned',
] as const
/** One of `noticeKinds`. */
export type NoticeKind = (typeof noticeKinds)[number]

/** A message to a worker. `minutes` is a duration mentioned in its text, else null. */
export type Notice = { id: string; kind: NoticeKind; region: RegionId; worker: WorkerId; at: Date; minutes: number | null }

/** What makes two notices the same, and for how many minutes the second is not enqueued. */
export type Once = { of: string; minutes: number }

/** The outbox: notices are stored first and sent by `send-notices`. */
export type NoticeStore = {
  /** Puts a notice in the outbox, unless the same one was enqueued before: by its id within a day, or as `once` says. */
  enqueueNotice(notice: Notice, once?: Once): Promise<'raised' | 'raised-before'>
  /** The notices that were not sent yet, oldest first. */
  due(): Promise<Notice[]>
  /** Records that a notice was sent. A crash before this sends it twice, which is better than never. */
  sent(notice: Notice): Promise<void>
}

/** The outbox in a table. */
export function openNotices(table: Table): NoticeStore {
  return {
    enqueueNotice: (notice, once) => enqueueNotice(table, notice, once),
    due: async () => {
      const group = dueNoticeKey('', table.now()).pk
      const items = await queryAll(table, { KeyConditionExpression: 'pk = :due', ExpressionAttributeValues: { ':due': group } })
      return readEach('notice', items, (item) => StoredNotice.parse(item))
    },
    sent: (notice) => sent(table, notice),
  }
}

/** A notice as an item of the outbox, for the transaction that writes its fact. */
export function dueNoticeItem(notice: Notice): Item {
  return { ...dueNoticeKey(notice.id, notice.at), ...textOf(notice) }
}

async function enqueueNotice(table: Table, notice: Notice, once?: Once): Promise<'raised' | 'raised-before'> {
  const now = secondsOf(table.now())
  const mark = { ...raisedNoticeKey(once?.of ?? notice.id), expiresAt: secondsOf(raisedNoticeKeptUntil(table.now(), once?.minutes)) }
  const outcome = await writeTogether(table, [
    {
      Put: {
        TableName: table.name,
        Item: mark,
        // DynamoDB removes expired items late, so the condition must ignore an expired mark.
        ConditionExpression: 'attribute_not_exists(pk) or expiresAt <= :now',
        ExpressionAttributeValues: { ':now': now },
      },
    },
    { Put: { TableName: table.name, Item: dueNoticeItem(notice) } },
  ])
  return outcome.kind === 'written' ? 'raised' : 'raised-before'
}

async function sent(table: Table, notice: Notice): Promise<void> {
  const sentAt = table.now()
  const kept = {
    ...sentNoticeKey(notice.id),
    ...textOf(notice),
    sentAt: sentAt.toISOString(),
    expiresAt: secondsOf(sentNoticeKeptUntil(sentAt)),
  }
  await writeTogether(table, [
    { Delete: { TableName: table.name, Key: dueNoticeKey(notice.id, notice.at) } },
    { Put: { TableName: table.name, Item: kept } },
  ])
}

const StoredNotice = z.object({
  id: z.string(),
  kind: z.enum(noticeKinds),
  region: RegionId,
  worker: WorkerId,
  at: Moment,
  // A notice stored before this field existed has none.
  minutes: z.number().nullable().default(null),
})

function textOf({ at, ...rest }: Notice) {
  return { ...rest, at: at.toISOString() }
}
