import { now } from '../../kit/now.ts'
import { ask } from '../../kit/request.ts'
import {
  type Attempt,
  type DeskSettings,
  discover,
  type Endpoints,
  newAttempt,
  signInSilently,
  signInWith,
  subjectOf,
  type Token,
} from './sign-in.ts'
import { signedInAgain } from './signed-in-again.ts'

/** A valid token; or none, because the worker must sign in, or because the issuer cannot be reached now. */
export type TokenHeld = { kind: 'token'; token: string } | { kind: 'signed-out' } | { kind: 'unreachable' }
/** What a popup led to. `somebody-else`: another person signed in there than the one whose page this is. */
export type SignedIn = 'signed-in' | 'somebody-else' | 'not-signed-in'

/** The worker’s session. The token is held in the memory of this page only, where no other page or later user can read it. */
export type Session = {
  settings: DeskSettings
  /** The session of a worker who had signed in has ended; the page stays, and the worker can sign in again beside it. */
  hasEnded(): boolean
  /** A valid token, renewed shortly before it expires. */
  token(): Promise<TokenHeld>
  /** Replaces the token after the API refused it. */
  renew(): Promise<TokenHeld>
  /** Prepares the popup’s URL in advance: a browser allows a popup only directly in a click handler. */
  prepare(): Promise<void>
  signIn(): Promise<SignedIn>
  signOut(): void
  /** Calls `look` when the session ended or goes on; returns how to stop. */
  watch(look: () => void): () => void
}

/** Opens the session with this origin’s settings; null when the settings or the issuer cannot be reached. */
export async function openSession(): Promise<Session | null> {
  const answer = await ask('/desk/settings.json', {})
  if (answer.status !== 200 || !isSettings(answer.body)) return null
  const settings = answer.body
  try {
    return sessionOf(settings, await discover(settings.issuer))
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  }
}

const names: readonly (keyof DeskSettings)[] = ['issuer', 'clientId', 'redirectUri', 'workspaceOrigin']

function isSettings(body: unknown): body is DeskSettings {
  return typeof body === 'object' && body !== null && names.every((name) => name in body)
}

// A hidden frame costs the issuer a page. A session that ended is looked for again no oftener than this, in case the worker signed in
// elsewhere in this browser.
const lookAgainSeconds = 30

type SessionState = {
  settings: DeskSettings
  endpoints: Endpoints
  held: Token | null
  ready: Attempt | null
  renewing: Promise<TokenHeld> | null
  /** Whose page this is: the subject of the first token. Notes typed by one person are never saved in the name of another. */
  owner: { subject: string | null } | null
  ended: boolean
  lookAgainAt: number
  watchers: Set<() => void>
}

function sessionOf(settings: DeskSettings, endpoints: Endpoints): Session {
  const watchers = new Set<() => void>()
  const none = { held: null, ready: null, renewing: null, owner: null }
  const state: SessionState = { settings, endpoints, ...none, ended: false, lookAgainAt: 0, watchers }
  return {
    settings,
    hasEnded: () => state.ended,
    token: async () => {
      if (state.held !== null && now().getTime() < state.held.renewAt) return { kind: 'token', token: state.held.accessToken }
      return await renew(state)
    },
    renew: () => renew(state),
    prepare: () => prepare(state, null),
    signIn: () => signIn(state),
    signOut: () => signOut(state),
    watch(look) {
      watchers.add(look)
      return () => watchers.delete(look)
    },
  }
}

// Concurrent requests for a token share one hidden frame.
async function renew(state: SessionState): Promise<TokenHeld> {
  if (state.ended && now().getTime() < state.lookAgainAt) return { kind: 'signed-out' }
  state.renewing ??= renewOnce(state).finally(() => {
    state.renewing = null
  })
  return await state.renewing
}

async function renewOnce(state: SessionState): Promise<TokenHeld> {
  let token: Token | null
  try {
    token = await signInSilently(state.settings, state.endpoints)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { kind: 'unreachable' }
  }
  // Without a network the hidden frame stays silent, which says nothing about the session.
  if (token === null && !navigator.onLine) return { kind: 'unreachable' }
  if (token !== null && accept(state, token) === 'signed-in') return { kind: 'token', token: token.accessToken }
  await end(state)
  return { kind: 'signed-out' }
}

async function signIn(state: SessionState): Promise<SignedIn> {
  const { settings, endpoints, ready } = state
  state.ready = null
  const token = ready === null ? null : await tried(signInWith(settings, endpoints, ready))
  const outcome = token === null ? 'not-signed-in' : accept(state, token)
  // The issuer would give the same person again, so the next popup asks who it is.
  if (outcome !== 'signed-in') await prepare(state, outcome === 'somebody-else' ? 'login' : null)
  return outcome
}

async function tried(signedIn: Promise<Token | null>): Promise<Token | null> {
  try {
    return await signedIn
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

async function prepare(state: SessionState, prompt: 'login' | null): Promise<void> {
  state.ready = await newAttempt(state.settings, state.endpoints, prompt)
}

function accept(state: SessionState, token: Token): SignedIn {
  const subject = subjectOf(token.accessToken)
  if (state.owner !== null && state.owner.subject !== subject) return 'somebody-else'
  state.owner = { subject }
  state.held = token
  if (state.ended) {
    state.ended = false
    tell(state)
    signedInAgain()
  }
  return 'signed-in'
}

async function end(state: SessionState): Promise<void> {
  state.held = null
  if (state.owner === null) return
  state.lookAgainAt = now().getTime() + lookAgainSeconds * 1000
  if (state.ended) return
  await prepare(state, null)
  state.ended = true
  tell(state)
}

function tell(state: SessionState): void {
  for (const look of state.watchers) look()
}

function signOut(state: SessionState): void {
  state.held = null
  if (state.endpoints.signOut === null) return
  const away = new URL(state.endpoints.signOut)
  away.searchParams.set('client_id', state.settings.clientId)
  away.searchParams.set('logout_uri', location.origin + location.pathname)
  away.searchParams.set('post_logout_redirect_uri', location.origin + location.pathname)
  location.assign(away)
}
