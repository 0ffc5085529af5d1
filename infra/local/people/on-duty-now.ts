import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { dutyRoleOf, onDuty } from '../../../shared/domain/roster/duty-roster.ts'
import { openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { openRosters } from '../../../shared/storage/roster/rosters.ts'
import type { Table } from '../../../shared/storage/table/table.ts'
import { people } from './people.ts'

/** Which of the fictitious people are on duty or backup now, by username. */
export type DutyNow = Map<string, 'on-duty' | 'backup'>

/** The line's table, for the stand-ins, which read the database directly instead of through a function. */
export function openLocalTable({ url, name, now }: { url: string; name: string; now(): Date }): Table {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: url, region: 'eu-central-1', credentials })
  return { client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }), name, now }
}

/** Reads the rosters at the current moment, so that the sign-in page can show who is on duty. */
export async function readDutyNow(table: Table): Promise<DutyNow> {
  const duty: DutyNow = new Map()
  const rosters = openRosters(table)
  for (const region of openRegions(regions)) {
    const now = onDuty(await rosters.rosterOf(region.id), table.now())
    for (const person of people.filter((one) => one.region === region.id)) {
      const role = dutyRoleOf(person.worker, now)
      if (role !== 'off-duty') duty.set(person.username, role)
    }
  }
  return duty
}
