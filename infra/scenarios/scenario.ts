import * as z from 'zod'
import { CallbackReason, callbackStates } from '../../shared/domain/callbacks/callback.ts'
import { RegionId } from '../../shared/domain/ids.ts'

/** A Brussels wall time: `2026-11-24 10:30`. */
export const Wall = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)

const Number164 = z.string().regex(/^\+\d{6,15}$/)
const Seconds = z.int().min(1).max(7200)
const Name = z.string().regex(/^[a-z][a-z-]*$/)
const Username = z.string().regex(/^[a-z]+\.[a-z]+$/)

/** A parameter of a sentence: a value from the region's data, a moment, a promise between two moments, a number, or keys that were typed. */
const Argument = z.union([
  z.int(),
  z.enum(['line', 'week', 'public-phone']),
  z.strictObject({ moment: Wall.nullable() }),
  z.strictObject({ promise: z.tuple([Wall, Wall]).nullable() }),
  z.strictObject({ typed: z.string().regex(/^[0-9]{1,17}$/) }),
])
export type Argument = z.infer<typeof Argument>

const Key = z.string().regex(/^(phone|promise|chatLine|widget)(\.[a-zA-Z-]+)+$/)
const One = z.union([Key, z.strictObject({ say: Key, with: z.array(Argument).min(1) })])
const groups = ['welcome', 'who', 'safety', 'offer', 'goodbye'] as const

/**
 * A sentence by its key in shared/words, not by its text; several that one block says together; or a group: `welcome` (all before the
 * decision), `who` (the menu of who calls, where the region has it), `safety` (said while the telephone of a worker rings), `offer` (what to
 * do in danger and the offer of a call-back) or `goodbye` (helplines and the last sentence).
 */
export const Sentence = z.union([One, z.strictObject({ together: z.array(One).min(2) }), z.enum(groups)])
export type Sentence = z.infer<typeof Sentence>
export type OneSentence = z.infer<typeof One>

const sentences = z.array(Sentence).min(1)
const who = Name.default('caller')

/** One step. Every sentence that somebody hears must be in one of that person's steps, in order; a sentence in none fails the scenario. */
export const Step = z.union([
  /** A person contacts the line; the main one does so without a step. */
  z.strictObject({ who, comes: z.literal('in') }),
  /** Hears (in a chat: reads) these in order, the first within so many seconds after the previous one. */
  z.strictObject({ who, hears: sentences, withinSeconds: Seconds.optional() }),
  z.strictObject({ who, presses: z.string().regex(/^[0-9*#]$/) }),
  /** Keys in a row, ended with `#`. */
  z.strictObject({ who, types: z.string().regex(/^[0-9]{1,17}#$/) }),
  /** Waits until a sentence, or for the given time; meanwhile only these sentences may be heard, any number of times. */
  z.strictObject({ who, waits: Seconds, meanwhile: z.array(Sentence).default([]), until: Sentence.optional() }),
  z.strictObject({ who, writes: z.string().min(1).max(200) }),
  /** Enters a number in the form below the chat. */
  z.strictObject({ who, asksToBeCalledBack: Number164 }),
  z.strictObject({ who, hangsUp: z.literal(true) }),
  /** The line has ended the contact. */
  z.strictObject({ who, isOver: z.literal(true) }),
  z.strictObject({ who, rings: Username }),
  z.strictObject({ who, answers: Username }),
  z.strictObject({ who, misses: Username }),
  z.strictObject({ who, workerHangsUp: Username }),
  /** The worker clears the contact, so that the next one may ring. */
  z.strictObject({ who, finishes: Username }),
])
export type Step = z.infer<typeof Step>

const Fault = z.strictObject({
  function: z.enum(['route-contact', 'promise-callback', 'queue-position', 'record-contact']),
  fault: z.enum(['hang', 'throw', 'throttle', 'wrong-shape']),
  times: z.int().min(1).max(10),
})

const Contact = z.strictObject({
  who: Name,
  /** How the coordinator's statistics classify it. */
  became: z.enum(['reached', 'promised', 'left-by-themselves', 'heard-closing', 'unrecorded', 'still-there']),
  answeredBy: Username.nullable(),
  endedBy: z.enum(['referrer', 'worker', 'line', 'form']),
})

const Entry = z.strictObject({
  reason: CallbackReason,
  mayCall: z.boolean(),
  othersMayAnswer: z.boolean(),
  state: z.enum(callbackStates),
  /** The end of the promised period. */
  by: Wall.nullable(),
  number: Number164.nullable(),
})

/** `some`: any number of times, where it depends on when the check of each minute runs. */
const Notice = z.strictObject({ kind: z.string(), to: Username, times: z.union([z.int().min(1), z.literal('some')]).default(1) })

/** Everything that exists after the scenario; anything else fails it. */
export const Afterwards = z.strictObject({
  contacts: z.array(Contact),
  ledger: z.array(Entry).default([]),
  notices: z.array(Notice).default([]),
  /** Log lines that name an error: `route-contact TimeoutError`. */
  errors: z.array(z.string()).default([]),
})
export type Afterwards = z.infer<typeof Afterwards>

/** A scenario: what happens, what is said, and what exists afterwards. */
export const Scenario = z.strictObject({
  title: z.string().min(10).max(127),
  region: RegionId,
  channel: z.enum(['phone', 'chat']),
  at: Wall,
  /** `widget`: the chat begins in the widget. `flow`: it begins after the widget, like one that was opened just before closing time. */
  through: z.enum(['widget', 'flow']).default('widget'),
  /** The caller's number; null if withheld, and in a chat. */
  from: Number164.nullable(),
  /** Other people in the same scenario, by name, each with a number. */
  others: z.record(Name, Number164.nullable()).default({}),
  signedIn: z.record(Username, z.string().min(1)).default({}),
  roster: z.enum(['as sown', 'empty']).default('as sown'),
  faults: z.array(Fault).default([]),
  steps: z.array(Step).min(1),
  ends: z.enum(['with a worker', 'closing', 'call-back promised', 'left']),
  afterwards: Afterwards,
})
export type Scenario = z.infer<typeof Scenario>
