import { randomUUID } from 'node:crypto'
import { regions } from '../../shared/domain/regions/regions.ts'
import type { Table } from '../../shared/storage/table/table.ts'
import { openAwsEndpoint } from './aws/aws-endpoint.ts'
import type { LineClock } from './machine/clock.ts'
import { sendDeskSettings } from './sign-in/desk-settings.ts'
import { openHttpApi } from './aws/http-api.ts'
import type { KeyValueStore } from './machine/key-value-store.ts'
import { openLambdaEndpoint } from './aws/lambda-endpoint.ts'
import { openLocalRoutes, sendPlainStyle } from './pages/local-routes.ts'
import { readDutyNow } from './people/on-duty-now.ts'
import type { BrowserPages } from './pages/pages.ts'
import { openSns } from './aws/sns.ts'
import type { CloudAssembly } from './template/cloud-assembly.ts'
import type { Origins } from './machine/three-ports.ts'
import type { Services } from './line-services.ts'
import type { Answerer, PortHandlers } from './http-servers.ts'

export type ListenersOptions = {
  assembly: CloudAssembly
  clock: LineClock
  keyValues: KeyValueStore
  origins: Origins
  databaseUrl: string
  table: Table
  services: Services
  pages: BrowserPages
}

/** The answerers of each port, in the order in which they are tried. */
export function openListeners({
  assembly,
  clock,
  keyValues,
  origins,
  databaseUrl,
  table,
  services,
  pages,
}: ListenersOptions): PortHandlers {
  const { functions, bus, connect, signIn } = services
  const newId = randomUUID
  const databaseFaults = { conflicts: 0 }
  const sns = openSns({ assembly, keyValues, clock, newId })
  const view = async () => ({
    clock,
    origins,
    regions,
    duty: await readDutyNow(table),
    outbox: sns.outbox(),
    deadLetters: bus.deadLetters(),
  })
  const local = openLocalRoutes({ clock, view, functions, databaseFaults, product: origins.product })
  const http = openHttpApi({ assembly, clock, invoke: functions.invoke, newId })
  const lambda = openLambdaEndpoint({ assembly, invoke: functions.invoke, invokeLater: bus.invokeLater })
  const aws = openAwsEndpoint({ databaseUrl, databaseFaults, sns, lambda, signIn, connect })
  const settings = at('/desk/settings.json', (response) => sendDeskSettings(response, origins))
  const pagesOf =
    (origin: keyof Origins): Answerer =>
    (request, response) =>
      pages.answer(origin, request, response)
  return {
    product: [local.answer, settings, pagesOf('product'), http.answer],
    school: [pagesOf('school')],
    aws: [at('/local/plain.css', sendPlainStyle), aws.answer],
    connect,
  }
}

function at(path: string, send: (response: Parameters<Answerer>[1]) => void): Answerer {
  return (request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== path) return false
    send(response)
    return true
  }
}
