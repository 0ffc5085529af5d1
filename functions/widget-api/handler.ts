import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { handle } from 'hono/aws-lambda'
import { readNumber } from '../../shared/numbers/callable-number.ts'
import { openStores } from '../../shared/storage/stores.ts'
import { openTable } from '../../shared/storage/table/table.ts'
import { readSettings } from '../lambda.ts'
import { widgetApp } from './app.ts'
import type { WidgetDeps } from './handlers.ts'
import { inConnect } from './in-connect.ts'
import { cachedStarts } from './recent-starts.ts'
import { fromSettings, Settings } from './settings.ts'

const settings = readSettings(Settings, process.env)
const now = () => new Date()
const { contacts, rosters, hours, callbacks, quotas, chatStarts, refusedStarts } = openStores(openTable(settings.TABLE_NAME, now))
const deps: WidgetDeps = {
  ...inConnect({ instanceId: settings.INSTANCE_ID, queues: settings.QUEUES, now }),
  ...contacts,
  ...rosters,
  ...hours,
  promise: callbacks.promise,
  takeQuota: quotas.take,
  starts: chatStarts,
  recentStarts: cachedStarts(chatStarts.recent, now),
  countRefused: refusedStarts.count,
  newTicketId: () => randomBytes(16).toString('base64url'),
  pause: (milliseconds) => pause(milliseconds),
  readNumber,
  newCallbackId: () => `callback_${randomUUID()}`,
  ...fromSettings(settings),
  now,
}

/** The Lambda handler of the widget API. */
export const handler = handle(widgetApp(deps, { name: 'widget-api', now, language: 'nl' }))
