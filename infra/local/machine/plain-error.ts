/** An expected reason why the line cannot start: one sentence for the person at the keyboard, without a stack trace. */
export class PlainError extends Error {
  override name = 'PlainError'
}
