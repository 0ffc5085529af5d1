import type { ConversationId } from '../../../shared/domain/ids.ts'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'

/** Notes that the server does not have yet, with the version that they were written on. */
export type UnsavedNotes = { version: number; notes: CoachingNotes }

/** What this tab keeps over a reload. */
export type KeptNotes = {
  /** Keeps the newest of what was given; an earlier one that is still being encrypted is dropped. */
  keep(id: ConversationId, unsaved: UnsavedNotes): Promise<void>
  forget(id: ConversationId): void
  /** What this worker’s key opens. Of another worker’s notes in the same tab nothing is told. */
  find(id: ConversationId): Promise<UnsavedNotes | null>
  ids(): ConversationId[]
}

/** The part of `Storage` that is used. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const beginning = 'unsaved-notes:'
const ivBytes = 12

/**
 * Keeps unsaved notes in the tab’s session storage, encrypted with a key that only the server gives and only to this worker.
 *
 * A duty desk may stand on a shared computer, where a browser writes session storage to disk and a closed tab can be reopened by whoever
 * sits down next. In the clear, notes would then be read by another person; not kept at all, a reload would lose what was typed since the
 * session ended. Encrypted, they are worth nothing to anybody who cannot sign in as the same worker. `storage` is null where there is none.
 */
export async function openKeptNotes(key: string, storage: TabStorage | null): Promise<KeptNotes> {
  const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
  const cipher = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const turns = new Map<ConversationId, number>()
  const nextTurn = (id: ConversationId) => {
    const turn = (turns.get(id) ?? 0) + 1
    turns.set(id, turn)
    return turn
  }
  return {
    async keep(id, unsaved) {
      const turn = nextTurn(id)
      const text = await encrypted(cipher, JSON.stringify(unsaved))
      if (turns.get(id) === turn) tried(() => storage?.setItem(beginning + id, text))
    },
    forget(id) {
      nextTurn(id)
      tried(() => storage?.removeItem(beginning + id))
    },
    async find(id) {
      const text = tried(() => storage?.getItem(beginning + id)) ?? null
      return text === null ? null : await decrypted(cipher, text)
    },
    ids: () =>
      Array.from({ length: tried(() => storage?.length) ?? 0 }, (_, index) => storage?.key(index) ?? '').flatMap((name) =>
        isOurs(name) ? [idIn(name)] : [],
      ),
  }
}

/** The session storage of this tab; null where the browser refuses it. */
export function tabStorage(): TabStorage | null {
  return tried(() => sessionStorage) ?? null
}

async function encrypted(key: CryptoKey, text: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text))
  return btoa(Array.from([...iv, ...new Uint8Array(sealed)], (byte) => String.fromCharCode(byte)).join(''))
}

async function decrypted(key: CryptoKey, text: string): Promise<UnsavedNotes | null> {
  try {
    const all = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: all.subarray(0, ivBytes) }, key, all.subarray(ivBytes))
    const unsaved: UnsavedNotes = JSON.parse(new TextDecoder().decode(open))
    return unsaved
  } catch (error) {
    // Another worker’s key, or text that is not ours.
    if (error instanceof DOMException || error instanceof SyntaxError) return null
    throw error
  }
}

// A browser may forbid the storage, or it may be full; the notes are then in the memory of the page only.
function tried<Result>(use: () => Result): Result | undefined {
  try {
    return use()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

function isOurs(name: string): name is `${typeof beginning}${ConversationId}` {
  return name.startsWith(`${beginning}conversation_`)
}

function idIn(name: `${typeof beginning}${ConversationId}`): ConversationId {
  return `conversation_${name.slice(`${beginning}conversation_`.length)}`
}
