import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  ReleasePhoneNumberCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect'
import { mockClient } from 'aws-sdk-client-mock'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handler } from '../../../infra/number-flow/handler.ts'

type Answer = { Status: string; Reason: string; PhysicalResourceId: string }

const connect = mockClient(ConnectClient)
const answers: Answer[] = []
const cloudFormation = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk) => (body += chunk))
  request.on('end', () => {
    answers.push(JSON.parse(body))
    response.end()
  })
})
let url = ''

beforeAll(async () => {
  process.env['AWS_REGION'] = 'eu-central-1'
  await new Promise<void>((ready) => cloudFormation.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(cloudFormation.address() as AddressInfo).port}/answer`
})
afterAll(() => cloudFormation.close())
beforeEach(() => {
  connect.reset()
  answers.length = 0
})

const customResourceEvent = (RequestType: string) => ({
  RequestType,
  ResponseURL: url,
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'PhoneNumberFlow',
  ...(RequestType === 'Create' ? {} : { PhysicalResourceId: 'number-of-before' }),
  ResourceProperties: {
    ServiceToken: 'arn:function',
    PhoneNumberArn: 'arn:aws:connect:eu-central-1:111122223333:phone-number/number-1',
    InstanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/line-1',
    ContactFlowId: 'arn:aws:connect:eu-central-1:111122223333:instance/line-1/contact-flow/flow-1',
  },
})
const gone = new ResourceNotFoundException({ message: 'no such flow', $metadata: {} })

describe('a number', () => {
  it.each(['Create', 'Update'])('is joined to its flow (%s)', async (request) => {
    await handler(customResourceEvent(request))
    const calls = connect.commandCalls(AssociatePhoneNumberContactFlowCommand).map((call) => call.args[0].input)
    expect(calls).toEqual([{ PhoneNumberId: 'number-1', InstanceId: 'line-1', ContactFlowId: 'flow-1' }])
    expect(answers).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'number-1' }])
  })

  it('is parted from its flow and never given back', async () => {
    await handler(customResourceEvent('Delete'))
    expect(connect.commandCalls(DisassociatePhoneNumberContactFlowCommand)).toHaveLength(1)
    expect(connect.commandCalls(ReleasePhoneNumberCommand)).toHaveLength(0)
    expect(answers).toMatchObject([{ Status: 'SUCCESS', PhysicalResourceId: 'number-of-before' }])
  })

  it('that was never joined can be let go', async () => {
    connect.on(DisassociatePhoneNumberContactFlowCommand).rejects(gone)
    await handler(customResourceEvent('Delete'))
    expect(answers).toMatchObject([{ Status: 'SUCCESS' }])
  })

  it('that cannot be joined fails the deployment with a reason', async () => {
    connect.on(AssociatePhoneNumberContactFlowCommand).rejects(gone)
    await handler(customResourceEvent('Create'))
    expect(answers).toMatchObject([{ Status: 'FAILED', Reason: 'ResourceNotFoundException: no such flow' }])
  })
})
