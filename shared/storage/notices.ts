import * as z from 'zod'
import { RegionId, WorkerId } from '../domain/ids.ts'
import { Moment } from './facts.ts'
import { dueNoticeKey, sentNoticeKey } from './keys.ts'
import { secondsOf, sentNoticeKeptUntil } from './retention.ts'
import { type Item, queryAll, type Table, writeTogether } from './table.ts'

/** A message that must leave, written together with the fact it tells of, so that neither is there without the other. */
export type Notice = { id: string; kind: 'case-taken-on'; region: RegionId; worker: WorkerId; at: Date }

export type NoticeStore = {
  /** Notices that have not left yet, oldest first. */
  due(): Promise<Notice[]>
  /** Notes that a notice left. A crash before this sends it once more: better twice than never. */
  sent(notice: Notice): Promise<void>
}

/** The outbox of the line in a table. */
export function openNotices(table: Table): NoticeStore {
  return {
    due: async () => {
      const group = dueNoticeKey('', table.now()).pk
      const items = await queryAll(table, { KeyConditionExpression: 'pk = :due', ExpressionAttributeValues: { ':due': group } })
      return items.map((item) => StoredNotice.parse(item))
    },
    sent: async (notice) => {
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
    },
  }
}

/** The notice as an item in the outbox, for the transaction that writes its fact. */
export function dueNoticeItem(notice: Notice): Item {
  return { ...dueNoticeKey(notice.id, notice.at), ...textOf(notice) }
}

const StoredNotice = z.object({ id: z.string(), kind: z.literal('case-taken-on'), region: RegionId, worker: WorkerId, at: Moment })

function textOf({ at, ...rest }: Notice) {
  return { ...rest, at: at.toISOString() }
}
