import { randomUUID } from 'node:crypto'
import { regions } from '../../shared/domain/regions/regions.ts'
import type { Table } from '../../shared/storage/table/table.ts'
import { openAwsDoor } from './aws/aws-endpoint.ts'
import type { LineClock } from './machine/clock.ts'
import { sendDeskSettings } from './sign-in/desk-settings.ts'
import { openHttpDoor } from './aws/http-api.ts'
import type { KeyValueStore } from './machine/key-value-store.ts'
import { openLambdaDoor } from './aws/lambda-endpoint.ts'
import { openLocalDoor, sendPlainStyle } from './pages/local-routes.ts'
import { readDutyNow } from './people/on-duty-now.ts'
import type { BrowserPages } from './pages/pages.ts'
import { openSns } from './aws/sns.ts'
import type { CloudAssembly } from './template/cloud-assembly.ts'
import type { Origins } from './machine/three-ports.ts'
import type { Life } from './line-services.ts'
import type { Answerer, Desks } from './http-servers.ts'

export type DoorsOptions = {
  assembly: CloudAssembly
  clock: LineClock
  kept: KeyValueStore
  origins: Origins
  databaseUrl: string
  table: Table
  life: Life
  pages: BrowserPages
}

/** Who answers on which port, in which order. */
export function openDoors({ assembly, clock, kept, origins, databaseUrl, table, life, pages }: DoorsOptions): Desks {
  const { functions, bus, connect, signIn } = life
  const newId = randomUUID
  const databaseFaults = { conflicts: 0 }
  const sns = openSns({ assembly, kept, clock, newId })
  const view = async () => ({
    clock,
    origins,
    regions,
    duty: await readDutyNow(table),
    outbox: sns.outbox(),
    deadLetters: bus.deadLetters(),
  })
  const local = openLocalDoor({ clock, view, functions, databaseFaults, product: origins.product })
  const http = openHttpDoor({ assembly, clock, invoke: functions.invoke, newId })
  const lambda = openLambdaDoor({ assembly, invoke: functions.invoke, invokeLater: bus.invokeLater })
  const aws = openAwsDoor({ databaseUrl, databaseFaults, sns, lambda, signIn, connect })
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
