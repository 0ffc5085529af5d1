import {
  AssociatePhoneNumberContactFlowCommand,
  ConnectClient,
  DisassociatePhoneNumberContactFlowCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-connect'
import * as z from 'zod'

const Place = z.object({ PhoneNumberArn: z.string().min(1), InstanceArn: z.string().min(1), ContactFlowId: z.string().min(1) })

const Options = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string(),
  RequestId: z.string(),
  LogicalResourceId: z.string(),
  PhysicalResourceId: z.string().optional(),
  ResourceProperties: Place,
})
type Options = z.infer<typeof Options>
type Outcome = { kind: 'done' } | { kind: 'failed'; reason: string }

const connect = new ConnectClient({})

/**
 * A custom resource that associates a telephone number with its flow, for which CloudFormation has no resource type. Deleting it removes
 * the association but never releases the number.
 */
export async function handler(event: unknown): Promise<void> {
  const options = Options.parse(event)
  const numberId = lastPart(options.ResourceProperties.PhoneNumberArn)
  const outcome = await carriedOut(options, numberId)
  await answer(options, numberId, outcome)
}

// Every error must be reported, because CloudFormation waits an hour for an answer.
async function carriedOut(options: Options, numberId: string): Promise<Outcome> {
  try {
    await (options.RequestType === 'Delete' ? part(options, numberId) : join(options, numberId))
    return { kind: 'done' }
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' }
  }
}

async function join({ ResourceProperties }: Options, PhoneNumberId: string): Promise<void> {
  const InstanceId = lastPart(ResourceProperties.InstanceArn)
  const ContactFlowId = lastPart(ResourceProperties.ContactFlowId)
  await connect.send(new AssociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId, ContactFlowId }))
}

async function part({ ResourceProperties }: Options, PhoneNumberId: string): Promise<void> {
  const InstanceId = lastPart(ResourceProperties.InstanceArn)
  try {
    await connect.send(new DisassociatePhoneNumberContactFlowCommand({ PhoneNumberId, InstanceId }))
  } catch (error) {
    // No longer associated, or never because the creation failed.
    if (!(error instanceof ResourceNotFoundException)) throw error
  }
}

async function answer(options: Options, numberId: string, outcome: Outcome): Promise<void> {
  const body = JSON.stringify({
    Status: outcome.kind === 'done' ? 'SUCCESS' : 'FAILED',
    Reason: outcome.kind === 'failed' ? outcome.reason : 'done',
    // Another number is another resource, so that CloudFormation deletes the old association by itself.
    PhysicalResourceId: (options.RequestType === 'Delete' && options.PhysicalResourceId) || numberId,
    StackId: options.StackId,
    RequestId: options.RequestId,
    LogicalResourceId: options.LogicalResourceId,
  })
  const response = await fetch(options.ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' } })
  if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}`)
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}
