/** An expected reason why the line cannot start, printed as one sentence without a stack trace. */
export class PlainError extends Error {
  override name = 'PlainError'
}
