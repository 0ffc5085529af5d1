import { paginateSearchUsers, UpdateUserRoutingProfileCommand } from '@aws-sdk/client-connect'
import type { ConnectInstance } from './client.ts'

/** A user of the Connect instance. */
export type ConnectUser = { id: string; arn: string; username: string; routingProfileId: string | null }

/**
 * All users of the instance with their routing profiles. One search for all: describing each user would take twenty seconds for forty
 * workers, at two requests a second. The search lags, so a very recent change may be missing.
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

/** Gives a user another routing profile: the user is offered contacts of its queues from then on. */
export async function setRoutingProfile(connect: ConnectInstance, userId: string, routingProfileId: string): Promise<void> {
  await connect.client.send(
    new UpdateUserRoutingProfileCommand({ InstanceId: connect.instanceId, UserId: userId, RoutingProfileId: routingProfileId }),
  )
}
