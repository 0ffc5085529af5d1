import { randomUUID } from 'node:crypto'
import type { LineClock } from '../machine/clock.ts'
import type { KeyValueStore } from '../machine/key-value-store.ts'
import { PlainError } from '../machine/plain-error.ts'
import type { Origins } from '../machine/three-ports.ts'
import { people } from '../people/people.ts'
import { deskClient } from './desk-settings.ts'
import { openMint } from './sign-in-tokens.ts'

/** An access token for the duty desk, as the local issuer gives it to this made-up person after signing in; no browser is needed. */
export async function accessTokenFor(
  { keyValues, origins, clock }: { keyValues: KeyValueStore; origins: Origins; clock: LineClock },
  username: string,
): Promise<string> {
  const person = people.find((one) => one.username === username)
  if (!person) throw new PlainError(`Nobody is called ${username}; there are ${people.map((one) => one.username).join(', ')}.`)
  const mint = await openMint(keyValues, `${origins.aws}/signin`)
  const { accessToken } = await mint.mint({ person, clientId: deskClient(origins).id, nonce: null, now: clock.now(), id: randomUUID() })
  return accessToken
}
