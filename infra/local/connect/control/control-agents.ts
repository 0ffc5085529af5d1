import * as z from 'zod'
import { setRoutingProfile, setStatus } from '../routing/agents.ts'
import { type ControlCall, fine, type Operation, pageOf, refused, type Reply, seconds, withBody, withFound } from './control-call.ts'
import type { Exchange, LineAgent } from '../model/exchange.ts'
import { found, type RoutingProfile } from '../model/instance.ts'
import { hasPlace } from '../routing/routing.ts'

function agentsById(exchange: Exchange): Map<string, LineAgent> {
  return new Map([...exchange.agents.values()].map((agent) => [agent.arn, agent]))
}

function profileOf(exchange: Exchange, agent: LineAgent): RoutingProfile | null {
  return exchange.instance.profiles.get(agent.routingProfileArn) ?? null
}

function listUsers(call: ControlCall): Reply {
  const { page, ...next } = pageOf(call, [...call.exchange.agents.values()])
  return fine({ UserSummaryList: page.map(({ id, arn, username }) => ({ Id: id, Arn: arn, Username: username })), ...next })
}

function searchUsers(call: ControlCall): Reply {
  const all = [...call.exchange.agents.values()]
  const { page, ...next } = pageOf(call, all)
  return fine({
    Users: page.map((agent) => ({ ...named(agent), RoutingProfileId: profileOf(call.exchange, agent)?.id })),
    ApproximateTotalCount: all.length,
    ...next,
  })
}

function named({ id, arn, username, firstName, lastName }: LineAgent) {
  return { Id: id, Arn: arn, Username: username, IdentityInfo: { FirstName: firstName, LastName: lastName } }
}

function describeUser(call: ControlCall): Reply {
  return withFound(agentsById(call.exchange), call.path['UserId'], (agent) =>
    fine({
      User: {
        ...named(agent),
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 0 },
        RoutingProfileId: profileOf(call.exchange, agent)?.id,
        SecurityProfileIds: [],
        Tags: {},
      },
    }),
  )
}

function updateUserRoutingProfile(call: ControlCall): Reply {
  return withFound(agentsById(call.exchange), call.path['UserId'], (agent) =>
    withBody(call, z.object({ RoutingProfileId: z.string().min(1) }), ({ RoutingProfileId }) =>
      withFound(call.exchange.instance.profiles, RoutingProfileId, (profile) => {
        setRoutingProfile(call.exchange, agent, profile.arn)
        return fine()
      }),
    ),
  )
}

/** PutUserStatus: refused for an agent who is not signed in. Unlike the service, an active contact does not delay the change. */
function putUserStatus(call: ControlCall): Reply {
  const statuses = new Map(call.exchange.instance.statuses.map((status) => [status.arn, status]))
  return withFound(agentsById(call.exchange), call.path['UserId'], (agent) =>
    withBody(call, z.object({ AgentStatusId: z.string().min(1) }), ({ AgentStatusId }) =>
      withFound(statuses, AgentStatusId, (status) =>
        setStatus(call.exchange, agent, status.name) ? fine() : refused('InvalidRequestException', 'The user is not signed in.'),
      ),
    ),
  )
}

function listAgentStatuses(call: ControlCall): Reply {
  const asked = call.query.getAll('AgentStatusTypes')
  const statuses = call.exchange.instance.statuses.filter((status) => asked.length === 0 || asked.includes(status.type))
  const { page, ...next } = pageOf(call, statuses)
  return fine({ AgentStatusSummaryList: page.map(({ id, arn, name, type }) => ({ Id: id, Arn: arn, Name: name, Type: type })), ...next })
}

const ids = z.array(z.string()).min(1).max(100).optional()
const UserFilters = z.object({
  Filters: z
    .object({ Queues: ids, RoutingProfiles: ids, Agents: ids, ContactFilter: z.object({ ContactStates: z.array(z.string()) }).optional() })
    .refine((filters) => Object.values(filters).some((filter) => filter !== undefined)),
})

