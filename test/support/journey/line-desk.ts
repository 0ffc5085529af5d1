import { createHash, randomBytes } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/lib-dynamodb'
import { deskClient } from '../../../infra/local/sign-in/desk-settings.ts'
import { openLocalTable } from '../../../infra/local/people/on-duty-now.ts'
import type { LocalLine } from '../../../infra/local/local-line.ts'
import { conversationIdOf } from '../../../shared/domain/ids.ts'
import { openContacts } from '../../../shared/storage/contacts/contacts.ts'
import type { Table } from '../../../shared/storage/table/table.ts'
import { newContact } from '../people/make-cases.ts'
import { makeArrival, makeNotes, yesOn } from '../people/make.ts'

/** A worker as a client of the desk API of the running line, with a token from its issuer. */
export type AtTheDesk = {
  get<Body>(path: string): Promise<Body>
  /** Returns the status and the body, also of an error. */
  post(path: string, body: unknown): Promise<{ status: number; body: unknown }>
  put(path: string, body: unknown): Promise<{ status: number; body: unknown }>
}

/** Signs this made-up person in as a browser does, with PKCE. */
export async function signedInAt(localLine: Pick<LocalLine, 'origins'>, username: string): Promise<AtTheDesk> {
  const authorization = `Bearer ${await tokenFor(localLine, username)}`
  const ask = (path: string, request: RequestInit = {}) =>
    fetch(`${localLine.origins.product}/api/desk/${path}`, { ...request, headers: { authorization, 'content-type': 'application/json' } })
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await ask(path, { method, body: JSON.stringify(body) })
    return { status: answer.status, body: await answer.json() }
  }
  return {
    get: async (path) => (await ask(path)).json(),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
  }
}

/** The table of the running line, for data from before the test begins. Destroy its client when done. */
export function tableOf(localLine: LocalLine): Table {
  const name = localLine.assembly.ofType('AWS::DynamoDB::Table')[0]?.id ?? ''
  return openLocalTable({ url: localLine.databaseUrl, name, now: localLine.clock.now })
}

/** Whether a text appears anywhere in the table: in an attribute, a key or a list. */
export async function standsInTable({ client, name }: Table, text: string): Promise<boolean> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }))
  return JSON.stringify(Items).includes(text)
}

/** Stores a contact and logs its conversation with the family's consent, as this worker, so that it can be taken on. Returns its id. */
export async function loggedConversation(table: Table, by: AtTheDesk): Promise<string> {
  const contact = newContact()
  await openContacts(table).recordFacts(contact, [makeArrival()], 'flow')
  const notes = makeNotes({ outcome: 'taken-on', consent: yesOn('2026-11-24') })
  const logged = await by.post(`conversations/${conversationIdOf(contact)}/log`, { version: 0, notes })
  if (logged.status !== 200) throw new Error(`the conversation was not logged: ${logged.status}`)
  return conversationIdOf(contact)
}

async function tokenFor({ origins }: Pick<LocalLine, 'origins'>, username: string): Promise<string> {
  const { id: client_id, redirects } = deskClient(origins)
  const redirect_uri = redirects[0] ?? ''
  const code_verifier = randomBytes(32).toString('base64url')
  const code_challenge = createHash('sha256').update(code_verifier).digest('base64url')
  const asked = { client_id, redirect_uri, response_type: 'code', scope: 'openid', code_challenge, code_challenge_method: 'S256' }
  const post = (step: string, fields: Record<string, string>) =>
    fetch(`${origins.aws}/signin/${step}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const back = (await post('choose', { ...asked, username })).headers.get('location')
  const code = new URL(back ?? '').searchParams.get('code') ?? ''
  const tokens = await post('token', { grant_type: 'authorization_code', client_id, redirect_uri, code, code_verifier })
  return Object(await tokens.json()).access_token
}
