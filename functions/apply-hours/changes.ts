import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import type { StandingOverride } from '../../shared/connect/hours.ts'
import { type Closing, overridesAtMost, type WeekSlot } from '../../shared/contracts/connect/connect-hours.ts'
import type { Day } from '../../shared/domain/time/brussels-time.ts'

/** One request that brings Connect nearer to what is wished. */
export type Change =
  | { kind: 'set-week'; week: readonly WeekSlot[] }
  | { kind: 'add'; closing: Closing }
  | { kind: 'set'; id: string; closing: Closing }
  | { kind: 'drop'; id: string }

/** What stands in Connect, and what should. `legal` is of the template and stays as it is. */
export type Standing = { week: readonly WeekSlot[] | null; overrides: readonly StandingOverride[] }
export type Desired = { week: readonly WeekSlot[]; legal: readonly Closing[]; closings: readonly Closing[] }

/**
 * What has to change, and nothing else. What is new comes before what goes, so that no day is open in between; only when Connect is full,
 * room is made first.
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

/** What was put in Connect, as the text that is kept of it. */
export function textOf({ week, legal, closings }: Desired): string {
  const inOrder = [...legal, ...closings].sort((one, other) => one.name.localeCompare(other.name))
  return JSON.stringify({ week, closings: inOrder })
}

/**
 * Whether somebody else changed what we put in Connect: another week, an override that is ours no more, or one that nobody here made.
 * Closings that are over may go, and the template may bring legal holidays of its own.
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
