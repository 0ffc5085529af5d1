import { PublishCommand, SNSClient, type PublishCommandInput } from '@aws-sdk/client-sns'
import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startClock } from '../../../infra/local/machine/clock.ts'
import { openKeyValueStore } from '../../../infra/local/machine/key-value-store.ts'
import { bodyOf } from '../../../infra/local/aws/request-body.ts'
import { openSns } from '../../../infra/local/aws/sns.ts'
import type { CloudAssembly } from '../../../infra/local/template/cloud-assembly.ts'

const topicArn = 'arn:aws:sns:eu-central-1:111122223333:alerts'
const topic = { stack: 'line', logicalId: 'Alerts', type: 'AWS::SNS::Topic', arn: topicArn, id: 'alerts', properties: {}, metadata: {} }
const assembly: CloudAssembly = { resources: [topic], ofType: () => [topic], byArn: () => topic }
const clock = startClock(new Date('2026-11-24T09:30:00Z'))
const sns = openSns({ assembly, keyValues: openKeyValueStore(null), clock, newId: randomUUID })
let server: Server
let client: SNSClient

beforeAll(async () => {
  server = createServer(async (request, response) => sns.answer(response, (await bodyOf(request)) ?? Buffer.alloc(0)))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const port = Object(server.address()).port
  client = new SNSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
})
afterAll(() => {
  clock.stop()
  client.destroy()
  server.close()
})

describe('a message', () => {
  it('is published by the real client and stays in the outbox', async () => {
    const input = {
      TopicArn: topicArn,
      Subject: 'Niemand van dienst',
      Message: 'Regio Oost & Genk: <niemand> in het rooster – 1 × é',
      MessageAttributes: { region: { DataType: 'String', StringValue: 'limburg-oost' }, kind: { DataType: 'String', StringValue: 'gap' } },
    }
    const answer = await client.send(new PublishCommand(input))
    expect(sns.outbox()[0]).toEqual({
      id: answer.MessageId,
      to: 'alerts',
      subject: input.Subject,
      message: input.Message,
      attributes: { region: 'limburg-oost', kind: 'gap' },
      sentAt: expect.stringMatching(/^2026-11-24T09:30/),
    })
  })

  it('may go to a number, the newest on top', async () => {
    await client.send(new PublishCommand({ PhoneNumber: '+32000000009', Message: 'je bent van dienst' }))
    expect(sns.outbox().map((message) => message.to)).toEqual(['+32000000009', 'alerts'])
  })

  it.each<[string, PublishCommandInput, string]>([
    ['to a topic that is not there', { TopicArn: `${topicArn}-x`, Message: 'x' }, 'NotFound'],
    ['to nobody', { Message: 'x' }, 'InvalidParameter'],
    ['without words', { TopicArn: topicArn, Message: '' }, 'InvalidParameter'],
    ['too long', { TopicArn: topicArn, Message: 'é'.repeat(140_000) }, 'InvalidParameter'],
    ['with a subject of two lines', { TopicArn: topicArn, Message: 'x', Subject: 'a\nb' }, 'InvalidParameter'],
  ])('is refused as the service would: %s', async (_title, input, code) => {
    const before = sns.outbox().length
    await expect(client.send(new PublishCommand(input))).rejects.toMatchObject({ name: expect.stringContaining(code) })
    expect(sns.outbox()).toHaveLength(before)
  })
})
