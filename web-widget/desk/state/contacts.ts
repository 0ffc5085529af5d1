import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import type { ApiFailure } from '../client/api-result.ts'
import type { DeskClient } from '../client/desk-client.ts'
import { type Autosave, keepDraft } from './autosave.ts'

/** A contact at the desk: loading, failed, or loaded with its notes. `isLive`: the workspace has it connected to the worker. */
export type OpenContact = {
  id: string
  isLive: boolean
  isLooking: boolean
  failure: ApiFailure | null
  known: DeskContact | null
  autosave: Autosave | null
}

/** The open contacts, one of which is shown; the notes of the others stay in memory. */
export type Contacts = {
  all(): readonly OpenContact[]
  current(): OpenContact | null
  /** Opens a contact, or shows it again. A call that arrives while the worker types for another contact waits in the list. */
  open(connectContactId: string, how: 'live' | 'looked-up'): void
  show(id: string): void
  ended(id: string): void
  dismiss(id: string): void
  lookAgain(id: string): void
  learn(id: string, known: Partial<DeskContact>): void
  saveAll(): Promise<void>
  hasUnsaved(): boolean
  watch(look: () => void): () => void
}

type Row = { list: readonly OpenContact[]; shown: string | null; watchers: Set<() => void>; client(): DeskClient }

const unsaved: readonly string[] = ['changed', 'saving', 'not-saved', 'stale']

export function openContacts(client: () => DeskClient): Contacts {
  const row: Row = { list: [], shown: null, watchers: new Set(), client }
  return {
    all: () => row.list,
    current: () => found(row, row.shown),
    open: (id, how) => open(row, id, how),
    show: (id) => show(row, id),
    ended(id) {
      if (!found(row, id)?.isLive) return
      change(row, id, { isLive: false })
      void lookUp(row, id)
    },
    dismiss(id) {
      leave(row, id)
      const list = row.list.filter((one) => one.id !== id)
      become(row, { list, shown: row.shown === id ? (list.at(-1)?.id ?? null) : row.shown })
    },
    lookAgain: (id) => void lookUp(row, id),
    learn(id, known) {
      const before = found(row, id)?.known
      if (before) change(row, id, { known: { ...before, ...known } })
    },
    async saveAll() {
      for (const one of row.list) await one.autosave?.saveNow()
    },
    hasUnsaved: () => row.list.some((one) => unsaved.includes(one.autosave?.draft().save.kind ?? '')),
    watch(look) {
      row.watchers.add(look)
      return () => row.watchers.delete(look)
    },
  }
}

function open(row: Row, id: string, how: 'live' | 'looked-up'): void {
  const isLive = how === 'live'
  const isBusy = isLive && found(row, row.shown)?.autosave?.draft().save.kind === 'changed'
  if (!found(row, id)) become(row, { list: [...row.list, { id, isLive, isLooking: true, failure: null, known: null, autosave: null }] })
  if (isLive) change(row, id, { isLive })
  if (!isBusy) show(row, id)
  void lookUp(row, id)
}

async function lookUp(row: Row, id: string): Promise<void> {
  change(row, id, { isLooking: true, failure: null })
  const result = await row.client().contact(id)
  const before = found(row, id)
  if (before === null) return
  if (result.kind === 'failed') return change(row, id, { isLooking: false, failure: result })
  // Notes being written are not replaced; the details of the contact may be newer.
  const autosave = before.autosave ?? keepDraft(result.body.conversation, row.client())
  if (before.autosave === null) autosave.watch(() => become(row, {}))
  change(row, id, { isLooking: false, known: result.body, autosave })
}

function show(row: Row, id: string): void {
  if (row.shown !== id) leave(row, row.shown)
  become(row, { shown: id })
}

function leave(row: Row, id: string | null): void {
  void found(row, id)?.autosave?.saveNow()
}

function change(row: Row, id: string, some: Partial<OpenContact>): void {
  become(row, { list: row.list.map((one) => (one.id === id ? { ...one, ...some } : one)) })
}

function become(row: Row, next: Partial<Pick<Row, 'list' | 'shown'>>): void {
  Object.assign(row, next)
  for (const look of row.watchers) look()
}

function found(row: Row, id: string | null): OpenContact | null {
  return row.list.find((one) => one.id === id) ?? null
}
