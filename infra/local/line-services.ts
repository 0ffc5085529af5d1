import { randomUUID } from 'node:crypto'
import type { Table } from '../../shared/storage/table/table.ts'
import { type Bus, openBus } from './aws/bus.ts'
import type { LineClock } from './machine/clock.ts'
import { startConnect } from './connect/start-connect.ts'
import type { ConnectUser, LocalConnect } from './connect/model/deps.ts'
import { deskClient } from './sign-in/desk-settings.ts'
import { bundleFunctions, sourcesOf } from './functions/function-bundles.ts'
import { type Functions, startFunctions } from './functions/functions.ts'
import type { KeyValueStore } from './machine/key-value-store.ts'
import { readDutyNow } from './people/on-duty-now.ts'
import { people } from './people/people.ts'
import { openSignIn, type SignIn } from './sign-in/sign-in.ts'
import type { CloudAssembly } from './template/cloud-assembly.ts'
import type { Origins } from './machine/three-ports.ts'

export type ServicesOptions = {
  assembly: CloudAssembly
  clock: LineClock
  keyValues: KeyValueStore
  table: Table
  origins: Origins
  project: string
  seed: number
  /** Functions run from their sources instead of from bundles. */
  fromSource: boolean
  /** Stack traces in the log name the lines of the sources. */
  sourceMaps: boolean
  log(line: string): void
}

/** The running parts of the line: functions, event bus, Connect and sign-in. */
export type Services = { functions: Functions; bus: Bus; connect: LocalConnect; signIn: SignIn; stop(): Promise<void> }

/** Starts the services of the templates; nothing listens on a port yet. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { assembly, clock, keyValues, table, origins } = options
  const newId = randomUUID
  const issuer = `${origins.aws}/signin`
  const signIn = await openSignIn({
    issuer,
    clients: [deskClient(origins)],
    people,
    dutyNow: () => readDutyNow(table),
    keyValues,
    clock,
    newId,
  })
  const modules = options.fromSource ? sourcesOf(options.project) : await bundleFunctions(assembly, options.project)
  const functions = startFunctions({ ...options, modules, environment: environmentOf(origins) })
  const bus = openBus({ ...options, invoke: functions.invoke, newId })
  const connect = startConnect({
    assembly,
    clock,
    keyValues,
    newId,
    invoke: functions.invoke,
    publish: bus.publish,
    baseUrl: origins.aws,
    whoIs: signIn.whoIs,
    users: people.map((person) => connectUser(assembly, person)),
  })
  const stop = async () => {
    connect.stop()
    bus.stop()
    await functions.stop()
  }
  return { functions, bus, connect, signIn, stop }
}

/** The environment of Lambda, with all AWS endpoints on this machine; the credentials are not valid anywhere. */
function environmentOf({ aws }: Origins): Record<string, string> {
  return {
    AWS_REGION: 'eu-central-1',
    AWS_DEFAULT_REGION: 'eu-central-1',
    AWS_ENDPOINT_URL: aws,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    TZ: ':UTC',
  }
}

// Agents start off duty; the roster is applied from the stored data, as in AWS.
function connectUser(assembly: CloudAssembly, { username, firstName, lastName, region }: (typeof people)[number]): ConnectUser {
  const offDuty = assembly.ofType('AWS::Connect::RoutingProfile').find(({ properties }) => properties['Name'] === `${region} off-duty`)
  if (!offDuty) throw new Error(`The template has no routing profile "${region} off-duty".`)
  return { username, firstName, lastName, routingProfileArn: offDuty.arn }
}
