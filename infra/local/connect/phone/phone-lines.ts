/** One line said in a call. There is no audio: caller and agent type what they would say. Only the agent receives a `whisper`. */
export type SpokenLine = { by: 'prompt' | 'customer' | 'agent' | 'whisper'; text: string; at: string; languageCode: string }

/** The lines of current calls, by the first contact of their chain. */
export type PhoneLines = {
  add(chain: string, line: SpokenLine): void
  of(chain: string): SpokenLine[]
  forget(chain: string): void
}

/**
 * Keeps the lines of current calls in memory, so that a reloaded page can show them; they are never stored, just as calls are not recorded.
 */
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
