import type { DeskCase, TakenOn, TakeOn } from '../../../shared/contracts/cases/cases.ts'
import { dayOf, wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import { type Case, perspectiveTalkDue } from '../../../shared/domain/cases/case.ts'
import { type Caseload, freePlaces, placesOf, weighTakingOn } from '../../../shared/domain/cases/caseload.ts'
import { refusalToTakeOn } from '../../../shared/domain/conversations/coaching.ts'
import { CaseId, type ConversationId } from '../../../shared/domain/ids.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversation-items.ts'
import type { Worker } from '../../../shared/storage/workers/workers.ts'
import { loadContact } from '../contacts/load-contact.ts'
import { type Desk, namesIn } from '../desk/deps.ts'

/**
 * The conversation or the chosen worker does not exist in the region of the signed-in worker. The handler turns these into a 404 and a 400.
 */
export type NotThere = { kind: 'no-conversation' } | { kind: 'no-worker' }

/**
 * Opens the one case of a logged conversation and assigns it to a worker of the region. A worker without a free place can be assigned one
 * more case only with a reason, which is stored with the case.
 */
export async function takeOnCase(desk: Desk, id: ConversationId, request: TakeOn): Promise<TakenOn | NotThere> {
  const conversation = await desk.conversations.conversationOf(id)
  if (conversation?.region !== desk.worker.region) return { kind: 'no-conversation' }
  const before = await desk.conversations.takenOn(id)
  if (before) return alreadyTakenOn(desk, before)
  if (conversation.state !== 'logged') return { kind: 'not-logged' }
  const refusal = refusalToTakeOn(conversation.notes, dayOf(desk.now()))
  if (refusal !== null) return { kind: refusal }
  const worker = await desk.workers.workerOf(desk.worker.region, request.worker)
  if (worker?.role !== 'worker') return { kind: 'no-worker' }

  const caseload = await caseloadOf(desk, worker)
  const weighed = weighTakingOn(caseload, request.reason)
  if (weighed.kind === 'needs-reason') return { ...weighed, why: 'full' }
  const reason = request.reason === '' ? null : request.reason
  const onTop = freePlaces(caseload) > 0 ? null : reason
  return open(desk, { conversation, worker, caseload }, { reason, onTop })
}

type Opening = { conversation: Conversation; worker: Worker; caseload: Caseload }
type Reasons = { reason: string | null; onTop: string | null }

async function open(desk: Desk, opening: Opening, { reason, onTop }: Reasons): Promise<TakenOn> {
  const { conversation, worker, caseload } = opening
  const taken = await caseOf(desk, opening, onTop)
  const notice = {
    id: taken.id,
    kind: 'case-taken-on',
    region: taken.region,
    worker: worker.id,
    at: taken.takenOnAt,
    minutes: null,
  } as const
  const places = placesOf(caseload)
  const outcome = await desk.cases.takeOn({ case: taken, contact: conversation.contact, places, notice })
  if (outcome.kind === 'already-taken-on') return alreadyTakenOn(desk, outcome.by)
  if (outcome.kind === 'taken-on') return { kind: 'taken-on', case: await deskCase(desk, taken) }
  // Another request took the last place between the check above and this write. If a reason was given, use it and try again.
  if (reason !== null && onTop === null) return open(desk, opening, { reason, onTop: reason })
  return { kind: 'needs-reason', families: Math.max(places, caseload.families), places, why: 'last-place-just-went' }
}

async function caseOf(desk: Desk, { conversation, worker }: Opening, onTop: string | null): Promise<Case> {
  const view = await loadContact(desk, conversation.contact)
  const municipality = conversation.notes.municipality ?? view?.municipality ?? null
  const served = openRegion(worker.region)?.municipalities.find((one) => one.nis === municipality)
  return {
    id: CaseId.parse(desk.newCaseId()),
    region: worker.region,
    team: served?.team ?? worker.team,
    worker: worker.id,
    conversation: conversation.id,
    municipality,
    stage: 'taken-on',
    referredAt: view?.arrivedAt ?? conversation.openedAt,
    takenOnAt: desk.now(),
    overCapacityReason: onTop,
  }
}

/** A worker's current number of cases, with the figures from which the domain computes how many places that worker has. */
export async function caseloadOf(desk: Desk, worker: Worker): Promise<Caseload> {
  const families = (await desk.cases.familiesOf([worker.id])).get(worker.id) ?? 0
  return { share: worker.share, familiesPerFullTimer: openRegion(worker.region)?.familiesPerFullTimer ?? 0, families }
}

/** The answer form of a case: worker ids are replaced by names, moments by wall time. */
export async function deskCase(desk: Desk, one: Case): Promise<DeskCase> {
  const names = await namesIn(desk)
  return {
    id: one.id,
    worker: names.get(one.worker) ?? one.worker,
    municipality: one.municipality,
    stage: one.stage,
    referred: wallMomentOf(one.referredAt, desk.now()),
    perspectiveTalkDue: perspectiveTalkDue(one.referredAt),
    conversationId: one.conversation,
    overCapacityReason: one.overCapacityReason,
  }
}

async function alreadyTakenOn(desk: Desk, by: { case: CaseId; worker: string }): Promise<TakenOn> {
  const names = await namesIn(desk)
  return { kind: 'already-taken-on', caseId: by.case, worker: names.get(by.worker) ?? by.worker }
}
