import * as z from 'zod'
import type { SpokenLine } from './phone-lines.ts'

const number = z.string().regex(/^\+\d{6,15}$/)

/** The messages from a phone page to the server; `own` is the number at which it can be called. */
export const PhoneCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own'), number: number.nullable() }),
  z.strictObject({ kind: z.literal('dial'), to: number, from: number.nullable() }),
  z.strictObject({ kind: z.literal('resume'), call: z.string().max(100) }),
  z.strictObject({ kind: z.literal('press'), key: z.string().regex(/^[0-9*#]$/) }),
  z.strictObject({ kind: z.literal('speak'), text: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('hang-up') }),
  z.strictObject({ kind: z.literal('answer') }),
  z.strictObject({ kind: z.literal('decline') }),
])
export type PhoneCommand = z.infer<typeof PhoneCommand>

/** The messages from the server to a phone page. */
export type PhoneNews =
  | { kind: 'ready'; numbers: { number: string; label: string }[] }
  | { kind: 'refused'; why: 'unknown-number' | 'busy' | 'bad-command' | 'no-call' }
  | { kind: 'call'; call: string; state: CallState; lines: SpokenLine[]; asking: Asking }
  | { kind: 'state'; state: CallState }
  | { kind: 'line'; line: SpokenLine }
  | { kind: 'asking'; asking: Asking }
  /** An agent calls this phone; `label` names the number that is shown. */
  | { kind: 'ringing'; from: string; label: string }
  | { kind: 'rang-out' }
/** `connected` has the first name of the agent. */
export type CallState = { kind: 'answered' } | { kind: 'waiting' } | { kind: 'connected'; name: string } | { kind: 'ended' }
/** Which keys the flow asks for, or null if none. */
export type Asking = { maximumDigits: number; endKey: string } | null
