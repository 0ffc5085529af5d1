// The only place in the pages that reads the device’s clock or random source; elsewhere both are passed in, so that tests decide them.

/** The device’s time, which may be wrong: use it only for what never leaves the page, such as when to renew a token. */
export function now(): Date {
  return new Date()
}

/** A random key, for an idempotency key, a message’s ClientToken or a sign-in’s state. */
export function newKey(): string {
  return crypto.randomUUID()
}
