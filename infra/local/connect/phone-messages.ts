import * as z from 'zod'
import type { SpokenLine } from './phone-lines.ts'

/** What the phone page may say to the exchange. */
export const PhoneCommand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('dial'),
    to: z.string().regex(/^\+\d{6,15}$/),
    from: z
      .string()
      .regex(/^\+\d{6,15}$/)
      .nullable(),
  }),
  z.strictObject({ kind: z.literal('resume'), call: z.string().max(100) }),
  z.strictObject({ kind: z.literal('press'), key: z.string().regex(/^[0-9*#]$/) }),
  z.strictObject({ kind: z.literal('speak'), text: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('hang-up') }),
])
export type PhoneCommand = z.infer<typeof PhoneCommand>

/** What the exchange tells the phone page. */
export type PhoneNews =
  | { kind: 'ready'; numbers: { number: string; label: string }[] }
  | { kind: 'refused'; why: 'unknown-number' | 'busy' | 'bad-command' | 'no-call' }
  | { kind: 'call'; call: string; state: CallState; lines: SpokenLine[]; asking: Asking }
  | { kind: 'state'; state: CallState }
  | { kind: 'line'; line: SpokenLine }
  | { kind: 'asking'; asking: Asking }
/** `connected` names the one who picked up. */
export type CallState = { kind: 'answered' } | { kind: 'waiting' } | { kind: 'connected'; name: string } | { kind: 'ended' }
export type Asking = { maximumDigits: number; endKey: string } | null
