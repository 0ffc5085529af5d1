import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { ConnectClient, StartChatContactCommand } from '@aws-sdk/client-connect'
import { ConnectParticipantClient, CreateParticipantConnectionCommand, GetTranscriptCommand } from '@aws-sdk/client-connectparticipant'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LineClock, startClock } from '../../../infra/local/machine/clock.ts'
import { startConnect } from '../../../infra/local/connect/start-connect.ts'
import type { ConnectDeps, LocalConnect } from '../../../infra/local/connect/model/deps.ts'
import { openKeyValueStore } from '../../../infra/local/machine/key-value-store.ts'
import { bodyOf } from '../../../infra/local/aws/request-body.ts'
import { arns, instanceId, smallAssembly } from './fixtures/small-plan.ts'

let server: Server
let connect: LocalConnect
let clock: LineClock
let settings: { endpoint: string; region: string; credentials: { accessKeyId: string; secretAccessKey: string } }

const depsAt = (baseUrl: string): ConnectDeps => ({
  assembly: smallAssembly(),
  clock,
  keyValues: openKeyValueStore(null),
  newId: randomUUID,
  baseUrl,
  whoIs: () => null,
  publish: () => undefined,
  invoke: async () => ({ kind: 'answered', payload: {} }),
  users: [{ username: 'els', firstName: 'Els', lastName: 'Beuk', routingProfileArn: arns.duty }],
})

beforeEach(async () => {
  clock = startClock(new Date('2026-11-24T10:30:00+01:00'))
  server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    if (!(await connect.answer(request, response, body ?? Buffer.alloc(0)))) response.writeHead(421).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  connect = startConnect(depsAt(endpoint))
  settings = { endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
})
afterEach(() => {
  connect.stop()
  clock.stop()
  server.closeAllConnections()
  server.close()
})

describe('the local Connect', () => {
  it('gives a chat that its customer can read', async () => {
    const { ParticipantToken } = await new ConnectClient(settings).send(
      new StartChatContactCommand({
        InstanceId: instanceId,
        ContactFlowId: arns.inbound,
        ParticipantDetails: { DisplayName: 'Aanmelder' },
        Attributes: { naam: 'regio' },
        InitialMessage: { ContentType: 'text/plain', Content: 'Dag' },
      }),
    )
    await yieldToOthers()
    const customer = new ConnectParticipantClient(settings)
    const connection = await customer.send(
      new CreateParticipantConnectionCommand({ ParticipantToken, Type: ['WEBSOCKET', 'CONNECTION_CREDENTIALS'] }),
    )
    const { Transcript } = await customer.send(
      new GetTranscriptCommand({ ConnectionToken: connection.ConnectionCredentials?.ConnectionToken, SortOrder: 'ASCENDING' }),
    )
    const said = Transcript?.filter(({ Type }) => Type === 'MESSAGE').map(({ ParticipantRole, Content }) => [ParticipantRole, Content])
    expect(said).toEqual([
      ['CUSTOMER', 'Dag'],
      ['SYSTEM', 'Welkom regio.'],
      ['SYSTEM', 'U staat in de wachtrij.'],
    ])
  })

  it('leaves what is not its own to others', async () => {
    const answer = await fetch(`${settings.endpoint}/somebody-else`)
    expect(answer.status).toBe(421)
  })
})