function usersNow(call: ControlCall): Reply {
  const { exchange } = call
  return withBody(call, UserFilters, ({ Filters }) => {
    const among = (wanted: string[] | undefined, thing: { arn: string; id: string } | null) =>
      wanted === undefined || (thing !== null && (wanted.includes(thing.id) || wanted.includes(thing.arn)))
    const servesOne = (agent: LineAgent) =>
      Filters.Queues === undefined ||
      profileOf(exchange, agent)?.serves.some((served) => among(Filters.Queues, found(exchange.instance.queues, served.queueArn))) === true
    const inState = (agent: LineAgent) =>
      Filters.ContactFilter === undefined || agent.contacts.some((slot) => Filters.ContactFilter?.ContactStates.includes(slot.state))
    const users = [...exchange.agents.values()].filter(
      (agent) =>
        // Real-time metrics contain signed-in agents only.
        agent.signedIn &&
        among(Filters.Agents, agent) &&
        among(Filters.RoutingProfiles, profileOf(exchange, agent)) &&
        servesOne(agent) &&
        inState(agent),
    )
    const { page, ...next } = pageOf(call, users)
    return fine({ UserDataList: page.map((agent) => userAtWork(exchange, agent)), ApproximateTotalCount: users.length, ...next })
  })
}

function userAtWork(exchange: Exchange, agent: LineAgent): unknown {
  const profile = profileOf(exchange, agent)
  const status = exchange.instance.statuses.find((known) => known.name === agent.status)
  const perChannel = (count: (channel: string) => number) =>
    Object.fromEntries(Object.keys(profile?.concurrency ?? {}).map((channel) => [channel, count(channel)]))
  const inHands = (channel: string) => agent.contacts.filter((slot) => slot.channel === channel).length
  const max = (channel: string) => profile?.concurrency[channel]?.maximum ?? 0
  return {
    User: { Id: agent.id, Arn: agent.arn },
    RoutingProfile: profile ? { Id: profile.id, Arn: profile.arn } : undefined,
    Status: { StatusStartTimestamp: seconds(agent.statusSince), StatusArn: status?.arn, StatusName: agent.status },
    AvailableSlotsByChannel: perChannel((channel) =>
      agent.status === 'Available' && hasPlace(exchange, agent, channel) ? max(channel) - inHands(channel) : 0,
    ),
    MaxSlotsByChannel: perChannel(max),
    ActiveSlotsByChannel: perChannel(inHands),
    Contacts: agent.contacts.map((slot) => {
      const contact = exchange.contacts.get(slot.contactId)
      const queue = found(exchange.instance.queues, contact?.queue?.arn ?? '')
      return {
        ContactId: slot.contactId,
        Channel: slot.channel,
        InitiationMethod: contact?.initiationMethod,
        AgentContactState: slot.state,
        StateStartTimestamp: seconds(slot.since),
        ConnectedToAgentTimestamp: seconds(slot.state === 'MISSED' ? null : (contact?.agent?.connectedAt ?? null)),
        Queue: queue ? { Id: queue.id, Arn: queue.arn } : undefined,
      }
    }),
  }
}

/** The operations of the control API on agents. */
export const agentOperations: Operation[] = [
  { name: 'ListUsers', method: 'GET', path: '/users-summary/{InstanceId}', limited: true, run: listUsers },
  { name: 'SearchUsers', method: 'POST', path: '/search-users', limited: true, run: searchUsers },
  { name: 'DescribeUser', method: 'GET', path: '/users/{InstanceId}/{UserId}', limited: true, run: describeUser },
  {
    name: 'UpdateUserRoutingProfile',
    method: 'POST',
    path: '/users/{InstanceId}/{UserId}/routing-profile',
    limited: true,
    run: updateUserRoutingProfile,
  },
  { name: 'PutUserStatus', method: 'PUT', path: '/users/{InstanceId}/{UserId}/status', limited: true, run: putUserStatus },
  { name: 'ListAgentStatuses', method: 'GET', path: '/agent-status/{InstanceId}', limited: true, run: listAgentStatuses },
  { name: 'GetCurrentUserData', method: 'POST', path: '/metrics/userdata/{InstanceId}', limited: true, run: usersNow },
]
