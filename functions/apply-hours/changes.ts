import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import type { StandingOverride } from '../../shared/connect/hours.ts'
import { type Closing, overridesAtMost, type WeekSlot } from '../../shared/contracts/connect/connect-hours.ts'
import type { Day } from '../../shared/domain/time/brussels-time.ts'

/** One request that brings Connect closer to the desired hours. */
export type Change =
  | { kind: 'set-week'; week: readonly WeekSlot[] }
  | { kind: 'add'; closing: Closing }
  | { kind: 'set'; id: string; closing: Closing }
  | { kind: 'drop'; id: string }

/** What Connect holds now; `week` is null when it holds a week that this function would never write. */
export type Standing = { week: readonly WeekSlot[] | null; overrides: readonly StandingOverride[] }
/** What Connect should hold. `legal` are the legal holidays that the CDK template made; they are never changed here. */
export type Desired = { week: readonly WeekSlot[]; legal: readonly Closing[]; closings: readonly Closing[] }

/**
 * The changes that are needed, and no others. Additions come before removals so that no closing day is open in between; removals go first
 * only when Connect has no place left for the additions.
 */
export function changesBetween({ week, overrides }: Standing, desired: Desired): Change[] {
  const others = overrides.filter(({ name }) => !desired.legal.some((closing) => closing.name === name))
  const setWeek: Change[] = isDeepStrictEqual(week, desired.week) ? [] : [{ kind: 'set-week', week: desired.week }]
  const sets: Change[] = []
  const adds: Change[] = []
  for (const closing of desired.closings) {
    const there = others.find(({ name }) => name === closing.name)
    if (!there) adds.push({ kind: 'add', closing })
    else if (!isDeepStrictEqual(there.closing, closing)) sets.push({ kind: 'set', id: there.id, closing })
  }
  const drops: Change[] = others
    .filter(({ name }) => !desired.closings.some((closing) => closing.name === name))
    .map(({ id }) => ({ kind: 'drop', id }))
  const isFull = overrides.length + adds.length > overridesAtMost
  return isFull ? [...setWeek, ...drops, ...sets, ...adds] : [...setWeek, ...sets, ...adds, ...drops]
}

const Text = z.string()
const Applied = z.object({
  week: z.array(z.object({ day: Text, from: Text, to: Text })),
  closings: z.array(z.object({ name: Text, from: Text, to: Text, yearly: z.object({ month: z.int(), date: z.int() }).nullable() })),
})

/** The hours that were applied, as the text that is stored to detect drift later. */
export function textOf({ week, legal, closings }: Desired): string {
  const inOrder = [...legal, ...closings].sort((one, other) => one.name.localeCompare(other.name))
  return JSON.stringify({ week, closings: inOrder })
}

/**
 * Whether somebody else changed what we applied: a different week, one of our closings missing or altered, or an override that neither we
 * nor the template made. Past closings may be gone.
 */
export function isDrifted(
  { week, overrides }: Standing,
  lastPut: { applied: string | null; legal: readonly Closing[]; today: Day },
): boolean {
  if (lastPut.applied === null) return false
  const put = Applied.parse(JSON.parse(lastPut.applied))
  const known = [...put.closings, ...lastPut.legal]
  const isThere = (closing: object) => overrides.some((one) => isDeepStrictEqual(one.closing, closing))
  return (
    !isDeepStrictEqual(week, put.week) ||
    put.closings.some((closing) => closing.to >= lastPut.today && !isThere(closing)) ||
    overrides.some(({ closing }) => !known.some((one) => isDeepStrictEqual(one, closing)))
  )
}
