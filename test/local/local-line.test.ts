import { ConnectClient, ListUsersCommand } from '@aws-sdk/client-connect'
import { DynamoDBClient, ListTablesCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../infra/local/people/people.ts'
import { areAvailable } from '../support/journey/available.ts'
import { startLocalLine, type LocalLine } from '../../infra/local/local-line.ts'
import { wallTimeFrom } from '../../infra/local/machine/local-clock.ts'

let localLine: LocalLine
let product: string
let aws: object
beforeAll(async () => {
  localLine = await startLocalLine({ clock: wallTimeFrom('2026-11-24T10:30'), seed: 1, quiet: true })
  product = localLine.origins.product
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  aws = { endpoint: localLine.origins.aws, region: 'eu-central-1', credentials, maxAttempts: 1 }
}, 60_000)
afterAll(() => localLine.stop())

const post = (path: string, value: unknown, headers: Record<string, string> = {}) =>
  fetch(product + path, { method: 'POST', body: JSON.stringify(value), headers: { 'content-type': 'application/json', ...headers } })
const statusFor = (host: string, path = '/') =>
  new Promise<number | undefined>((resolve, reject) => {
    request(product, { path, headers: { host } }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end()
  })
const tableName = () => localLine.assembly.ofType('AWS::DynamoDB::Table')[0]?.id ?? ''
const writeTogether = (client: DynamoDBClient) =>
  client.send(
    new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName: tableName(), Item: { pk: { S: 'a' }, sk: { S: 'b' } } } }] }),
  )

describe('the page of this machine', () => {
  it('leads to every other page', async () => {
    const html = await (await fetch(`${product}/`)).text()
    for (const address of [
      `${localLine.origins.school}/`,
      `${localLine.origins.aws}/phone`,
      `${localLine.origins.aws}/workspace`,
      `${product}/desk/`,
    ]) {
      expect(html).toContain(`href="${address}"`)
      expect((await fetch(address)).status).toBe(200)
    }
  })

  it('lists the regions that open and those that do not', async () => {
    const html = await (await fetch(`${product}/`)).text()
    expect(html).toMatch(/De Plan-Trekkers – regio Oost: open op deze lijn/)
    expect(html).toMatch(/Oost-Brabant: nog niet bevestigd/)
  })

  it('answers this machine’s own names only', async () => {
    const { host, port } = new URL(product)
    expect([await statusFor(host), await statusFor(`localhost:${port}`), await statusFor('line.example.org')]).toEqual([200, 308, 421])
  })

  it('refuses an address that is none', async () => {
    expect(await statusFor(new URL(product).host, '//')).toBe(400)
  })

  it('hands out the launcher and the chat frame under their policies', async () => {
    const launcher = await fetch(`${product}/permanence.js`)
    expect(launcher.headers.get('content-type')).toContain('javascript')
    const frame = await fetch(`${product}/chat/`)
    expect(frame.headers.get('content-security-policy')).toContain(`frame-ancestors ${localLine.origins.school}`)
    expect((await fetch(`${product}/chat`, { redirect: 'manual' })).headers.get('location')).toBe('/chat/')
    expect((await fetch(`${product}/chat/frame.js`)).headers.get('cache-control')).toBe('no-cache')
    expect((await fetch(`${product}/nowhere`)).status).toBe(404)
  })

  it('tells the desk where to sign in', async () => {
    const settings = Object(await (await fetch(`${product}/desk/settings.json`)).json())
    const discovered = Object(await (await fetch(`${settings.issuer}/.well-known/openid-configuration`)).json())
    expect(discovered.issuer).toBe(settings.issuer)
    expect(settings.redirectUri).toBe(`${product}/desk/signed-in.html`)
  })
})

