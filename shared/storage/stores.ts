import { openCallbacks } from './callbacks/callbacks.ts'
import { openCases } from './cases/cases.ts'
import { openContacts } from './contacts/contacts.ts'
import { openConversations } from './conversations/conversations.ts'
import { openDutyStores } from './duty-stores.ts'
import { openNotices } from './notices/notices.ts'
import { openUnfinished } from './contacts/unfinished.ts'
import { openQuotas } from './callbacks/quotas.ts'
import type { Table } from './table/table.ts'
import { openWorkers } from './workers/workers.ts'

/** All stores. */
export type Stores = ReturnType<typeof openStores>

/** All stores on one table; a function that needs one opens only that one. */
export function openStores(table: Table) {
  return {
    contacts: openContacts(table),
    unfinished: openUnfinished(table),
    conversations: openConversations(table),
    cases: openCases(table),
    callbacks: openCallbacks(table),
    workers: openWorkers(table),
    ...openDutyStores(table),
    notices: openNotices(table),
    quotas: openQuotas(table),
  }
}
