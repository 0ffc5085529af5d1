import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { dutyRoleOf, onDuty } from '../../../shared/domain/roster/duty-roster.ts'
import { openRegions } from '../../../shared/domain/regions/region.ts'
import { regions } from '../../../shared/domain/regions/regions.ts'
import { openRosters } from '../../../shared/storage/roster/rosters.ts'
import type { Table } from '../../../shared/storage/table/table.ts'
import { people } from './people.ts'

/** Who of the made-up people has the line now, and who stands behind her; by username. */
export type DutyNow = Map<string, 'on-duty' | 'backup'>

/** The line's table for the stand-ins themselves, which speak to the database without the functions in between. */
export function openLocalTable({ url, name, now }: { url: string; name: string; now(): Date }): Table {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new DynamoDBClient({ endpoint: url, region: 'eu-central-1', credentials })
  return { client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }), name, now }
}

/** Reads the rosters as they stand at this moment, so that a visitor knows as whom to sign in. */
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
