import { ConnectClient, SearchUsersCommand } from '@aws-sdk/client-connect'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wallTimeFrom } from '../../infra/local/machine/local-clock.ts'
import { startLocalLine, type LocalLine } from '../../infra/local/local-line.ts'
import { openRunNow, runNow } from '../../shared/lambda/run-now.ts'
import type { WorkerId } from '../../shared/domain/ids.ts'
import { takeOver } from '../../shared/domain/roster/roster-changes.ts'
import { openRosters, type RosterStore } from '../../shared/storage/roster/rosters.ts'
import type { Table } from '../../shared/storage/table/table.ts'
import { tableOf } from '../support/journey/line-desk.ts'

const region = 'limburg-oost'
let localLine: LocalLine
let table: Table
let rosters: RosterStore
let lambda: LambdaClient
let connect: ConnectClient

beforeAll(async () => {
  localLine = await startLocalLine({ clock: wallTimeFrom('2026-11-24T10:30'), seed: 1, quiet: true })
  table = tableOf(localLine)
  rosters = openRosters(table)
  const aws = {
    endpoint: localLine.origins.aws,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    maxAttempts: 1,
  }
  lambda = new LambdaClient(aws)
  connect = new ConnectClient(aws)
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_LAMBDA: localLine.origins.aws,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  })
}, 60_000)
afterAll(async () => {
  table?.client.destroy()
  await localLine?.stop()
})
beforeEach(() => {
  localLine.lines.length = 0
})

const functionOf = (name: string) => {
  const found = localLine.assembly
    .ofType('AWS::Lambda::Function')
    .find((resource) => resource.metadata['permanence:entry'] === `functions/${name}/handler.ts`)
  if (!found) throw new Error(`the plan has no ${name}`)
  return found
}
const runNowClient = () => openRunNow({ 'apply-roster': functionOf('apply-roster').id, 'apply-hours': functionOf('apply-hours').id })
const invoke = (FunctionName: string, event: unknown, InvocationType: 'Event' | 'RequestResponse' = 'RequestResponse') =>
  lambda.send(new InvokeCommand({ FunctionName, InvocationType, Payload: JSON.stringify(event) }))
const logged = () =>
  localLine.lines.filter((line) => line.includes('"function":"apply-roster"')).map((line) => line.slice(line.indexOf('{')))

/** The name of the routing profile that a worker has in Connect now. */
async function profileOf(username: string): Promise<string> {
  const InstanceId = localLine.assembly.ofType('AWS::Connect::Instance')[0]?.id
  const { Users } = await connect.send(new SearchUsersCommand({ InstanceId }))
  const has = Users?.find((user) => user.Username === username)?.RoutingProfileId ?? 'nobody'
  return String(localLine.assembly.ofType('AWS::Connect::RoutingProfile').find((profile) => profile.arn.endsWith(has))?.properties['Name'])
}

describe('a function is run by the client of AWS', () => {
  it('and its answer waited for', async () => {
    const answer = await invoke(functionOf('apply-roster').id, {})
    expect([answer.StatusCode, answer.FunctionError]).toEqual([200, undefined])
    expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toMatchObject({ failed: 0, drift: [] })
    expect(await profileOf('sam.wilg')).toBe('limburg-oost on-duty-genk')
  })

  it.each(['id', 'arn'] as const)('or not waited for, by its %s', async (by) => {
    const answer = await invoke(functionOf('apply-roster')[by], { region }, 'Event')
    expect([answer.StatusCode, answer.Payload?.length ?? 0]).toEqual([202, 0])
    await expect.poll(logged, { timeout: 20_000 }).toHaveLength(1)
  })

  it('or tells that it failed, as a function’s failure and not the call’s', async () => {
    localLine.functions.fail('apply-roster', 'throw', 1)
    const answer = await invoke(functionOf('apply-roster').arn, {})
    expect([answer.StatusCode, answer.FunctionError]).toEqual([200, 'Unhandled'])
    expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toMatchObject({ errorType: 'InjectedFault' })
  })

  it('or is too busy', async () => {
    localLine.functions.fail('apply-roster', 'throttle', 1)
    await expect(invoke(functionOf('apply-roster').id, {})).rejects.toMatchObject({ name: 'TooManyRequestsException' })
  })

  it('or is not there', async () => {
    await expect(invoke('nobody-asks', {})).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
  })

  it('or is asked for something that is no JSON', async () => {
    const asked = new InvokeCommand({ FunctionName: functionOf('apply-roster').id, Payload: 'no json' })
    await expect(lambda.send(asked)).rejects.toMatchObject({ name: 'InvalidRequestContentException' })
  })
})

describe('a roster that changed', () => {
  const noor: WorkerId = 'worker_noor-berk'
  const sam: WorkerId = 'worker_sam-wilg'

  it('reaches the telephone at once, without waiting for the clock', async () => {
    await invoke(functionOf('apply-roster').id, {})
    const { roster, version } = await rosters.versioned(region)
    const window = { day: '2026-11-24', from: '09:00', to: '13:00', role: 'first' } as const
    const taken = takeOver(roster, { id: 'change_one', ...window, leaves: sam, by: noor }, localLine.clock.now())
    if (taken.kind !== 'changed') throw new Error(taken.kind)
    expect(await rosters.save(region, taken.roster, version)).toBe('saved')
    expect(await profileOf('noor.berk')).toBe('limburg-oost off-duty')

    expect(await runNow(runNowClient(), 'apply-roster', region)).toEqual({ kind: 'asked' })
    await expect.poll(() => profileOf('noor.berk'), { timeout: 20_000 }).toBe('limburg-oost on-duty-genk')
    await expect.poll(() => profileOf('sam.wilg'), { timeout: 20_000 }).toBe('limburg-oost off-duty')
    await expect.poll(() => JSON.parse(logged().at(-1) ?? '{}').kind, { timeout: 20_000 }).toBe('applied')
    expect((await rosters.applied(region)).get(noor)?.before).not.toBeNull()
  })

  it('waits for the clock when nothing can be asked, and says so', async () => {
    process.env['AWS_ENDPOINT_URL_LAMBDA'] = 'http://127.0.0.1:1'
    expect(await runNow(runNowClient(), 'apply-roster', region)).toEqual({ kind: 'at-the-next-round', errorName: expect.any(String) })
    process.env['AWS_ENDPOINT_URL_LAMBDA'] = localLine.origins.aws
    const gone = openRunNow({ 'apply-roster': 'nobody-asks', 'apply-hours': 'nobody-asks' })
    expect(await runNow(gone, 'apply-hours', region)).toEqual({ kind: 'at-the-next-round', errorName: 'ResourceNotFoundException' })
  })
})
