import type { KeyValueStore } from '../../machine/key-value-store.ts'
import type { EngineApi } from '../model/engine-api.ts'
import type { Participants } from './participant-store.ts'
import type { Transcripts } from './transcript.ts'

/** The stores that hold a chat's transcript and participants. */
export type Memory = { keyValues: KeyValueStore; participants: Participants; transcripts: Transcripts; engineApi(): EngineApi }

/**
 * Deletes transcript and participants of a chat once it is over and after-contact work is finished, because chat users are promised that it
 * is not kept; until then the agent can read it.
 */
export function forgetWhenDone(memory: Memory, chain: string): void {
  const isDone = (contactId: string) => memory.engineApi().contact(contactId)?.endedWorkAt !== null
  if (memory.participants.inChain(chain).every(({ over, contactId }) => over && isDone(contactId))) forget(memory, chain)
}

/** Deletes all chats except these: if the process was killed, a chat may have ended without being deleted. */
export function forgetAllBut(memory: Memory, chains: ReadonlySet<string>): void {
  for (const chain of memory.participants.chains()) if (!chains.has(chain)) forget(memory, chain)
}

function forget({ keyValues, participants, transcripts }: Memory, chain: string): void {
  keyValues.wipe([...transcripts.forget(chain), ...participants.forget(chain)])
}
