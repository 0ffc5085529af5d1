import { randomUUID } from 'node:crypto'
import { handle } from 'hono/aws-lambda'
import * as z from 'zod'
import { openConnect } from '../../shared/connect/client.ts'
import { describeContact } from '../../shared/connect/describe-contact.ts'
import { openStores } from '../../shared/storage/stores.ts'
import { openTable } from '../../shared/storage/table.ts'
import { readSettings } from '../door.ts'
import { deskApp } from './app.ts'
import { openSignIn } from './sign-in.ts'

const text = z.string().min(1)
const names = {
  TABLE_NAME: text,
  CALLER_KEY: text,
  INSTANCE_ID: text,
  SIGN_IN_ISSUER: text,
  SIGN_IN_CLIENT_ID: text,
  SIGN_IN_JWKS: z.url(),
}
const settings = readSettings(z.object(names), process.env)
const now = () => new Date()
const connect = openConnect(settings.INSTANCE_ID)
const tools = {
  ...openStores(openTable(settings.TABLE_NAME, now)),
  describeContact: (contactId: string) => describeContact(connect, contactId),
  subjectOf: openSignIn({ issuer: settings.SIGN_IN_ISSUER, clientId: settings.SIGN_IN_CLIENT_ID, jwksUri: settings.SIGN_IN_JWKS }),
  callerKey: settings.CALLER_KEY,
  now,
  newCaseId: () => `case_${randomUUID()}`,
}

/** The duty desk's door. */
export const handler = handle(deskApp(tools, { name: 'desk-api', now, language: 'nl' }))
