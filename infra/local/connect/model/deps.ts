import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { LineClock } from '../../machine/clock.ts'
import type { Functions } from '../../functions/functions.ts'
import type { KeyValueStore } from '../../machine/key-value-store.ts'
import type { CloudAssembly } from '../../template/cloud-assembly.ts'

export type { KeyValueStore } from '../../machine/key-value-store.ts'

/** Who the sign-in issuer says is at this browser. */
export type SignedIn = { username: string; name: string }

/** One step of a flow as the real flow log gives it: where a contact went, never what was said. */
export type FlowStep = { contactId: string; flow: string; action: string; type: string; result: string }

/** What the local Connect needs from the rest of the town. */
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
  /** Debugging only: is told every step of every flow. */
  trace?: (step: FlowStep) => void
  limits?: ConnectLimits
}

/** A seeded Connect user: agents exist in the instance, not in the template. */
export type ConnectUser = { username: string; firstName: string; lastName: string; routingProfileArn: string }

/** The instance's quotas; what is left out has AWS's default, and calls are not throttled. */
type ConnectLimits = {
  activeChats?: number
  controlCalls?: { perSecond: number; burst: number }
}

export type LocalConnect = {
  /** False when the request is for somebody else. */
  answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<boolean>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** For tests: every chat socket is cut without a goodbye, as a lost network does. */
  dropSockets(): void
  stop(): void
}
