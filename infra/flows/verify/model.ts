import type { Block, Channel, Role } from './call-graph.ts'

/** What hangs on a contact; null is Connect's own flow for that moment. */
export type Hooks = { CustomerQueue: string | null; CustomerRemaining: string | null; AgentWhisper: string | null }

/** What is true of a contact at a moment, as far as it decides how the contact ends. */
export type Facts = {
  /** `closing`: a sentence was the last thing that happened. Whatever else comes after it, other than a choice, makes it `something`. */
  heard: 'nothing' | 'something' | 'closing'
  /** Whether `$.External` holds an answer; `unsure` in a flow that did not ask itself. */
  external: 'full' | 'empty' | 'unsure'
  /** Attributes that surely hold a text. */
  known: readonly string[]
  hooks: Hooks
  hasQueue: boolean
  /** The answer in `$.External` is that of the function which writes call-backs down. */
  promising: boolean
  /** A call-back stands in the ledger: the function said so, and the flow looked. */
  promised: boolean
  /** How long functions may have been waited for since the last word. */
  silentSeconds: number
}

/** One way to leave a block. */
export type Turn = {
  kind: 'done' | 'failed'
  /** The name of the arm: an answer, an error, or `next`. */
  arm: string
  /** The next block of the flow; null where the flow has no arm for this. */
  to: string | null
  /** True when this asks that the block is broken; callers who are silent or press a wrong key are no fault. */
  fault: boolean
  /** Whether the block's own prompt began. */
  sounded: boolean
}

export type Standing = { block: Block; role: Role; channel: Channel; facts: Facts }
