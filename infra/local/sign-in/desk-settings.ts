import type { ServerResponse } from 'node:http'
import type { SignInClient } from './sign-in-rules.ts'
import type { Origins } from '../machine/three-ports.ts'

/** The duty desk as an OIDC client of the local issuer. */
export function deskClient({ product }: Origins): SignInClient {
  return { id: 'duty-desk', redirects: [`${product}/desk/signed-in.html`, `${product}/desk/`] }
}

/** Values for the parameters of the template: the addresses of the local line. */
export function parametersFor({ product, aws }: Origins): Record<string, string> {
  return {
    ProductOrigin: product,
    DeskUrl: `${product}/desk/`,
    ParticipantEndpoint: aws,
    SignInIssuer: `${aws}/signin`,
    SignInClientId: 'duty-desk',
    SignInJwks: `${aws}/signin/.well-known/jwks.json`,
  }
}

/** Serves the settings file that the desk's page loads. */
export function sendDeskSettings(response: ServerResponse, origins: Origins): void {
  const { id, redirects } = deskClient(origins)
  const settings = { issuer: `${origins.aws}/signin`, clientId: id, redirectUri: redirects[0], workspaceOrigin: origins.aws }
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }
  response.writeHead(200, headers).end(JSON.stringify(settings))
}
