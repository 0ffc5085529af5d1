import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, describe, expect, it } from 'vitest'
import { putOnce, type Table, writeTogether } from '../../../shared/storage/table/table.ts'
import { openCases } from '../../../shared/storage/cases/cases.ts'
import { at } from '../../support/time/at.ts'
import { makeTakingOn } from '../../support/people/make-cases.ts'

// The embedded engine never gives TransactionConflict; the real service does when two transactions touch one item. Hence a mock.
const client = mockClient(DynamoDBDocumentClient)
const table: Table = {
  client: client as unknown as DynamoDBDocumentClient,
  name: 'line',
  now: () => at('2026-11-24 10:30'),
}
const metadata = { $metadata: {}, message: 'cancelled' }
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({ ...metadata, CancellationReasons: codes.map((Code) => ({ Code })) })

afterEach(() => client.reset())

describe('a transaction that met another one', () => {
  it('is tried again and goes through', async () => {
    client
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('None', 'TransactionConflict'))
      .rejectsOnce(cancelled('ThrottlingError'))
      .resolves({})
    expect(await writeTogether(table, [])).toEqual({ kind: 'written' })
    expect(client.commandCalls(TransactWriteCommand)).toHaveLength(3)
  })

  it('and failed a condition too is tried again before it is believed', async () => {
    client
      .on(TransactWriteCommand)
      .rejectsOnce(cancelled('TransactionConflict', 'ConditionalCheckFailed'))
      .rejects(cancelled('ConditionalCheckFailed', 'None'))
    expect(await writeTogether(table, [])).toEqual({ kind: 'cancelled', failedWrites: [0] })
  })

  it('every time is given up aloud in the end', async () => {
    client.on(TransactWriteCommand).rejects(cancelled('TransactionConflict'))
    await expect(writeTogether(table, [])).rejects.toThrow(TransactionCanceledException)
    expect(client.commandCalls(TransactWriteCommand)).toHaveLength(7)
  })

  it('for a reason that we do not know is an error', async () => {
    client.on(TransactWriteCommand).rejects(cancelled('ItemCollectionSizeLimitExceeded'))
    await expect(writeTogether(table, [])).rejects.toThrow(TransactionCanceledException)
    expect(client.commandCalls(TransactWriteCommand)).toHaveLength(1)
  })

  it('holds up a single write only for a moment', async () => {
    client.on(PutCommand).rejectsOnce(new TransactionConflictException(metadata)).resolves({})
    expect(await putOnce(table, { pk: 'a', sk: 'b' })).toBe('put')
  })
})

describe('a taking on that failed twice over', () => {
  it('tells of the case that is there, before the place that went', async () => {
    const { case: taken, ...rest } = makeTakingOn()
    client.on(TransactWriteCommand).rejects(cancelled('ConditionalCheckFailed', 'ConditionalCheckFailed', 'None', 'None', 'None'))
    client.on(GetCommand).resolves({ Item: { case: 'case_first', worker: taken.worker } })
    const outcome = await openCases(table).takeOn({ ...rest, case: taken })
    expect(outcome).toEqual({ kind: 'already-taken-on', by: { case: 'case_first', worker: taken.worker } })
  })
})
