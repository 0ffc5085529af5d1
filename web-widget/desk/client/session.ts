import { now } from '../../kit/now.ts'
import { ask } from '../../kit/request.ts'
import { type Attempt, type DeskSettings, discover, type Endpoints, newAttempt, signInSilently, signInWith, type Token } from './sign-in.ts'

/** The worker’s session. The token is held in the memory of this page only, where no other page or later user can read it. */
export type Session = {
  settings: DeskSettings
  isSignedIn(): boolean
  /** A valid token, renewed shortly before it expires; null when the worker must sign in again. */
  token(): Promise<string | null>
  /** Replaces the token after the API refused it. */
  renew(): Promise<string | null>
  /** Prepares the popup’s URL in advance: a browser allows a popup only directly in a click handler. */
  prepare(): Promise<void>
  signIn(): Promise<boolean>
  signOut(): void
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

function sessionOf(settings: DeskSettings, endpoints: Endpoints): Session {
  let held: Token | null = null
  let ready: Attempt | null = null
  let renewing: Promise<Token | null> | null = null

  // Concurrent requests for a token share one hidden frame.
  function renewed(): Promise<Token | null> {
    renewing ??= signInSilently(settings, endpoints)
      .catch((error: unknown) => {
        if (error instanceof TypeError) return null
        throw error
      })
      .finally(() => {
        renewing = null
      })
    return renewing
  }
  async function renew(): Promise<string | null> {
    held = await renewed()
    return held?.accessToken ?? null
  }
  return {
    settings,
    isSignedIn: () => held !== null,
    token: async () => (held !== null && now().getTime() < held.renewAt ? held.accessToken : await renew()),
    renew,
    async prepare() {
      ready = await newAttempt(settings, endpoints, null)
    },
    async signIn() {
      if (ready === null) return false
      held = await signInWith(settings, endpoints, ready)
      ready = null
      return held !== null
    },
    signOut() {
      held = null
      if (endpoints.signOut === null) return
      const away = new URL(endpoints.signOut)
      away.searchParams.set('client_id', settings.clientId)
      away.searchParams.set('logout_uri', location.origin + location.pathname)
      away.searchParams.set('post_logout_redirect_uri', location.origin + location.pathname)
      location.assign(away)
    },
  }
}
