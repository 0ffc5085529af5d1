const watchers = new Set<() => void>()

/** Calls `look` whenever a session that had ended goes on; returns how to stop. What a request left undone is then done again. */
export function whenSignedInAgain(look: () => void): () => void {
  watchers.add(look)
  return () => watchers.delete(look)
}

/** Tells everything that waits for it that the worker is signed in again. */
export function signedInAgain(): void {
  for (const look of watchers) look()
}
