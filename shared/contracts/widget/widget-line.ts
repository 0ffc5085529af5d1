import * as z from 'zod'
import { RegionId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import { WallMoment } from '../wall-moment.ts'

/** The time in which we call back, inside opening hours; `from` is null when it has already begun. */
export const CallBackTime = z.strictObject({ from: WallMoment.nullable(), by: WallMoment })
export type CallBackTime = z.infer<typeof CallBackTime>

const closedStates = [
  z.strictObject({ kind: z.literal('closed'), opens: WallMoment.nullable() }),
  // The roster has nobody on duty, or nobody on duty is signed in: the referrer is not told which.
  z.strictObject({ kind: z.literal('nobody-on-duty') }),
] as const

/** The states in which no chat can be started. */
export const ClosedState = z.discriminatedUnion('kind', closedStates)

/** The state of a line. `busy`: no worker is free, and `before` contacts wait already. */
export const LineState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), closes: WallMoment }),
  z.strictObject({ kind: z.literal('busy'), before: z.int().min(0) }),
  z.strictObject({ kind: z.literal('closing-soon'), closes: WallMoment }),
  ...closedStates,
])

const namedRegion = { id: RegionId, brand: z.string(), name: z.string(), phone: z.string().nullable() }

/** What the chat frame shows before a chat is started. */
export const WidgetLine = z.strictObject({
  region: z.strictObject({ ...namedRegion, crisisPhone: z.string().nullable(), languages: z.array(Language) }),
  state: LineState,
  /** When we would call back, shown before a number is given; null = no time can be promised from the roster. */
  callBack: CallBackTime.nullable(),
  /** To start a chat with, within five minutes and once. It may ask work; which, the answer to the start tells with a new ticket. */
  startTicket: z.string(),
  /** Every municipality of Flanders and Brussels, for the search field: [NIS code, name]. */
  municipalities: z.array(z.tuple([z.string(), z.string()])),
})
export type WidgetLine = z.infer<typeof WidgetLine>

/** The team of this region that serves a municipality, or the other region whose line does; `not-known` = no line serves it. */
export const MunicipalityTeam = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('here'), team: z.string().nullable() }),
  z.strictObject({ kind: z.literal('other-region'), region: z.strictObject(namedRegion) }),
  z.strictObject({ kind: z.literal('not-known') }),
])
export type MunicipalityTeam = z.infer<typeof MunicipalityTeam>
