import type { LineClosed, WidgetLine, WidgetPlace } from '../../shared/contracts/widget.ts'
import { wallMomentOf } from '../../shared/domain/brussels-time.ts'
import { searchableMunicipalities } from '../../shared/domain/municipalities.ts'
import { openingAt } from '../../shared/domain/opening-hours.ts'
import { type OpenRegion, placeOf } from '../../shared/domain/region.ts'
import { openRegion, regions } from '../../shared/domain/regions.ts'
import { decideRoute } from '../../shared/domain/routing.ts'
import type { RosterStore } from '../../shared/storage/rosters.ts'

export type OpeningTools = { rosterOf: RosterStore['rosterOf']; now(): Date }

export type LineState = WidgetLine['state']

/** Whether a region's line takes a chat now, by its hours and its roster. */
export async function lineState(tools: OpeningTools, region: OpenRegion): Promise<LineState> {
  const roster = await tools.rosterOf(region.id)
  const now = tools.now()
  const decision = decideRoute({ hours: region.hours, roster, place: null }, now)
  switch (decision.kind) {
    case 'closed':
      return { kind: 'closed', opens: decision.opensAt && wallMomentOf(decision.opensAt, now) }
    case 'nobody-on-duty':
      return { kind: 'nobody-on-duty' }
    case 'closing-soon':
      return { kind: 'closing-soon', closes: wallMomentOf(decision.closesAt, now) }
    case 'offer':
      return { kind: 'open', closes: wallMomentOf(closingOf(region, now), now) }
  }
}

/** True when nobody can start a chat in this state. */
export function isClosedFor(state: LineState): state is LineClosed['state'] {
  return state.kind === 'closed' || state.kind === 'nobody-on-duty'
}

/** All that the chat frame shows before a word is typed; null for a region whose line we do not know. */
export async function widgetLine(tools: OpeningTools, id: string): Promise<WidgetLine | null> {
  const region = openRegion(id)
  if (!region) return null
  const { brand, name, publicPhone: phone, languages } = region
  return {
    region: { id: region.id, brand, name, phone, crisisPhone: region.crisisPhone?.written ?? null, languages },
    state: await lineState(tools, region),
    municipalities: searchableMunicipalities(),
  }
}

/** Which team or line a municipality belongs to, as the widget says it. */
export function widgetPlace(region: OpenRegion, nis: string): WidgetPlace {
  const place = placeOf(nis, region, regions)
  if (place.kind === 'not-known') return place
  if (place.kind === 'here') {
    const team = region.teams.find((one) => one.id === place.municipality.team)
    return { kind: 'here', team: team?.name ?? null }
  }
  const { id, brand, name, publicPhone: phone } = place.region
  return { kind: 'other-region', region: { id, brand, name, phone } }
}

function closingOf(region: OpenRegion, now: Date): Date {
  const opening = openingAt(region.hours, now)
  return opening.kind === 'open' ? opening.closesAt : now
}
