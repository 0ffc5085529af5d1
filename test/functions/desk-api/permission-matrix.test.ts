import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assignCallbackExample,
  dialledExample,
  noteAttemptExample,
  settleCallbackExample,
} from '../../../shared/contracts/callbacks/callbacks.ts'
import { takeOnExample } from '../../../shared/contracts/cases/cases.ts'
import { logConversationExample, saveDraftExample } from '../../../shared/contracts/conversations/conversations.ts'
import { saveHoursExample } from '../../../shared/contracts/hours/hours.ts'
import { softphoneTriedExample } from '../../../shared/contracts/line/desk-line.ts'
import { askSwapExample, saveShiftsExample, turnAtExample } from '../../../shared/contracts/roster/roster-changes.ts'
import { deskRoutes } from '../../../shared/contracts/routes/desk-routes.ts'
import { filledPath, methodAndPath } from '../../../shared/contracts/routes/route-path.ts'
import type { Absence } from '../../../shared/domain/roster/duty-roster.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { at } from '../../support/time/at.ts'
import { startDesk, type TestDesk } from '../../support/fixtures/desk.ts'
import { makePromise } from '../../support/people/callbacks.ts'
import { makeTakingOn } from '../../support/people/make-cases.ts'
import { fullRoster } from '../../support/people/make.ts'
import { setRoster } from '../../support/people/roster.ts'

// Who may use which route, written by hand and not derived from the route tables, so that a wrong role in a table fails here. A worker of
// another region may use every worker's route, but data of this region is absent there (404).
const expected = {
  //                                                            worker    coordinator  another region's worker
  'GET /api/desk/me': ['in', 'in', 'in'],
  'GET /api/desk/contacts/:contact': ['in', 'absent', 'absent'],
  // The empty code of this request is a 400 before the contact is loaded, so a worker of another region gets that far too.
  'POST /api/desk/contacts/:contact/code': ['in', 'absent', 'in'],
  'POST /api/desk/contacts/:contact/same-person': ['in', 'absent', 'in'],
  'GET /api/desk/hours': ['absent', 'in', 'absent'],
  'PUT /api/desk/hours': ['absent', 'in', 'absent'],
  'GET /api/desk/roster': ['in', 'in', 'in'],
  'POST /api/desk/roster/gaps': ['in', 'in', 'in'],
  'PUT /api/desk/roster/shifts': ['absent', 'in', 'absent'],
  'POST /api/desk/roster/swaps': ['in', 'absent', 'in'],
  'POST /api/desk/roster/swaps/:swap/take': ['in', 'absent', 'absent'],
  'POST /api/desk/roster/swaps/:swap/agree': ['in', 'absent', 'absent'],
  'POST /api/desk/roster/swaps/:swap/refuse': ['in', 'absent', 'absent'],
  'POST /api/desk/roster/swaps/:swap/withdraw': ['in', 'absent', 'absent'],
  'POST /api/desk/roster/take-over': ['in', 'absent', 'in'],
  'POST /api/desk/roster/replace': ['absent', 'in', 'absent'],
  'POST /api/desk/roster/drop': ['absent', 'in', 'absent'],
  'POST /api/desk/roster/add': ['absent', 'in', 'absent'],
  'POST /api/desk/roster/absences': ['in', 'in', 'in'],
  'POST /api/desk/roster/absences/:absence/remove': ['in', 'in', 'absent'],
  'GET /api/desk/calendar': ['in', 'in', 'in'],
  'POST /api/desk/calendar/renew': ['in', 'in', 'in'],
  'GET /api/desk/line': ['in', 'in', 'in'],
  'POST /api/desk/softphone-check': ['in', 'absent', 'in'],
  'GET /api/desk/callbacks': ['in', 'in', 'in'],
  'GET /api/desk/callbacks/unasked': ['in', 'in', 'in'],
  'POST /api/desk/callbacks/:callback/claim': ['in', 'absent', 'absent'],
  'POST /api/desk/callbacks/:callback/release': ['in', 'in', 'absent'],
  'POST /api/desk/callbacks/:callback/number': ['in', 'absent', 'absent'],
  'POST /api/desk/callbacks/:callback/dialled': ['in', 'absent', 'absent'],
  'POST /api/desk/callbacks/:callback/attempts': ['in', 'absent', 'absent'],
  'POST /api/desk/callbacks/:callback/seen': ['in', 'absent', 'absent'],
  'POST /api/desk/callbacks/:callback/undo': ['in', 'absent', 'absent'],
  'POST /api/desk/callbacks/:callback/assign': ['absent', 'in', 'absent'],
  'POST /api/desk/callbacks/:callback/settle': ['absent', 'in', 'absent'],
  'GET /api/desk/to-finish': ['in', 'in', 'in'],
  'PUT /api/desk/conversations/:conversation/draft': ['in', 'absent', 'absent'],
  'POST /api/desk/conversations/:conversation/log': ['in', 'absent', 'absent'],
  'POST /api/desk/conversations/:conversation/take-on': ['in', 'absent', 'absent'],
  'GET /api/desk/places': ['in', 'in', 'in'],
  'GET /api/desk/cases': ['in', 'in', 'in'],
  'GET /api/desk/cases/:case': ['in', 'in', 'absent'],
  'GET /api/desk/figures': ['absent', 'in', 'absent'],
} as const satisfies Record<keyof typeof deskRoutes, readonly ('in' | 'absent')[]>

