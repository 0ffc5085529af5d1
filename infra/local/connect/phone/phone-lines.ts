/**
 * What was said on a call, as text. Nobody's voice goes through this machine: the caller and the agent type what they would say. `whisper` is
 * what only the agent hears.
 */
export type SpokenLine = { by: 'prompt' | 'customer' | 'agent' | 'whisper'; text: string; at: string; languageCode: string }

export type PhoneLines = {
  add(chain: string, line: SpokenLine): void
  of(chain: string): SpokenLine[]
  forget(chain: string): void
}

/** Remembers the lines of the calls that are going on, so that a reloaded page shows them. Nothing of it is written down, as nothing is recorded. */
export function createPhoneLines(): PhoneLines {
  const spoken = new Map<string, SpokenLine[]>()
  return {
    add: (chain, line) => {
      spoken.set(chain, [...(spoken.get(chain) ?? []), line].slice(-500))
    },
    of: (chain) => spoken.get(chain) ?? [],
    forget: (chain) => {
      spoken.delete(chain)
    },
  }
}
