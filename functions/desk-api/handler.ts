import { randomUUID } from 'node:crypto'
import { handle } from 'hono/aws-lambda'
import * as z from 'zod'
import { RegionId } from '../../shared/domain/ids.ts'
import { type ScheduledFunction, openRunNow, runNow } from '../../shared/lambda/run-now.ts'
import { openStores } from '../../shared/storage/stores.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { jsonSetting, readSettings } from '../lambda.ts'
import { deskApp } from './app.ts'
import { openInConnect } from './desk/in-connect.ts'
import { openSignIn } from './desk/sign-in.ts'

const text = z.string().min(1)
const settingsShape = {
  TABLE_NAME: text,
  CALLER_KEY: text,
  INSTANCE_ID: text,
  QUEUES: jsonSetting(z.record(RegionId, z.array(text))),
  SIGN_IN_ISSUER: text,
  SIGN_IN_CLIENT_ID: text,
  SIGN_IN_JWKS: z.url(),
  APPLY_ROSTER_FUNCTION: text,
  APPLY_HOURS_FUNCTION: text,
}
const settings = readSettings(z.object(settingsShape), process.env)
const now = () => new Date()
const functionsByName = openRunNow({ 'apply-roster': settings.APPLY_ROSTER_FUNCTION, 'apply-hours': settings.APPLY_HOURS_FUNCTION })
const deps = {
  ...openStores(openTable(settings.TABLE_NAME, now)),
  ...openInConnect({ instanceId: settings.INSTANCE_ID, queues: settings.QUEUES }),
  subjectOf: openSignIn({ issuer: settings.SIGN_IN_ISSUER, clientId: settings.SIGN_IN_CLIENT_ID, jwksUri: settings.SIGN_IN_JWKS, now }),
  callerKey: settings.CALLER_KEY,
  now,
  newCaseId: () => `case_${randomUUID()}`,
  newId: () => randomUUID(),
  runNow: (functionName: ScheduledFunction, region: RegionId) => runNow(functionsByName, functionName, region),
}

/** The Lambda handler of the desk API. */
export const handler = handle(deskApp(deps, { name: 'desk-api', now, language: 'nl' }))
