import * as z from 'zod'
import { RegionId } from '../../domain/ids.ts'
import { Language } from '../../domain/regions/region.ts'
import { WallMoment } from '../wall-moment.ts'

/** Between which moments, inside opening hours, we call back; `from` is null when that time has begun. */
export const CallBackTime = z.strictObject({ from: WallMoment.nullable(), by: WallMoment })
export type CallBackTime = z.infer<typeof CallBackTime>

const closedStates = [
  z.strictObject({ kind: z.literal('closed'), opens: WallMoment.nullable() }),
  // Nobody stands in the roster, or nobody of the roster is signed in: to the referrer it is the same, and our fault.
  z.strictObject({ kind: z.literal('nobody-on-duty') }),
] as const

/** A line on which no chat can be started now. */
export const ClosedState = z.discriminatedUnion('kind', closedStates)

/** How a line stands. `busy`: everybody who has the line is in conversation, and so many wait already. */
export const LineState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), closes: WallMoment }),
  z.strictObject({ kind: z.literal('busy'), before: z.int().min(0) }),
  z.strictObject({ kind: z.literal('closing-soon'), closes: WallMoment }),
  ...closedStates,
])

const namedRegion = { id: RegionId, brand: z.string(), name: z.string(), phone: z.string().nullable() }

/** All that the chat frame shows before a word is typed. */
export const WidgetLine = z.strictObject({
  region: z.strictObject({ ...namedRegion, crisisPhone: z.string().nullable(), languages: z.array(Language) }),
  state: LineState,
  /** When we would call back, told before a number is given; null = the roster keeps no moment that we could promise. */
  callBack: CallBackTime.nullable(),
  /** Every municipality of Flanders and Brussels, for the search field: [NIS, name]. */
  municipalities: z.array(z.tuple([z.string(), z.string()])),
})
export type WidgetLine = z.infer<typeof WidgetLine>

/** Which team a municipality belongs to, seen from this line. */
export const MunicipalityTeam = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('here'), team: z.string().nullable() }),
  z.strictObject({ kind: z.literal('other-region'), region: z.strictObject(namedRegion) }),
  z.strictObject({ kind: z.literal('not-known') }),
])
export type MunicipalityTeam = z.infer<typeof MunicipalityTeam>
