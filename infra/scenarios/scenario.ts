import * as z from 'zod'
import { CallbackReason } from '../../shared/domain/callbacks/callback.ts'
import { RegionId } from '../../shared/domain/ids.ts'

/** A Brussels wall time: `2026-11-24 10:30`. */
export const Wall = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)

const Number164 = z.string().regex(/^\+\d{6,15}$/)
const Seconds = z.int().min(1).max(7200)
const Name = z.string().regex(/^[a-z][a-z-]*$/)
const Username = z.string().regex(/^[a-z]+\.[a-z]+$/)

/** What a word is said with: a value of the region's row, a moment, a promise between two moments, or a plain value. */
const Argument = z.union([
  z.int(),
  z.enum(['line', 'week', 'public-phone']),
  z.strictObject({ moment: Wall.nullable() }),
  z.strictObject({ promise: z.tuple([Wall, Wall]).nullable() }),
])
export type Argument = z.infer<typeof Argument>

const Key = z.string().regex(/^(phone|promise|chatLine|widget)(\.[a-zA-Z-]+)+$/)
const One = z.union([Key, z.strictObject({ say: Key, with: z.array(Argument).min(1) })])
const groups = ['welcome', 'goodbye'] as const

/**
 * A sentence by its key in shared/words, never by its text; several that one block says together; or a group: `welcome`, from the first word to
 * the menu, and `goodbye`, the other lines and the last word.
 */
export const Sentence = z.union([One, z.strictObject({ together: z.array(One).min(2) }), z.enum(groups)])
export type Sentence = z.infer<typeof Sentence>
export type OneSentence = z.infer<typeof One>

const sentences = z.array(Sentence).min(1)
const who = Name.default('caller')

/** One step. Everything that is said to somebody stands in a step of hers, in its order: what stands in none turns the story red. */
export const Step = z.union([
  /** Comes in; the first one does so by herself. */
  z.strictObject({ who, comes: z.literal('in') }),
  /** Hears (or in a chat reads) these, one after the other; the first so many seconds of silence after what came before. */
  z.strictObject({ who, hears: sentences, withinSeconds: Seconds.optional() }),
  z.strictObject({ who, presses: z.string().regex(/^[0-9*#]$/) }),
  /** Keys in a row, ended with `#`. */
  z.strictObject({ who, types: z.string().regex(/^[0-9]{1,17}#$/) }),
  /** Lets time go by, until a sentence that comes last, or for as long as it takes; only these may be heard meanwhile, as often as it goes. */
  z.strictObject({ who, waits: Seconds, meanwhile: z.array(Sentence).default([]), until: Sentence.optional() }),
  z.strictObject({ who, writes: z.string().min(1).max(200) }),
  /** Leaves her number in the form under the chat. */
  z.strictObject({ who, asksToBeCalledBack: Number164 }),
  z.strictObject({ who, hangsUp: z.literal(true) }),
  /** The line has ended it. */
  z.strictObject({ who, isOver: z.literal(true) }),
  z.strictObject({ who, rings: Username }),
  z.strictObject({ who, answers: Username }),
  z.strictObject({ who, misses: Username }),
  z.strictObject({ who, workerHangsUp: Username }),
  /** Her work on it is done: the next one may ring. */
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
  /** How the coordinator's figures count it. */
  became: z.enum(['reached', 'promised', 'left-by-themselves', 'heard-closing', 'lost', 'still-there']),
  answeredBy: Username.nullable(),
  endedBy: z.enum(['referrer', 'worker', 'line', 'form']),
})

const Entry = z.strictObject({
  reason: CallbackReason,
  mayCall: z.boolean(),
  othersMayAnswer: z.boolean(),
  state: z.enum(['open', 'done', 'not-reached', 'came-back', 'seen']),
  /** By when we promised to call. */
  by: Wall.nullable(),
  number: Number164.nullable(),
})

/** `some`: as often as it goes, where that hangs on how the minutes of the watch fall. */
const Notice = z.strictObject({ kind: z.string(), to: Username, times: z.union([z.int().min(1), z.literal('some')]).default(1) })

/** All that there is afterwards. What is not named here may not be there. */
export const Afterwards = z.strictObject({
  contacts: z.array(Contact),
  ledger: z.array(Entry).default([]),
  notices: z.array(Notice).default([]),
  /** Lines in the log that name an error: `route-contact TimeoutError`. */
  errors: z.array(z.string()).default([]),
})
export type Afterwards = z.infer<typeof Afterwards>

/** A story of somebody who turns to the line: what happens, what is said, and everything that is there afterwards. */
export const Scenario = z.strictObject({
  title: z.string().min(10).max(127),
  region: RegionId,
  channel: z.enum(['phone', 'chat']),
  at: Wall,
  /** A chat opens in the widget; `flow` is past it, as one that was opened the moment before the line closed. */
  through: z.enum(['widget', 'flow']).default('widget'),
  /** The number she calls from; null when it is withheld, and in a chat. */
  from: Number164.nullable(),
  /** Others who turn to the line in the same story, by name, each with her number. */
  others: z.record(Name, Number164.nullable()).default({}),
  signedIn: z.record(Username, z.string().min(1)).default({}),
  roster: z.enum(['as sown', 'empty']).default('as sown'),
  faults: z.array(Fault).default([]),
  steps: z.array(Step).min(1),
  ends: z.enum(['with a worker', 'closing', 'call-back promised', 'left']),
  afterwards: Afterwards,
})
export type Scenario = z.infer<typeof Scenario>
