import { VoiceClient } from '@amazon-connect/voice'
import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'

/** What became of a wish to call: the softphone dials, or it would not. The workspace need not tell which contact it is. */
export type Dialling = { kind: 'dialling'; contactId: string | null } | { kind: 'not-dialled' }
export type Dial = (number: string) => Promise<Dialling>

/** Calls out through the softphone of the workspace, from the number that the agent's queue shows. */
export function dialThrough(provider: ConstructorParameters<typeof VoiceClient>[0]): Dial {
  const voice = new VoiceClient(provider)
  return async (number) => {
    try {
      const { contactId } = await voice.createOutboundCall(number)
      return { kind: 'dialling', contactId: contactId ?? null }
    } catch {
      // The workspace refuses for reasons of its own (a call not finished yet, no permission, no answer): here it is all one.
      return { kind: 'not-dialled' }
    }
  }
}

/** The calls that this desk makes, and the entry of the ledger that each is about. */
export type CallsOut = {
  /** Only in a workspace there is a softphone to call with. */
  canDial(): boolean
  join(dial: Dial): void
  /** `note` tells the server which call it is. */
  dial(call: { entry: DeskCallback; number: string; note(connectContactId: string): Promise<unknown> }): Promise<Dialling>
  /** Done when the server was told whom this call is about; at once for every other contact. */
  noted(connectContactId: string): Promise<unknown>
  about(connectContactId: string): DeskCallback | null
}

/** No call yet, and no softphone. */
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
