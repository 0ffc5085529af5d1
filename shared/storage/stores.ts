import { openCases } from './cases.ts'
import { openContacts } from './contacts.ts'
import { openConversations } from './conversations.ts'
import { openNotices } from './notices.ts'
import { openRosters } from './rosters.ts'
import type { Table } from './table.ts'
import { openWorkers } from './workers.ts'

export type Stores = ReturnType<typeof openStores>

/** Everything the line remembers, on one table; a door that needs one thing opens that one. */
export function openStores(table: Table) {
  return {
    contacts: openContacts(table),
    conversations: openConversations(table),
    cases: openCases(table),
    workers: openWorkers(table),
    rosters: openRosters(table),
    notices: openNotices(table),
  }
}
