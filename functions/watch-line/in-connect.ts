import { openConnect } from '../../shared/connect/client.ts'
import { agentsNow, openOnDay, stopContact, waitingIn } from '../../shared/connect/line-now.ts'
import { startChat } from '../../shared/connect/start-chat.ts'
import type { InConnect } from './deps.ts'

/** The Connect requests of the watch, for one instance. */
export function openInConnect(instanceId: string): InConnect {
  const connect = openConnect(instanceId)
  return {
    agentsNow: (agentArns) => agentsNow(connect, agentArns),
    waitingIn: (queueIds) => waitingIn(connect, queueIds),
    openOnDay: (hoursId, day) => openOnDay(connect, hoursId, day),
    startChat: (request) => startChat(connect, request),
    stopContact: (contactId) => stopContact(connect, contactId),
  }
}
