import * as z from 'zod'
import { Clock, Day } from '../time/day.ts'
import { weekdays } from '../time/brussels-time.ts'
import { RegionId, TeamId } from '../ids.ts'

/** One span of opening hours: from `from` up to, not including, `to`. */
export const Span = z
  .strictObject({ from: Clock, to: Clock })
  .refine((span) => span.from < span.to, { message: 'a span ends after it begins' })
export type Span = z.infer<typeof Span>

/** Days on which a region is closed for a reason of its own, both ends included. */
export const Closure = z
  .strictObject({ from: Day, to: Day, reason: z.string().min(1).max(200) })
  .refine((closure) => closure.from <= closure.to, { message: 'a closure ends on or after its first day' })
export type Closure = z.infer<typeof Closure>

// Sorted and with a gap between them: spans that touch would announce a closing time in the middle of open hours.
const SpansOfDay = z.array(Span).min(1).refine(standApart, { message: 'the spans of a day stand in order, with time between them' })

/** When a line is open: weekly spans in wall time, the Flemish feast, and closing days of its own. */
export const OpeningHours = z.strictObject({
  week: z.partialRecord(z.enum(weekdays), SpansOfDay),
  /** Whether the line is closed on 11 July, the feast of the Flemish Community (docs/sources.md 6.2). */
  flemishFeast: z.boolean(),
  closures: z.array(Closure),
})
export type OpeningHours = z.infer<typeof OpeningHours>

/** A language in which a caller can be addressed. */
export const Language = z.enum(['nl', 'fr', 'en'])
export type Language = z.infer<typeof Language>

/** A municipality by its NIS code, the code of the national statistics office. */
export const Municipality = z.strictObject({ nis: z.string().regex(/^\d{5}$/), name: z.string().min(1) })
export type Municipality = z.infer<typeof Municipality>

/** A municipality of a region; `team` is null where no source says which team serves it: then any team of the region answers. */
export const AreaMunicipality = z.strictObject({ ...Municipality.shape, team: TeamId.nullable() })
export type AreaMunicipality = z.infer<typeof AreaMunicipality>

const Line = z.strictObject({
  id: RegionId,
  brand: z.string().min(1),
  name: z.string().min(1),
  sources: z.array(z.string()).min(1),
  assumptions: z.array(z.string()),
})

/** A partnership whose hours and area have a source, so that its line can open. */
export const OpenRegion = z
  .strictObject({
    ...Line.shape,
    status: z.literal('sourced'),
    /** The brand as the voice says it: "Eén Gezin Eén Plan". */
    spokenBrand: z.string().min(1),
    /** The name of the region as spoken after "de permanentie voor". */
    spokenName: z.string().min(1),
    workerTitle: z.string().min(1),
    languages: z.array(Language).min(1),
    hours: OpeningHours,
    teams: z.array(z.strictObject({ id: TeamId, name: z.string().min(1) })).min(1),
    municipalities: z.array(AreaMunicipality).min(1),
    /** Municipalities of which no source says whether they belong to this region: shown as unconfirmed, never guessed. */
    unconfirmedMunicipalities: z.array(Municipality),
    /** The number shown to people, written as in its source; null until the coordinator gives it. */
    publicPhone: z.string().nullable(),
    /** The number of the local line; it cannot be dialled from a telephone network. */
    demoPhone: z.string().regex(/^\+32000000\d{3}$/),
    /** Spoken and shown only with a source; null without one. */
    crisisPhone: z.strictObject({ written: z.string(), spoken: z.string() }).nullable(),
    familiesPerFullTimer: z.int().positive(),
    averageMonths: z.int().positive(),
    /** Whether callers are asked who they are before the queue; an answer is never required. */
    asksWho: z.boolean(),
    /** Seconds after which a waiting contact is offered to the backup too. */
    backupAfterSeconds: z.int().min(0).max(600),
    /** Seconds a contact may wait before those on duty are notified. */
    longestWaitSeconds: z.int().min(60).max(1200),
  })
  .refine(hasKnownTeams, { message: 'a municipality names a team of its region' })
export type OpenRegion = z.infer<typeof OpenRegion>

/** A partnership known by name only: listed, without a line. */
export const UnconfirmedRegion = z.strictObject({ ...Line.shape, status: z.literal('unconfirmed') })
export type UnconfirmedRegion = z.infer<typeof UnconfirmedRegion>

/** A partnership, with a line or only listed. */
export const Region = z.discriminatedUnion('status', [OpenRegion, UnconfirmedRegion])
export type Region = z.infer<typeof Region>

/** Where a municipality belongs, seen from one region. */
export type MunicipalityLookup =
  | { kind: 'here'; municipality: AreaMunicipality }
  | { kind: 'other-region'; region: OpenRegion }
  | { kind: 'not-known' }

/** Which region a municipality belongs to, seen from one region. Without a source it is `not-known`, never a guess. */
export function lookUpMunicipality(nis: string, seenFrom: OpenRegion, all: readonly Region[]): MunicipalityLookup {
  const municipality = seenFrom.municipalities.find((one) => one.nis === nis)
  if (municipality) return { kind: 'here', municipality }
  const other = openRegions(all).find((region) => region.municipalities.some((one) => one.nis === nis))
  return other ? { kind: 'other-region', region: other } : { kind: 'not-known' }
}

/** The regions that have a line. */
export function openRegions(all: readonly Region[]): OpenRegion[] {
  return all.filter((region) => region.status === 'sourced')
}

function hasKnownTeams(region: { teams: { id: string }[]; municipalities: AreaMunicipality[] }): boolean {
  const teams = region.teams.map((team) => team.id)
  return region.municipalities.every(({ team }) => team === null || teams.includes(team))
}

function standApart(spans: readonly Span[]): boolean {
  return spans.every((span, index) => {
    const before = spans[index - 1]
    return before === undefined || before.to < span.from
  })
}
