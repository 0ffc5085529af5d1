import type { KeyValueStore } from '../../machine/key-value-store.ts'
import type { EngineApi } from '../model/engine-api.ts'
import type { Participants } from './participant-store.ts'
import type { Transcripts } from './transcript.ts'

export type Memory = { keyValues: KeyValueStore; participants: Participants; transcripts: Transcripts; engineApi(): EngineApi }

/**
 * Forgets what was said in a chat, and by whom, once it is over and nobody writes it up any more: who chats is promised that the chat is not
 * kept. Until then the agent in her after-contact work reads on.
 */
export function forgetWhenDone(memory: Memory, chain: string): void {
  const isDone = (contactId: string) => memory.engineApi().contact(contactId)?.endedWorkAt !== null
  if (memory.participants.inChain(chain).every(({ over, contactId }) => over && isDone(contactId))) forget(memory, chain)
}

/** Forgets every chat but these: after a kill, one may have ended without being forgotten. */
export function forgetAllBut(memory: Memory, chains: ReadonlySet<string>): void {
  for (const chain of memory.participants.chains()) if (!chains.has(chain)) forget(memory, chain)
}

function forget({ keyValues, participants, transcripts }: Memory, chain: string): void {
  keyValues.wipe([...transcripts.forget(chain), ...participants.forget(chain)])
}
