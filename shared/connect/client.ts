import { ConnectClient } from '@aws-sdk/client-connect'

// Without limits the SDK waits for ever on a hung connection, while a person is waiting for the function's answer.
const budget = { requestTimeout: 2_000, connectionTimeout: 500, throwOnRequestTimeout: true } as const
const attempts = 3

/** The Amazon Connect instance that the line runs on, with a client for it. */
export type ConnectInstance = { client: ConnectClient; instanceId: string }

/** Opens a Connect instance. The only place that creates Connect clients. */
export function openConnect(instanceId: string): ConnectInstance {
  return { client: new ConnectClient({ maxAttempts: attempts, requestHandler: budget }), instanceId }
}
