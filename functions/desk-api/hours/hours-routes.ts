import { type HoursSaved, SaveHours } from '../../../shared/contracts/hours.ts'
import { bodyOf, respond } from '../../http-app.ts'
import type { DeskRoute } from '../desk/access.ts'
import { openingHours, saveOpeningHours } from './hours.ts'

const statusOf = { saved: 200, stale: 409, contradicts: 422 } as const satisfies Record<HoursSaved['kind'], number>

const coordinators = ['coordinator'] as const

/** The routes of the opening hours, for the coordinator. */
export const hoursRoutes: readonly DeskRoute[] = [
  {
    method: 'get',
    path: '/api/desk/hours',
    roles: coordinators,
    answer: async (desk, context) => respond(context, await openingHours(desk)),
  },
  {
    method: 'put',
    path: '/api/desk/hours',
    roles: coordinators,
    answer: async (desk, context) => {
      const saved = await saveOpeningHours(desk, await bodyOf(context, SaveHours))
      // The hours are saved all the same; what could not be started must be seen by whoever reads the log.
      if (saved.kind === 'saved' && !saved.isLive) context.get('requestLog').errorName = 'NotStartedNow'
      return respond(context, saved, statusOf[saved.kind])
    },
  },
]
