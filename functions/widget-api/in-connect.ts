import { openConnect } from '../../shared/connect/client.ts'
import { stopContact } from '../../shared/connect/line-now.ts'
import { positionOf } from '../../shared/connect/queue-position.ts'
import { type Presence, presenceOn } from '../../shared/connect/presence.ts'
import { startChat } from '../../shared/connect/start-chat.ts'
import type { RegionId } from '../../shared/domain/ids.ts'
import { cachedPresence } from './presence.ts'

export type InConnectOptions = { instanceId: string; queues: Readonly<Record<string, string>>; now(): Date }

/** The widget API's requests to Connect. */
export function inConnect({ instanceId, queues, now }: InConnectOptions) {
  const connect = openConnect(instanceId)
  const presenceOf = async (region: RegionId): Promise<Presence> => {
    const queueId = queues[region]
    return queueId === undefined ? { kind: 'not-known', errorName: 'NoQueue' } : presenceOn(connect, queueId)
  }
  return {
    presenceOf: cachedPresence(presenceOf, now),
    startChat: (request: Parameters<typeof startChat>[1]) => startChat(connect, request),
    stopChat: (contactId: string) => stopContact(connect, contactId),
    positionOf: (contactId: string) => positionOf(connect, contactId),
  }
}
