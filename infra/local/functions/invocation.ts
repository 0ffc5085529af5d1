/** The outcome of one invocation of a function. */
export type Invocation =
  | { kind: 'answered'; payload: unknown }
  | { kind: 'failed'; errorType: string }
  | { kind: 'timed-out' }
  | { kind: 'throttled' }
