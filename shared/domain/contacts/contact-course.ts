import type { ContactFact } from './contact.ts'

// No call or chat lasts a day: what is not known of a contact after that, Connect does not know either.
const longestMilliseconds = 86_400_000

/**
 * Whether Connect must be asked how a contact went: its end is not known, or somebody answered whose agent was not known yet. The latter is
 * asked for a day only.
 */
export function mustBeAsked(facts: readonly ContactFact[], now: Date): boolean {
  if (!facts.some(({ kind }) => kind === 'contact-ended')) return true
  const answers = facts.filter((fact) => fact.kind === 'contact-answered')
  const isUnknown = answers.length > 0 && answers.every(({ worker }) => worker === null)
  return isUnknown && !isLongAgo(facts, now)
}

/**
 * The end of a contact of which Connect knows nothing any more: at the last moment that we know of it, once that is longer ago than any
 * contact lasts. null = it may still be going on, or its end is known.
 */
export function unknownEnd(facts: readonly ContactFact[], now: Date): ContactFact | null {
  if (facts.length === 0 || facts.some(({ kind }) => kind === 'contact-ended') || !isLongAgo(facts, now)) return null
  return { kind: 'contact-ended', at: newestOf(facts) }
}

function isLongAgo(facts: readonly ContactFact[], now: Date): boolean {
  return now.getTime() - newestOf(facts).getTime() > longestMilliseconds
}

function newestOf(facts: readonly ContactFact[]): Date {
  return new Date(Math.max(...facts.map(({ at }) => at.getTime())))
}
