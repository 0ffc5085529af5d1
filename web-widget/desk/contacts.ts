import type { DeskContact } from '../../shared/contracts/desk.ts'
import type { Doors, Trouble } from './doors.ts'
import { type Keeper, keepDraft } from './draft-keeper.ts'

/** A contact at the desk: being looked up, not to be had, or there with its notes. `isLive` = in the worker's hands in the workspace. */
export type OpenContact = {
  id: string
  isLive: boolean
  isLooking: boolean
  trouble: Trouble | null
  known: DeskContact | null
  keeper: Keeper | null
}

/** The contacts in front of the worker; several at once, of which one is looked at. Their notes stay here while she looks at another. */
export type Contacts = {
  all(): readonly OpenContact[]
  current(): OpenContact | null
  /** Opens a contact, or comes back to it. A call that comes in while she writes for a chat waits in the row. */
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

/** No contact yet. */
export function openContacts(doors: () => Doors): Contacts {
  let list: readonly OpenContact[] = []
  let shown: string | null = null
  const watchers = new Set<() => void>()

  function become(next: readonly OpenContact[]) {
    list = next
    for (const look of watchers) look()
  }
  function change(id: string, some: Partial<OpenContact>) {
    become(list.map((one) => (one.id === id ? { ...one, ...some } : one)))
  }
  async function lookUp(id: string) {
    change(id, { isLooking: true, trouble: null })
    const got = await doors().contact(id)
    const before = list.find((one) => one.id === id)
    if (before === undefined) return
    if (got.kind === 'trouble') return change(id, { isLooking: false, trouble: got })
    // Notes that are being written stay as they are; what is known about the contact may have grown.
    const keeper = before.keeper ?? keepDraft(got.body.conversation, doors())
    if (before.keeper === null) keeper.watch(() => become([...list]))
    change(id, { isLooking: false, known: got.body, keeper })
  }
  function leave(id: string | null) {
    void list.find((one) => one.id === id)?.keeper?.saveNow()
  }
  const current = () => list.find((one) => one.id === shown) ?? null
  return {
    all: () => list,
    current,
    open(id, how) {
      const isBusy = how === 'live' && current()?.keeper?.draft().save.kind === 'changed'
      if (!list.some((one) => one.id === id)) {
        become([...list, { id, isLive: how === 'live', isLooking: true, trouble: null, known: null, keeper: null }])
      }
      if (how === 'live') change(id, { isLive: true })
      if (!isBusy) this.show(id)
      void lookUp(id)
    },
    show(id) {
      if (shown !== id) leave(shown)
      shown = id
      become([...list])
    },
    ended(id) {
      if (!list.some((one) => one.id === id && one.isLive)) return
      change(id, { isLive: false })
      void lookUp(id)
    },
    dismiss(id) {
      leave(id)
      become(list.filter((one) => one.id !== id))
      if (shown === id) shown = list.at(-1)?.id ?? null
      become([...list])
    },
    lookAgain: (id) => void lookUp(id),
    learn(id, known) {
      const before = list.find((one) => one.id === id)?.known
      if (before) change(id, { known: { ...before, ...known } })
    },
    saveAll: async () => void (await Promise.all(list.map((one) => one.keeper?.saveNow()))),
    hasUnsaved: () => list.some((one) => ['changed', 'saving', 'not-saved', 'stale'].includes(one.keeper?.draft().save.kind ?? '')),
    watch(look) {
      watchers.add(look)
      return () => watchers.delete(look)
    },
  }
}
