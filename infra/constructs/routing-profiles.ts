import { CfnRoutingProfile } from 'aws-cdk-lib/aws-connect'
import type { Construct } from 'constructs'
import type { OpenRegion } from '../../shared/domain/regions/region.ts'

export type LineQueues = { instanceArn: string; region: string; teams: Readonly<Record<string, string>> }

/** The routing profiles of a region. apply-roster assigns one to each worker from the duty roster. */
export type Profiles = { onDuty: Record<string, CfnRoutingProfile>; backup: CfnRoutingProfile; offDuty: CfnRoutingProfile }

type QueueConfig = CfnRoutingProfile.RoutingProfileQueueConfigProperty
type ProfileProps = { id: string; name: string; description: string; serves: QueueConfig[] }

/**
 * Workers on duty are offered a contact at once, backups after the region's delay, others never. Chats of another team also come after that
 * delay.
 */
export function routingProfiles(scope: Construct, region: OpenRegion, queues: LineQueues): Profiles {
  const late = region.backupAfterSeconds
  const make = profileMaker(scope, region, queues)
  const teams = Object.entries(queues.teams)
  const regionQueue = (delay: number) => [serve(queues.region, 'VOICE', delay), serve(queues.region, 'CHAT', delay)]
  const onDuty = region.teams.map((team) => {
    const serves = [...regionQueue(0), ...teams.map(([id, queue]) => serve(queue, 'CHAT', id === team.id ? 0 : late))]
    const description = `On duty for ${team.name}: calls and chats of the region and chats of this team at once, another team's chats later.`
    return [team.id, make({ id: `OnDuty${pascal(team.id)}`, name: `on-duty-${team.id}`, description, serves })] as const
  })
  return {
    onDuty: Object.fromEntries(onDuty),
    backup: make({
      id: 'Backup',
      name: 'backup',
      description: 'Backup: hears what waits longer than the region wants anybody to wait.',
      serves: [...regionQueue(late), ...teams.map(([, queue]) => serve(queue, 'CHAT', late))],
    }),
    offDuty: make({ id: 'OffDuty', name: 'off-duty', description: 'Not on the line now: no calls and no chats.', serves: [] }),
  }
}

function profileMaker(scope: Construct, region: OpenRegion, queues: LineQueues) {
  return ({ id, name, description, serves }: ProfileProps) =>
    new CfnRoutingProfile(scope, id, {
      instanceArn: queues.instanceArn,
      name: `${region.id} ${name}`,
      description,
      defaultOutboundQueueArn: queues.region,
      mediaConcurrencies: [
        // A worker in a call is offered no chat meanwhile.
        { channel: 'VOICE', concurrency: 1, crossChannelBehavior: { behaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } },
        { channel: 'CHAT', concurrency: 2, crossChannelBehavior: { behaviorType: 'ROUTE_CURRENT_CHANNEL_ONLY' } },
      ],
      ...(serves.length > 0 ? { queueConfigs: serves } : {}),
    })
}

function serve(queueArn: string, channel: 'VOICE' | 'CHAT', delay: number): QueueConfig {
  return { priority: 1, delay, queueReference: { queueArn, channel } }
}

/** An id in the template from a key in the data: `voor-kempen` becomes `VoorKempen`. */
export function pascal(key: string): string {
  return key
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
