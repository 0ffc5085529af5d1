import {
  type AttemptNoted,
  type CallbackClaimed,
  type CallbackDialled,
  type CallbackNumber,
  type CallbackSeen,
  Dialled,
  NoteAttempt,
} from '../../../shared/contracts/callbacks.ts'
import { CallbackId } from '../../../shared/domain/ids.ts'
import { bodyOf, type AppContext, respond } from '../../http-app.ts'
import { type DeskRoute, found, idIn } from '../desk/access.ts'
import { claim, dialled, ledger, markSeen, noteAttempt, numberOf, release } from './callbacks.ts'
import { figures } from '../reports/figures.ts'
import type { Desk } from '../desk/deps.ts'

type Answer = CallbackClaimed | CallbackNumber | CallbackDialled | AttemptNoted | CallbackSeen

const statusOf = {
  claimed: 200,
  released: 200,
  number: 200,
  dialled: 200,
  noted: 200,
  seen: 200,
  'claimed-by-other': 409,
  'not-yours': 409,
  promised: 409,
  closed: 409,
  erased: 410,
} as const satisfies Record<Answer['kind'], number>

// Coordinators see the ledger and the figures, and give back what somebody went home with; who calls back, and the number, are of those who do
// the work.
const workers = ['worker'] as const
const everybody = ['worker', 'coordinator'] as const

type Step = (desk: Desk, id: CallbackId, context: AppContext) => Promise<Answer | null>

function step(name: string, answer: Step, roles: DeskRoute['roles'] = workers): DeskRoute {
  return {
    method: 'post',
    path: `/api/desk/callbacks/:callback/${name}`,
    roles,
    answer: async (desk, context) => {
      const said = found(await answer(desk, idIn(context, 'callback', CallbackId), context))
      return respond(context, said, statusOf[said.kind])
    },
  }
}

/** The routes of the call-back ledger, and of the figures that are counted from it. */
export const callbackRoutes: readonly DeskRoute[] = [
  {
    method: 'get',
    path: '/api/desk/callbacks',
    roles: everybody,
    answer: async (desk, context) => respond(context, await ledger(desk)),
  },
  {
    method: 'get',
    path: '/api/desk/figures',
    roles: ['coordinator'],
    answer: async (desk, context) => respond(context, await figures(desk)),
  },
  step('claim', claim),
  step('release', release, everybody),
  step('number', numberOf),
  step('dialled', async (desk, id, context) => dialled(desk, id, await bodyOf(context, Dialled))),
  step('attempts', async (desk, id, context) => noteAttempt(desk, id, await bodyOf(context, NoteAttempt))),
  step('seen', markSeen),
]
