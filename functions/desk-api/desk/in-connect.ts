import { openConnect } from '../../../shared/connect/client.ts'
import { describeContact } from '../../../shared/connect/describe-contact.ts'
import { agentsNow, waitingIn } from '../../../shared/connect/line-now.ts'
import type { RegionId } from '../../../shared/domain/ids.ts'
import type { InConnect } from './deps.ts'

export type ConnectSettings = { instanceId: string; queues: Readonly<Record<RegionId, readonly string[]>> }

/** The desk API's requests to Connect, with the queues of each region. */
export function openInConnect({ instanceId, queues }: ConnectSettings): InConnect {
  const connect = openConnect(instanceId)
  return {
    describeContact: (contactId) => describeContact(connect, contactId),
    agentsNow: (agentArns) => agentsNow(connect, agentArns),
    waitingIn: (region) => waitingIn(connect, queues[region] ?? []),
  }
}