const noAbsence = { absence: { worker: 'worker_none' } }
const oneTurn = { turn: turnAtExample }
const bodies: Partial<Record<keyof typeof deskRoutes, object>> = {
  'POST /api/desk/contacts/:contact/code': { code: '' },
  'POST /api/desk/contacts/:contact/same-person': { about: '' },
  'PUT /api/desk/hours': saveHoursExample,
  'POST /api/desk/roster/gaps': { shifts: [] },
  'PUT /api/desk/roster/shifts': saveShiftsExample,
  'POST /api/desk/roster/swaps': askSwapExample,
  'POST /api/desk/roster/swaps/:swap/take': { returns: null },
  'POST /api/desk/roster/take-over': oneTurn,
  'POST /api/desk/roster/replace': { ...oneTurn, by: 'worker_none' },
  'POST /api/desk/roster/drop': oneTurn,
  'POST /api/desk/roster/add': { turn: { ...turnAtExample, team: null } },
  'POST /api/desk/roster/absences': noAbsence,
  'POST /api/desk/softphone-check': softphoneTriedExample,
  'POST /api/desk/callbacks/:callback/dialled': dialledExample,
  'POST /api/desk/callbacks/:callback/attempts': noteAttemptExample,
  'POST /api/desk/callbacks/:callback/assign': assignCallbackExample,
  'POST /api/desk/callbacks/:callback/settle': settleCallbackExample,
  'PUT /api/desk/conversations/:conversation/draft': saveDraftExample,
  'POST /api/desk/conversations/:conversation/log': logConversationExample,
  'POST /api/desk/conversations/:conversation/take-on': takeOnExample,
}

let desk: TestDesk
const ids: Record<string, string> = { swap: 'swap_of-sam' }

beforeAll(async () => {
  desk = await startDesk()
  const { stores, noor, sam } = desk
  const { id, conversation } = await desk.contactArrives()
  const taking = makeTakingOn()
  await stores.cases.takeOn(taking)
  const promise = makePromise()
  await stores.callbacks.promise(promise)
  const turn = { day: '2099-01-05', from: '09:00', to: '13:00', role: 'first' } as const
  const swap = { id: 'swap_of-sam', region: 'limburg-oost', asker: sam.id, turn, to: null, wants: null, state: 'asked' } as const
  await stores.swaps.save({ ...swap, taker: null, returns: null, askedAt: at('2026-11-24 10:00') }, 0)
  const absence = (of: string, worker: Worker): Absence => {
    return { id: `absence_${of}`, worker: worker.id, kind: 'leave', from: '2099-01-06', to: '2099-01-06', between: null }
  }
  const absences = [absence('one', noor), absence('other', sam)]
  await setRoster(stores.rosters, 'limburg-oost', { ...fullRoster(), absences })
  Object.assign(ids, { contact: id, conversation, case: taking.case.id, callback: promise.id })
})
afterAll(() => desk?.stop())

function gotIn(status: number): 'in' | 'absent' | 'signed-out' {
  if (status === 401) return 'signed-out'
  return status === 404 ? 'absent' : 'in'
}

describe('who gets in at the desk', () => {
  it.each(Object.entries(expected))('by %s', async (key, [worker, coordinator, elsewhere]) => {
    const { method, path } = methodAndPath(key)
    const body = bodies[key as keyof typeof expected]
    // The worker's request removes its absence, so the other requests need one of their own.
    const request = (absence: string) => ({ method, path: filledPath(path, { ...ids, absence }), ...(body && { body }) })
    const statuses = [
      await desk.ask(desk.noor, request('absence_one')),
      await desk.ask(desk.coordinator, request('absence_other')),
      await desk.ask(desk.fatma, request('absence_other')),
      await desk.askAsIs(request('absence_other')),
    ].map(({ statusCode }) => statusCode)
    expect(statuses.every((status) => status < 500)).toBe(true)
    expect(statuses.map(gotIn)).toEqual([worker, coordinator, elsewhere, 'signed-out'])
  })

  it('is written down for every route of the table', () => {
    expect(Object.keys(expected).sort()).toEqual(Object.keys(deskRoutes).sort())
  })
})
