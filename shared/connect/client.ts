import { ConnectClient } from '@aws-sdk/client-connect'

// A hung connection would wait for ever by the SDK's own defaults; a person is waiting at the other side of every door.
const budget = { requestTimeout: 2_000, connectionTimeout: 500, throwOnRequestTimeout: true } as const
const attempts = 3

/** The one instance of Connect that the line runs on. */
export type ConnectInstance = { client: ConnectClient; instanceId: string }

/** The only maker of Connect clients. */
export function openConnect(instanceId: string): ConnectInstance {
  return { client: new ConnectClient({ maxAttempts: attempts, requestHandler: budget }), instanceId }
}
