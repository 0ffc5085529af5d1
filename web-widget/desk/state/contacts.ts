import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import type { ApiFailure } from '../client/api-result.ts'
import { connectIdOf } from '../client/ids.ts'
import { type Autosave, type AutosaveClient, keepDraft } from './autosave.ts'
import { isUnsaved } from './draft.ts'
import type { KeptNotes } from './kept-notes.ts'

/** A contact at the desk: loading, failed, or loaded with its notes. `isLive`: the workspace has it connected to the worker. */
export type OpenContact = {
  id: string
  /** Tells the open contacts apart, in a letter and a colour: the lowest number that was free, kept until the contact is closed. */
  mark: number
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
  /**
   * Opens a contact, or shows it again. What the worker accepts comes to the front. Only while the worker types for another contact, which
   * happens when the workspace accepts by itself, it waits in the list: half a word must not end up in another form.
   */
  open(connectContactId: string, how: 'live' | 'looked-up'): void
  show(id: string): void
  /** The workspace lets a contact ring at this worker; null once it no longer does. */
  rings(id: string | null): void
  ringing(): string | null
  ended(id: string): void
  dismiss(id: string): void
  lookAgain(id: string): void
  learn(id: string, known: Partial<DeskContact>): void
  saveAll(): Promise<void>
  /** After the worker signed in again: saves everything, and looks up again what could not be. */
  goOn(): void
  /** Opens what this tab had not saved when it was reloaded. */
  reopenUnsaved(): void
  hasUnsaved(): boolean
  watch(look: () => void): () => void
}

/** What the contacts need of the page: where unsaved notes are kept, and whether the keys go to this page. */
export type ContactsPage = { kept(): KeptNotes | null; hasFocus(): boolean }
type Row = ContactsPage & {
  list: readonly OpenContact[]
  shown: string | null
  ringing: string | null
  watchers: Set<() => void>
  client(): AutosaveClient
}

const nowhere: ContactsPage = { kept: () => null, hasFocus: () => true }

export function openContacts(client: () => AutosaveClient, page: ContactsPage = nowhere): Contacts {
  const row: Row = { ...page, list: [], shown: null, ringing: null, watchers: new Set(), client }
  return {
    all: () => row.list,
    current: () => found(row, row.shown),
    open: (id, how) => open(row, id, how),
    show: (id) => show(row, id),
    rings: (ringing) => become(row, { ringing }),
    ringing: () => row.ringing,
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
    goOn() {
      for (const { id, autosave, failure } of row.list) {
        void autosave?.saveNow()
        if (failure !== null) void lookUp(row, id)
      }
    },
    reopenUnsaved() {
      for (const id of row.kept()?.ids() ?? []) open(row, connectIdOf(id), 'looked-up')
    },
    hasUnsaved: () => row.list.some(({ autosave }) => autosave !== null && isUnsaved(autosave.draft())),
    watch(look) {
      row.watchers.add(look)
      return () => row.watchers.delete(look)
    },
  }
}

function open(row: Row, id: string, how: 'live' | 'looked-up'): void {
  const isLive = how === 'live'
  const isBusy = isLive && row.shown !== id && row.hasFocus() && isTyping(found(row, row.shown))
  if (!found(row, id)) {
    const opened = { id, mark: freeMark(row.list), isLive, isLooking: true, failure: null, known: null, autosave: null }
    become(row, { list: [...row.list, opened] })
  }
  if (isLive) change(row, id, { isLive })
  if (!isBusy) show(row, id)
  void lookUp(row, id)
}

function freeMark(list: readonly OpenContact[]): number {
  let mark = 0
  while (list.some((one) => one.mark === mark)) mark += 1
  return mark
}

// Notes are saved a moment after the last key, so text that is changed or being saved was typed just now.
function isTyping(contact: OpenContact | null): boolean {
  const save = contact?.autosave?.draft().save.kind
  return save === 'changed' || save === 'saving'
}

async function lookUp(row: Row, id: string): Promise<void> {
  change(row, id, { isLooking: true, failure: null })
  const result = await row.client().contact(id)
  const before = found(row, id)
  if (before === null) return
  if (result.kind === 'failed') return change(row, id, { isLooking: false, failure: result })
  // Notes being written are not replaced; the details of the contact may be newer.
  if (before.autosave !== null) return change(row, id, { isLooking: false, known: result.body })
  const { conversation } = result.body
  const unsaved = (await row.kept()?.find(conversation.id)) ?? null
  // Another look-up may have been quicker.
  const autosave = found(row, id)?.autosave ?? keepDraft(conversation, row.client())
  if (found(row, id)?.autosave === null) {
    autosave.watch(() => changed(row, autosave))
    if (unsaved !== null) autosave.restore(unsaved)
  }
  change(row, id, { isLooking: false, known: result.body, autosave })
}

function changed(row: Row, autosave: Autosave): void {
  const draft = autosave.draft()
  const { id, version } = draft.conversation
  if (isUnsaved(draft)) void row.kept()?.keep(id, { version, notes: draft.notes })
  else row.kept()?.forget(id)
  become(row, {})
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

function become(row: Row, next: Partial<Pick<Row, 'list' | 'shown' | 'ringing'>>): void {
  Object.assign(row, next)
  for (const look of row.watchers) look()
}

function found(row: Row, id: string | null): OpenContact | null {
  return row.list.find((one) => one.id === id) ?? null
}