describe('the clock on the page', () => {
  it('moves the line and its functions', async () => {
    await localLine.bus.runSchedules()
    await areAvailable(localLine, ['sam.wilg'])
    const open = Object(await (await fetch(`${product}/api/widget/regions/limburg-oost`)).json())
    expect(open.state.kind).toBe('open')
    const answer = Object(await (await post('/local/clock', { set: '2026-11-28T10:30' })).json())
    expect(answer.wall).toBe('2026-11-28T10:30')
    const closed = Object(await (await fetch(`${product}/api/widget/regions/limburg-oost`)).json())
    expect(closed.state).toMatchObject({ kind: 'closed', opens: { day: '2026-11-30', clock: '09:00' } })
  }, 30_000)

  it('moves on by seconds, and by a form without any script', async () => {
    const before = localLine.clock.now().getTime()
    expect((await post('/local/clock', { advanceSeconds: 90 })).status).toBe(200)
    expect(localLine.clock.now().getTime() - before).toBeGreaterThanOrEqual(90_000)
    const form = await fetch(`${product}/local/clock`, {
      method: 'POST',
      body: new URLSearchParams({ advanceSeconds: '60' }),
      redirect: 'manual',
    })
    expect([form.status, form.headers.get('location')]).toEqual([303, '/'])
  }, 30_000)

  it.each([
    ['a day that is not there', { set: '2026-02-30T10:00' }, 'set'],
    ['an hour that is not there', { set: '2026-02-20T24:00' }, 'set'],
    ['a moment with a zone', { set: '2026-11-23T16:58Z' }, 'set'],
    ['no moment at all', {}, 'set'],
    ['half a second', { advanceSeconds: 0.5 }, 'advanceSeconds'],
    ['backward', { advanceSeconds: -60 }, 'advanceSeconds'],
    ['both at once', { advanceSeconds: 60, set: '2026-11-23T16:58' }, 'advanceSeconds'],
  ])('refuses what is not right and stands still: %s', async (_title, input, field) => {
    const before = localLine.clock.now().getTime()
    const answer = await post('/local/clock', input)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ kind: 'refused', field, sentence: expect.stringContaining(field) })
    expect(localLine.clock.now().getTime() - before).toBeLessThan(1_000)
  })

  it('obeys its own page only', async () => {
    expect((await post('/local/clock', { advanceSeconds: 60 }, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post('/local/clock', 'not an object')).status).toBe(400)
  })
})

describe('the one port of AWS', () => {
  it('5.8: changes nothing for a page of another web site, and hands it nothing', async () => {
    const target = { 'x-amz-target': 'DynamoDB_20120810.ListTables', 'content-type': 'application/x-amz-json-1.0' }
    const authorization = 'AWS4-HMAC-SHA256 Credential=a/20261124/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0'
    const ask = (headers: Record<string, string>) =>
      fetch(localLine.origins.aws, { method: 'POST', headers: { authorization, ...target, ...headers }, body: '{}' })
    expect((await ask({})).status).not.toBe(403)
    for (const origin of ['https://elsewhere.example', 'http://127.0.0.1:1', 'null']) {
      expect([origin, (await ask({ origin })).status]).toEqual([origin, 403])
    }
    const preflight = await fetch(localLine.origins.aws, { method: 'OPTIONS', headers: { origin: 'https://elsewhere.example' } })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    expect(new URL(localLine.databaseUrl).hostname).not.toBe('127.0.0.1')
  })

  it('is the database for the database’s client', async () => {
    const { TableNames } = await new DynamoDBClient(aws).send(new ListTablesCommand({}))
    expect(TableNames).toEqual([tableName()])
  })

  it('is the exchange for Connect’s client, with everybody in it', async () => {
    const [instance] = localLine.assembly.ofType('AWS::Connect::Instance')
    const { UserSummaryList } = await new ConnectClient(aws).send(new ListUsersCommand({ InstanceId: instance?.id }))
    expect(UserSummaryList?.map((user) => user.Username).toSorted()).toEqual(people.map((person) => person.username).toSorted())
  })

  it('keeps what is published where a person can read it', async () => {
    const TopicArn = localLine.assembly.ofType('AWS::SNS::Topic')[0]?.arn
    await new SNSClient(aws).send(new PublishCommand({ TopicArn, Subject: 'Test', Message: 'Een <bericht> & meer' }))
    const { messages } = Object(await (await fetch(`${product}/local/outbox`)).json())
    expect(messages[0]).toMatchObject({ subject: 'Test', message: 'Een <bericht> & meer' })
    expect(await (await fetch(`${product}/`)).text()).toContain('Een &#60;bericht&#62; &#38; meer')
  })

  it('says which service it has not', async () => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=a/20261124/eu-central-1/s3/aws4_request, SignedHeaders=host, Signature=b'
    const answer = await fetch(`${localLine.origins.aws}/bucket`, { headers: { authorization } })
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([501, 'NotImplementedHere'])
  })
})

describe('a fault that is asked for', () => {
  it('cancels the next transaction only', async () => {
    const client = new DynamoDBClient(aws)
    expect((await post('/local/faults', { database: 'transaction-conflict', times: 1 })).status).toBe(200)
    await expect(writeTogether(client)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    })
    await writeTogether(client)
  })

  it('breaks the next visit to a function', async () => {
    await post('/local/faults', { function: 'widget-api', fault: 'throw', times: 1 })
    expect((await fetch(`${product}/api/widget/regions/limburg-oost`)).status).toBe(500)
    expect((await fetch(`${product}/api/widget/regions/limburg-oost`)).status).toBe(200)
  })

  it.each([
    ['function', { function: 'nobody', fault: 'throw' }],
    ['fault', { function: 'widget-api', fault: 'explode' }],
    ['database', { database: 'fire' }],
  ])('is refused by its field when it cannot be: %s', async (field, input) => {
    const answer = await post('/local/faults', input)
    expect([answer.status, Object(await answer.json()).field]).toEqual([400, field])
  })
})
