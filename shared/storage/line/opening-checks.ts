import { timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { OpeningCheck } from '../../domain/line/opening-check.ts'
import { openingChecks } from '../../domain/line/opening-check.ts'
import type { RegionId } from '../../domain/ids.ts'
import { Moment } from '../table/moment.ts'
import { openingKey } from './keys.ts'
import { regionGroup } from '../table/keys.ts'
import { keyedHash } from '../table/referrer-key.ts'
import { openingCheckKeptUntil, secondsOf } from '../table/retention.ts'
import { getItem, type Item, putItem, queryAll, type Table, updateItem } from '../table/table.ts'

/** The test contact sent before an opening: its id, when it was sent, and when `route-contact` received it. */
export type OpeningContact = { contactId: string; startedAt: Date; arrivedAt: Date | null }

/** The checks before each opening. */
export type OpeningCheckStore = {
  /** Stores the state of a line before an opening; a later check replaces the earlier one. */
  save(region: RegionId, check: OpeningCheck): Promise<void>
  /** The newest check of a line before an opening, or null. */
  latest(region: RegionId): Promise<OpeningCheck | null>
  /** Records which test contact was sent; only the first counts. */
  startContact(region: RegionId, opensAt: Date, contact: { contactId: string; startedAt: Date }): Promise<void>
  /** Records that the test contact reached `route-contact`. */
  contactArrived(region: RegionId, opensAt: Date, at: Date): Promise<void>
  contactOf(region: RegionId, opensAt: Date): Promise<OpeningContact | null>
}

/**
 * The ticket that identifies the test contact. It is derived from the secret, the region and the opening, so that nobody outside can send a
 * contact that leaves no trace.
 */
export function openingTicketOf(secret: string, region: RegionId, opensAt: Date): string {
  return keyedHash(secret, `opening:${region}:${opensAt.toISOString()}`).toString('base64url')
}

/** Whether a text that came with a contact is the ticket of this opening. */
export function isOpeningTicket(word: string, { secret, region, opensAt }: { secret: string; region: RegionId; opensAt: Date }): boolean {
  const [given, ours] = [Buffer.from(word), Buffer.from(openingTicketOf(secret, region, opensAt))]
  return given.length === ours.length && timingSafeEqual(given, ours)
}

/** The opening checks in a table. */
export function openOpeningChecks(table: Table): OpeningCheckStore {
  return {
    save: (region, { opensAt, checkedAt, parts }) =>
      putItem(table, {
        ...openingKey(region, opensAt, 'check'),
        opensAt: opensAt.toISOString(),
        checkedAt: checkedAt.toISOString(),
        parts,
        ...lifeOf(opensAt),
      }),
    latest: async (region) => {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :region and begins_with(sk, :opening)',
        ExpressionAttributeValues: { ':region': regionGroup(region), ':opening': 'opening#' },
      })
      const newest = items.findLast((item) => String(item['sk']).endsWith('#check'))
      return newest ? StoredCheck.parse(newest) : null
    },
    // Both write into one item, because the contact may arrive before its sending is recorded.
    startContact: async (region, opensAt, { contactId, startedAt }) => {
      await updateItem(table, {
        Key: openingKey(region, opensAt, 'contact'),
        UpdateExpression: 'set contactId = if_not_exists(contactId, :id), startedAt = if_not_exists(startedAt, :at), expiresAt = :until',
        ExpressionAttributeValues: { ':id': contactId, ':at': startedAt.toISOString(), ':until': lifeOf(opensAt).expiresAt },
      })
    },
    contactArrived: async (region, opensAt, at) => {
      await updateItem(table, {
        Key: openingKey(region, opensAt, 'contact'),
        UpdateExpression: 'set arrivedAt = if_not_exists(arrivedAt, :at), expiresAt = :until',
        ExpressionAttributeValues: { ':at': at.toISOString(), ':until': lifeOf(opensAt).expiresAt },
      })
    },
    contactOf: async (region, opensAt) => {
      const item = await getItem(table, openingKey(region, opensAt, 'contact'))
      return item ? contactIn(item) : null
    },
  }
}

const part = z.enum(['good', 'not-good', 'not-yet'])
const StoredCheck = z.object({ opensAt: Moment, checkedAt: Moment, parts: z.record(z.enum(openingChecks), part) })
const StoredContact = z.object({ contactId: z.string(), startedAt: Moment, arrivedAt: Moment.nullish().transform((at) => at ?? null) })

// An arrival without an id: the sending is not recorded yet.
function contactIn(item: Item): OpeningContact | null {
  const read = StoredContact.safeParse(item)
  return read.success ? read.data : null
}

function lifeOf(opensAt: Date): { expiresAt: number } {
  return { expiresAt: secondsOf(openingCheckKeptUntil(opensAt)) }
}
