import { ConnectClient } from '@aws-sdk/client-connect'
import type { Town } from '../../infra/local/local-line.ts'
import { usersOf } from '../../shared/connect/users.ts'

/** The name of the routing profile with which somebody works in Connect now, as Connect itself tells it. */
export async function profileOf({ plan, origins }: Town, username: string): Promise<string> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = new ConnectClient({ endpoint: origins.aws, region: 'eu-central-1', credentials })
  const instanceId = plan.ofType('AWS::Connect::Instance')[0]?.id ?? ''
  try {
    const user = (await usersOf({ client, instanceId })).find((one) => one.username === username)
    const profile = plan.ofType('AWS::Connect::RoutingProfile').find(({ id }) => id === user?.routingProfileId)
    return String(profile?.properties['Name'])
  } finally {
    client.destroy()
  }
}
