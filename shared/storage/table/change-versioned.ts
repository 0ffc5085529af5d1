/** What came of a rule: settled on the state that it saw, or given up because others changed that state every time. */
export type Settled<Standing, Outcome> = { kind: 'settled'; standing: Standing; outcome: Outcome } | { kind: 'contended' }

export type VersionedChange<Standing, Outcome> = {
  /** The state as it is now, with its version. */
  read(): Promise<Standing>
  /** What becomes of that state. It may be asked several times, so it decides only and changes nothing. */
  rule(standing: Standing): Outcome | Promise<Outcome>
  /** Writes the outcome on the version that was read; `stale`: somebody else was faster, and nothing was written. */
  save(standing: Standing, outcome: Outcome): Promise<'saved' | 'stale'> | 'nothing-to-save'
}

// Sixty-four people at one entry settle within some twelve rounds; who needs more meets a fault, not a crowd.
const maxAttempts = 20

/** Reads a state, asks a rule what becomes of it, and saves that on the version it was read at; whoever loses a race is asked again. */
export async function changeVersioned<Standing, Outcome>(change: VersionedChange<Standing, Outcome>): Promise<Settled<Standing, Outcome>> {
  for (let attempt = 1; attempt <= maxAttempts; attempt += 1) {
    const standing = await change.read()
    const outcome = await change.rule(standing)
    if ((await change.save(standing, outcome)) !== 'stale') return { kind: 'settled', standing, outcome }
  }
  return { kind: 'contended' }
}
