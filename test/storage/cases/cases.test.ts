import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseStore } from '../../../shared/storage/cases/cases.ts'
import type { NoticeStore } from '../../../shared/storage/notices/notices.ts'
import { at } from '../../support/time/at.ts'
import { makeTakingOn, newWorker } from '../../support/people/make-cases.ts'
import { startTestDatabase, type TestDatabase } from '../../support/fixtures/database.ts'
import { openStores, type Stores } from '../../../shared/storage/stores.ts'

let database: TestDatabase
let cases: CaseStore
let notices: NoticeStore
let stores: Stores

beforeAll(async () => {
  database = await startTestDatabase()
  stores = openStores(database.table(() => at('2026-11-24 11:15')))
  cases = stores.cases
  notices = stores.notices
})
afterAll(() => database?.stop())

async function familiesOf(worker: ReturnType<typeof newWorker>): Promise<number | undefined> {
  return (await cases.familiesOf([worker])).get(worker)
}

describe('a case', () => {
  it('opens with its place, its fact and its notice together', async () => {
    const request = makeTakingOn({ worker: newWorker() })
    expect(await cases.takeOn(request)).toEqual({ kind: 'taken-on' })
    expect(await cases.caseOf(request.case.id)).toEqual(request.case)
    expect(await familiesOf(request.case.worker)).toBe(1)
    expect(await stores.conversations.takenOn(request.case.conversation)).toEqual({ case: request.case.id, worker: request.case.worker })
    expect(await stores.contacts.factsOf(request.contact)).toEqual([
      { kind: 'case-taken-on', at: request.case.takenOnAt, case: request.case.id, worker: request.case.worker },
    ])
    expect((await notices.due()).map((notice) => notice.id)).toContain(request.case.id)
  })

  it('is one, when sixty-four take the same conversation on at once', async () => {
    const { contact, case: model } = makeTakingOn()
    const requests = Array.from({ length: 64 }, () => {
      const request = makeTakingOn({ conversation: model.conversation, worker: newWorker() })
      return { ...request, contact }
    })
    const outcomes = await Promise.all(requests.map((request) => cases.takeOn(request)))
    const winner = requests[outcomes.findIndex((outcome) => outcome.kind === 'taken-on')]?.case
    expect(outcomes.filter((outcome) => outcome.kind === 'taken-on')).toHaveLength(1)
    for (const outcome of outcomes) {
      if (outcome.kind !== 'taken-on')
        expect(outcome).toEqual({ kind: 'already-taken-on', by: { case: winner?.id, worker: winner?.worker } })
    }
    const carried = await cases.familiesOf(requests.map((request) => request.case.worker))
    expect([...carried.values()].reduce((sum, families) => sum + families, 0)).toBe(1)
    expect(await stores.contacts.factsOf(contact)).toHaveLength(1)
    const opened = await Promise.all(requests.map((request) => cases.caseOf(request.case.id)))
    expect(opened.filter((one) => one !== null)).toHaveLength(1)
  }, 60_000)

  it('on the last place goes to one of many, the others hear that it just went', async () => {
    const worker = newWorker()
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => cases.takeOn(makeTakingOn({ worker }, 1))))
    expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual([...Array(9).fill('place-just-went'), 'taken-on'])
    expect(await familiesOf(worker)).toBe(1)
  })

  it('on top of a full caseload goes through with a reason', async () => {
    const worker = newWorker()
    await cases.takeOn(makeTakingOn({ worker }, 1))
    expect(await cases.takeOn(makeTakingOn({ worker }, 1))).toEqual({ kind: 'place-just-went' })
    const onTop = makeTakingOn({ worker, overCapacityReason: 'Zij kent het gezin al.' }, 1)
    expect(await cases.takeOn(onTop)).toEqual({ kind: 'taken-on' })
    expect(await familiesOf(worker)).toBe(2)
    expect(await cases.caseOf(onTop.case.id)).toMatchObject({ overCapacityReason: 'Zij kent het gezin al.' })
  })

  it('for a worker without places needs a reason from the first', async () => {
    expect(await cases.takeOn(makeTakingOn({ worker: newWorker() }, 0))).toEqual({ kind: 'place-just-went' })
  })

  it('that lost leaves nothing behind', async () => {
    const worker = newWorker()
    await cases.takeOn(makeTakingOn({ worker }, 1))
    const lost = makeTakingOn({ worker }, 1)
    await cases.takeOn(lost)
    expect(await cases.caseOf(lost.case.id)).toBeNull()
    expect(await stores.conversations.takenOn(lost.case.conversation)).toBeNull()
    expect(await stores.contacts.factsOf(lost.contact)).toEqual([])
    expect((await notices.due()).map((notice) => notice.id)).not.toContain(lost.case.id)
  })
})

describe('the families of a worker', () => {
  it('are hers alone, oldest first', async () => {
    const worker = newWorker()
    const later = makeTakingOn({ worker, takenOnAt: at('2026-11-24 12:00') })
    const earlier = makeTakingOn({ worker, takenOnAt: at('2026-11-02 09:00') })
    for (const request of [later, earlier, makeTakingOn({ worker: newWorker() })]) await cases.takeOn(request)
    expect(await cases.casesOf(worker)).toEqual([earlier.case, later.case])
  })

  it('of many workers are counted together', async () => {
    const [one, none] = [newWorker(), newWorker()]
    await cases.takeOn(makeTakingOn({ worker: one }))
    expect(await cases.familiesOf([one, none])).toEqual(
      new Map([
        [one, 1],
        [none, 0],
      ]),
    )
    expect(await cases.familiesOf([])).toEqual(new Map())
  })
})

describe('a notice', () => {
  it('leaves the outbox when it was sent', async () => {
    const request = makeTakingOn({ worker: newWorker() })
    await cases.takeOn(request)
    expect(await notices.due()).toContainEqual(request.notice)
    await notices.sent(request.notice)
    await notices.sent(request.notice)
    expect(await notices.due()).not.toContainEqual(request.notice)
  })
})
