/** The result of a change: settled on the state that was read, or `contended` after others changed that state at every attempt. */
export type Settled<Standing, Outcome> = { kind: 'settled'; standing: Standing; outcome: Outcome } | { kind: 'contended' }

/** A change of versioned state. */
export type VersionedChange<Standing, Outcome> = {
  /** The current state with its version. */
  read(): Promise<Standing>
  /** The new state or an answer. It may be called several times, so it must not have side effects. */
  rule(standing: Standing): Outcome | Promise<Outcome>
  /** Writes the outcome on the version that was read; `stale` when somebody else wrote first, and nothing was written. */
  save(standing: Standing, outcome: Outcome): Promise<'saved' | 'stale'> | 'nothing-to-save'
}

// Sixty-four people changing one entry at once settle within some twelve attempts; more means a fault.
const maxAttempts = 20

/**
 * Optimistic locking: reads a state, applies a rule and saves the result on the version that was read; starts again after losing a race.
 */
export async function changeVersioned<Standing, Outcome>(change: VersionedChange<Standing, Outcome>): Promise<Settled<Standing, Outcome>> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const standing = await change.read()
    const outcome = await change.rule(standing)
    if ((await change.save(standing, outcome)) !== 'stale') return { kind: 'settled', standing, outcome }
  }
  return { kind: 'contended' }
}
