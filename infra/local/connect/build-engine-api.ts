import { clear, setStatus, signIn, signOut } from './routing/agents.ts'
import { accept, agentLeaves } from './routing/answering.ts'
import { customerConnected, dial, startChat } from './routing/arrivals.ts'
import type { EngineApi } from './model/engine-api.ts'
import { endContact, newestOf, updateAttributes } from './routing/contacts.ts'
import { contactOf, type Exchange, type LineAgent, type LineContact, viewOf } from './model/exchange.ts'
import { found } from './model/instance.ts'
import { callOut, customerAnswers, stopDialling } from './routing/outbound.ts'
import { miss } from './routing/rings.ts'

/** Makes the part of the exchange that phones, chats and workspaces may use. */
export function createEngineApi(exchange: Exchange): EngineApi {
  const withContact = (id: string, step: (contact: LineContact) => boolean) => {
    // A contact that moved to another queue continues as a new contact in its chain, and is still the same customer.
    const contact = newestOf(exchange, id)
    return contact !== null && step(contact)
  }
  return {
    contact: (id) => contactOf(exchange, id),
    numbers: () => exchange.instance.numbers.map(({ number, label }) => ({ number, label })),
    statuses: () => exchange.instance.statuses.map(({ name, arn, id, routable }) => ({ name, arn, id, routable })),
    dial: (call) => dial(exchange, call),
    startChat: (chat) => startChat(exchange, arrivalOf(exchange, chat)),
    pressKey: (contactId, key) => pressKey(exchange, contactId, key),
    customerAnswers: (contactId) => withContact(contactId, (contact) => customerAnswers(exchange, contact)),
    customerHangsUp: (contactId) => withContact(contactId, (contact) => customerLeaves(exchange, contact)),
    customerConnected: (contactId) => {
      withContact(contactId, (contact) => {
        customerConnected(exchange, contact)
        return true
      })
    },
    customerWrote: (contactId) => {
      withContact(contactId, (contact) => {
        exchange.runs.get(contact.id)?.onCustomerReturn?.()
        return true
      })
    },
    stopContact: (contactId) => withContact(contactId, (contact) => endContact(exchange, contact, 'API')),
    updateAttributes: (initialContactId, attributes) =>
      withContact(initialContactId, (contact) => {
        updateAttributes(exchange, contact, attributes)
        return true
      }),
    ...agentSide(exchange),
  }
}

type AgentSide = 'agents' | 'agent' | 'signIn' | 'signOut' | 'setStatus' | 'callOut' | 'accept' | 'reject' | 'agentHangsUp' | 'clear'

function agentSide(exchange: Exchange): Pick<EngineApi, AgentSide> {
  const withBoth = (username: string, contactId: string, step: (agent: LineAgent, contact: LineContact) => boolean) => {
    const agent = exchange.agents.get(username)
    const contact = exchange.contacts.get(contactId)
    return agent !== undefined && contact !== undefined && step(agent, contact)
  }
  return {
    agents: () => [...exchange.agents.values()].map(viewOf),
    agent: (username) => {
      const agent = exchange.agents.get(username)
      return agent ? viewOf(agent) : null
    },
    signIn: (username) => {
      const agent = exchange.agents.get(username)
      if (!agent) return null
      signIn(exchange, agent)
      return viewOf(agent)
    },
    signOut: (username) => {
      const agent = exchange.agents.get(username)
      if (agent) signOut(exchange, agent)
    },
    setStatus: (username, status) => {
      const agent = exchange.agents.get(username)
      return agent !== undefined && setStatus(exchange, agent, status)
    },
    callOut: ({ username, ...call }) => {
      const agent = exchange.agents.get(username)
      return agent ? callOut(exchange, agent, call) : { kind: 'not-dialled', why: 'agentNotSignedIn' }
    },
    accept: (username, contactId) => withBoth(username, contactId, (agent, contact) => accept(exchange, agent, contact)),
    reject: (username, contactId) => withBoth(username, contactId, (agent, contact) => reject(exchange, agent, contact)),
    agentHangsUp: (username, contactId) => withBoth(username, contactId, (agent, contact) => agentLeaves(exchange, agent, contact)),
    clear: (username, contactId) => {
      const agent = exchange.agents.get(username)
      return agent !== undefined && clear(exchange, agent, contactId)
    },
  }
}

function arrivalOf(exchange: Exchange, chat: Parameters<EngineApi['startChat']>[0]): Parameters<typeof startChat>[1] {
  return {
    flowArn: found(exchange.instance.flows, chat.flowId)?.arn ?? chat.flowId,
    customerName: chat.displayName,
    attributes: { ...chat.attributes },
    initialMessage: chat.initialMessage,
  }
}

function pressKey(exchange: Exchange, contactId: string, key: string): boolean {
  const onKey = exchange.runs.get(contactId)?.onKey
  if (!onKey || !/^[0-9*#]$/.test(key)) return false
  onKey(key)
  return true
}

function customerLeaves(exchange: Exchange, contact: LineContact): boolean {
  if (contact.state === 'ended') return false
  if (stopDialling(exchange, contact, 'customer')) return true
  exchange.media.customerLeft(contact)
  return endContact(exchange, contact, 'CUSTOMER_DISCONNECT')
}

function reject(exchange: Exchange, agent: LineAgent, contact: LineContact): boolean {
  const ring = exchange.rings.get(contact.id)
  if (ring?.username !== agent.username || ring.accepted) return false
  miss(exchange, contact)
  return true
}
