import { paginateSearchUsers, UpdateUserRoutingProfileCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from './client.ts'

export type ConnectUser = { id: string; arn: string; username: string; routingProfileId: string | null }

/**
 * Every user of the instance with the routing profile she works with: one request for all of them, where asking each costs a line of forty
 * workers twenty seconds at two requests a second. What the search does not know yet is seen at the next turn.
 */
export async function usersOf(connect: ConnectInstance): Promise<ConnectUser[]> {
  const users: ConnectUser[] = []
  const pages = paginateSearchUsers({ client: connect.client }, { InstanceId: connect.instanceId, MaxResults: 100 })
  for await (const page of pages) {
    for (const user of page.Users ?? []) {
      const { Id: id, Arn: arn, Username: username, RoutingProfileId: routingProfileId = null } = user
      if (id && arn && username) users.push({ id, arn, username, routingProfileId })
    }
  }
  return users
}

/** Gives a user another routing profile: from then on she is offered that profile's queues. */
export async function setRoutingProfile(connect: ConnectInstance, userId: string, routingProfileId: string): Promise<void> {
  await connect.client.send(
    new UpdateUserRoutingProfileCommand({ InstanceId: connect.instanceId, UserId: userId, RoutingProfileId: routingProfileId }),
  )
}
