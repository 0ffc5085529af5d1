// The one place in the pages that asks the device for the moment or for chance, as the clock and the dice are elsewhere passed in.

/** The moment on this device: only for what never leaves the page, such as when a token is renewed. */
export function now(): Date {
  return new Date()
}

/** A random key: a chat's session, a message's token, a sign-in's state. */
export function newKey(): string {
  return crypto.randomUUID()
}
