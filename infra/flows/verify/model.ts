import type { Block, Channel, Role } from './call-graph.ts'

/** The flow ARN of each event hook; null means Connect's default flow for that moment. */
export type Hooks = { CustomerQueue: string | null; CustomerRemaining: string | null; AgentWhisper: string | null }

/** What is known of a contact at one moment, as far as it affects how the contact ends. */
export type Facts = {
  /** `closing`: a sentence was the last thing heard. Anything but a choice after it makes it `something`. */
  heard: 'nothing' | 'something' | 'closing'
  /** Whether `$.External` holds an answer; `unsure` in a flow that invoked no function yet. */
  external: 'full' | 'empty' | 'unsure'
  /** Attributes that certainly hold a text. */
  known: readonly string[]
  hooks: Hooks
  hasQueue: boolean
  /** The answer in `$.External` is that of the function that records call-backs. */
  promising: boolean
  /** A call-back is recorded: the function answered `noted` and the flow checked it. */
  promised: boolean
  /** The longest time that functions may have taken since the last spoken word. */
  silentSeconds: number
}

/** One way to leave a block. */
export type Turn = {
  kind: 'done' | 'failed'
  /** The name of the arm: an answer, an error, or `next`. */
  arm: string
  /** The next block of the flow; null if the flow has no such arm. */
  to: string | null
  /** True if this happens only when the block is broken. A silent caller or a wrong key is no fault. */
  fault: boolean
  /** Whether the block's own prompt was started. */
  sounded: boolean
}

/** A contact at a block, with what is known of it. */
export type Standing = { block: Block; role: Role; channel: Channel; facts: Facts }
