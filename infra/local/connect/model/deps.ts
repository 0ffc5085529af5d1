import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { LineClock } from '../../machine/clock.ts'
import type { Functions } from '../../functions/functions.ts'
import type { KeyValueStore } from '../../machine/key-value-store.ts'
import type { CloudAssembly } from '../../template/cloud-assembly.ts'

export type { KeyValueStore } from '../../machine/key-value-store.ts'

/** The user whose sign-in session this browser has, as the sign-in issuer reports it. */
export type SignedIn = { username: string; name: string }

/** One step of a flow as Connect's flow log has it: which action ran, never what was said. */
export type FlowStep = { contactId: string; flow: string; action: string; type: string; result: string }

/** What the local Connect needs from the rest of the local line. */
export type ConnectDeps = {
  assembly: CloudAssembly
  clock: LineClock
  invoke: Functions['invoke']
  publish(event: unknown): void
  keyValues: KeyValueStore
  newId(): string
  baseUrl: string
  whoIs(cookieHeader: string | undefined): SignedIn | null
  users: ConnectUser[]
  /** For debugging only: receives every step of every flow. */
  trace?: (step: FlowStep) => void
  limits?: ConnectLimits
}

/** A seeded Connect user: agents exist in the instance, not in the template. */
export type ConnectUser = { username: string; firstName: string; lastName: string; routingProfileArn: string }

/** The instance's quotas; those left out have AWS's default, except that calls are not throttled. */
type ConnectLimits = {
  activeChats?: number
  controlCalls?: { perSecond: number; burst: number }
}

/** The local Connect as the rest of the local line uses it. */
export type LocalConnect = {
  /** False if the request is for another service. */
  answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** For tests: closes every chat socket without a close frame, as a network failure does. */
  dropSockets(): void
  stop(): void
}
