import type { Presence } from '../../shared/connect/presence.ts'
import type { LineClosed } from '../../shared/contracts/widget/chats.ts'
import type { CallBackTime, WidgetLine, MunicipalityTeam } from '../../shared/contracts/widget/widget-line.ts'
import { wallMomentOf } from '../../shared/domain/time/brussels-time.ts'
import type { CallbackPromise, CallbackReason } from '../../shared/domain/callbacks/callback.ts'
import { promiseFor } from '../../shared/domain/callbacks/callback-promise.ts'
import { searchableMunicipalities } from '../../shared/domain/regions/municipalities.ts'
import { openingAt } from '../../shared/domain/hours/opening-hours.ts'
import { type OpeningHours, type OpenRegion, lookUpMunicipality } from '../../shared/domain/regions/region.ts'
import { regions } from '../../shared/domain/regions/regions.ts'
import { decideRoute, type RouteDecision } from '../../shared/domain/line/routing.ts'
import { type DutyRoster, emptyRoster } from '../../shared/domain/roster/duty-roster.ts'
import type { HoursStore } from '../../shared/storage/hours/hours.ts'
import type { RosterStore } from '../../shared/storage/roster/rosters.ts'
import { nameOf, withTimeout } from '../lambda.ts'

export type OpeningDeps = {
  hoursOf: HoursStore['hoursOf']
  rosterOf: RosterStore['rosterOf']
  presenceOf(region: OpenRegion['id']): Promise<Presence>
  now(): Date
}

// The browser shows the numbers alone after four seconds.
const readBudgetMilliseconds = 1_900

const offered: RouteDecision = { kind: 'offer', team: null, first: [], backup: [] }

export type LineState = WidgetLine['state']

/** A line at this moment: its state, the reason that a call-back asked now would have, and the time we would promise for it. */
export type SeenLine = {
  state: LineState
  reason: CallbackReason
  promise: CallbackPromise | null
  /** How many contacts wait; 0 when it is not known. */
  waiting: number
  /** The error when the database or Connect did not answer; `state` then follows from what is known without it. */
  errorName: string | null
}

type Stored = { hours: OpeningHours; roster: DutyRoster | null; errorName: string | null }
type Known = { hours: OpeningHours; decision: RouteDecision; presence: Presence | null; now: Date }

/** The state of a region's line, from its opening hours, its roster and who is signed in at Connect. */
export async function seeLine(deps: OpeningDeps, region: OpenRegion): Promise<SeenLine> {
  const { hours, roster, errorName } = await storedLine(deps, region)
  const now = deps.now()
  const decision = decideRoute({ hours, roster: roster ?? emptyRoster, municipality: null }, now)
  // Without the roster Connect alone decides whether somebody is there, as for a contact that is routed then.
  const isShut = decision.kind === 'closed' || (decision.kind === 'nobody-on-duty' && roster !== null)
  // A closed line is not asked of Connect: Connect throttles these requests, and `watch-line` needs them before an opening.
  const presence = isShut ? null : await deps.presenceOf(region.id)
  return {
    ...stateOf({ hours, decision: isShut || decision.kind !== 'nobody-on-duty' ? decision : offered, presence, now }),
    promise: promiseFor(hours, roster ?? emptyRoster, now),
    waiting: presence?.kind === 'known' ? presence.waiting : 0,
    errorName: errorName ?? (presence?.kind === 'not-known' ? presence.errorName : null),
  }
}

async function storedLine(deps: OpeningDeps, region: OpenRegion): Promise<Stored> {
  try {
    const [hours, roster] = await withTimeout(readBudgetMilliseconds, Promise.all([deps.hoursOf(region.id), deps.rosterOf(region.id)]))
    return { hours, roster, errorName: null }
  } catch (error) {
    // Any failure of the database, expected or not: a chat does not need it, and the region's data file still tells the hours.
    return { hours: region.hours, roster: null, errorName: nameOf(error) }
  }
}

function stateOf({ hours, decision, presence, now }: Known): Pick<SeenLine, 'state' | 'reason'> {
  if (decision.kind === 'closed') {
    return { state: { kind: 'closed', opens: decision.opensAt && wallMomentOf(decision.opensAt, now) }, reason: 'closed' }
  }
  if (decision.kind === 'nobody-on-duty') return { state: { kind: 'nobody-on-duty' }, reason: 'nobody-on-duty' }
  if (presence?.kind === 'known' && presence.staffed === 0) return { state: { kind: 'nobody-on-duty' }, reason: 'nobody-signed-in' }
  if (decision.kind === 'closing-soon') {
    return { state: { kind: 'closing-soon', closes: wallMomentOf(decision.closesAt, now) }, reason: 'closing' }
  }
  // A referrer who asks for a call while the line is open does not want to wait: the reason is `busy`, also in the state `open`.
  if (presence?.kind === 'known' && presence.free === 0) return { state: { kind: 'busy', before: presence.waiting }, reason: 'busy' }
  return { state: { kind: 'open', closes: wallMomentOf(closingOf(hours, now), now) }, reason: 'busy' }
}

/** True when nobody can start a chat in this state. */
export function isClosedFor(state: LineState): state is LineClosed['state'] {
  return state.kind === 'closed' || state.kind === 'nobody-on-duty'
}

/** The answer form of a promised time; `from` is null when it has already begun. */
export function callBackTimeOf(promise: CallbackPromise | null, now: Date): CallBackTime | null {
  return promise && { from: promise.from > now ? wallMomentOf(promise.from, now) : null, by: wallMomentOf(promise.by, now) }
}

/** What the chat frame shows before a chat is started, with the ticket to start one. */
export function widgetLine(region: OpenRegion, { state, promise, startTicket }: SeenLine & { startTicket: string }, now: Date): WidgetLine {
  const { id, brand, name, publicPhone: phone, languages } = region
  return {
    region: { id, brand, name, phone, crisisPhone: region.crisisPhone?.written ?? null, languages },
    state,
    callBack: callBackTimeOf(promise, now),
    startTicket,
    municipalities: searchableMunicipalities(),
  }
}

/** The team that serves a municipality, or the other region whose line does. */
export function municipalityTeam(region: OpenRegion, nis: string): MunicipalityTeam {
  const municipality = lookUpMunicipality(nis, region, regions)
  if (municipality.kind === 'not-known') return municipality
  if (municipality.kind === 'here') {
    const team = region.teams.find((one) => one.id === municipality.municipality.team)
    return { kind: 'here', team: team?.name ?? null }
  }
  const { id, brand, name, publicPhone: phone } = municipality.region
  return { kind: 'other-region', region: { id, brand, name, phone } }
}

function closingOf(hours: OpeningHours, now: Date): Date {
  const opening = openingAt(hours, now)
  return opening.kind === 'open' ? opening.closesAt : now
}
