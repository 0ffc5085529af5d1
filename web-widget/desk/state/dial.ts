import { VoiceClient } from '@amazon-connect/voice'
import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'

/** The outcome of a request to dial. The workspace may not say which contact resulted; `contactId` is then null. */
export type Dialling = { kind: 'dialling'; contactId: string | null } | { kind: 'not-dialled' }
export type Dial = (number: string) => Promise<Dialling>

/** Dials through the workspace’s softphone; the caller id is that of the agent’s outbound queue. */
export function dialThrough(provider: ConstructorParameters<typeof VoiceClient>[0]): Dial {
  const voice = new VoiceClient(provider)
  return async (number) => {
    try {
      const { contactId } = await voice.createOutboundCall(number)
      return { kind: 'dialling', contactId: contactId ?? null }
    } catch {
      // The workspace may refuse (a call not finished, no permission, no answer); the desk handles all of these alike.
      return { kind: 'not-dialled' }
    }
  }
}

/** The calls made from this desk, each with its entry of the ledger. */
export type CallsOut = {
  /** False outside a workspace, where there is no softphone. */
  canDial(): boolean
  join(dial: Dial): void
  /** `note` tells the server which contact the call is. */
  dial(call: { entry: DeskCallback; number: string; note(connectContactId: string): Promise<unknown> }): Promise<Dialling>
  /** Resolves once the server knows which entry this call belongs to; at once for any other contact. */
  noted(connectContactId: string): Promise<unknown>
  about(connectContactId: string): DeskCallback | null
}

export function openCallsOut(): CallsOut {
  const entries = new Map<string, DeskCallback>()
  const notes = new Map<string, Promise<unknown>>()
  let softphone: Dial | null = null
  return {
    canDial: () => softphone !== null,
    join(dial) {
      softphone = dial
    },
    async dial({ entry, number, note }) {
      const dialling = (await softphone?.(number)) ?? { kind: 'not-dialled' }
      if (dialling.kind === 'not-dialled' || dialling.contactId === null) return dialling
      entries.set(dialling.contactId, entry)
      notes.set(dialling.contactId, note(dialling.contactId))
      return dialling
    },
    noted: async (id) => await notes.get(id),
    about: (id) => entries.get(id) ?? null,
  }
}
