import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorkerStore } from '../../../shared/storage/workers/workers.ts'
import { at } from '../../support/time/at.ts'
import { makeWorker } from '../../support/people/make-cases.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { openStores } from '../../../shared/storage/stores.ts'

let database: TestDatabase
let workers: WorkerStore

beforeAll(async () => {
  database = await startTestDatabase()
  workers = openStores(database.table(() => at('2026-11-24 10:30'))).workers
})
afterAll(() => database?.stop())

const arn = (id: string) => `arn:aws:connect:eu-central-1:111122223333:instance/i/agent/${id}`

describe('a worker', () => {
  it('is found by her region, her sign-in and her agent', async () => {
    const worker = makeWorker({ agentArn: arn('one') })
    await workers.save(worker)
    expect(await workers.workerOf('limburg-oost', worker.id)).toEqual(worker)
    expect(await workers.bySubject(worker.subject)).toEqual(worker)
    expect(await workers.byAgentArn(arn('one'))).toEqual(worker)
    expect(await workers.inRegion('limburg-oost')).toContainEqual(worker)
  })

  it('is of one region only', async () => {
    const worker = makeWorker()
    await workers.save(worker)
    expect(await workers.workerOf('voor-en-noorderkempen', worker.id)).toBeNull()
    expect(await workers.inRegion('voor-en-noorderkempen')).not.toContainEqual(worker)
  })

  it('is no longer who signed in under her former name', async () => {
    const worker = makeWorker({ agentArn: arn('former') })
    await workers.save(worker)
    await workers.save({ ...worker, subject: 'a-new-subject', agentArn: arn('present') })
    expect(await workers.bySubject(worker.subject)).toBeNull()
    expect(await workers.byAgentArn(arn('former'))).toBeNull()
    expect(await workers.bySubject('a-new-subject')).toMatchObject({ id: worker.id })
  })

  it('learns which agent she is', async () => {
    const worker = makeWorker()
    await workers.save(worker)
    await workers.setAgentArn(worker, arn('learned'))
    expect(await workers.byAgentArn(arn('learned'))).toEqual({ ...worker, agentArn: arn('learned') })
  })

  it('nobody knows is nobody', async () => {
    expect(await workers.bySubject('nobody')).toBeNull()
    expect(await workers.byAgentArn(arn('nobody'))).toBeNull()
  })
})
