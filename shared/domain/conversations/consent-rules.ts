// No schema here: the browser loads these rules and must not load zod with them.

type Answers = {
  familyKnows: 'yes' | 'not-yet' | 'family-calls-itself' | null
  consent: { kind: 'not-asked' | 'no' } | { kind: 'yes'; by: string | null; on: string | null; how: string | null }
}

/** Whether the family agreed, but not all of who, when and how is noted. */
export function isHalfConsent(consent: Answers['consent']): boolean {
  return consent.kind === 'yes' && (consent.by === null || consent.on === null || consent.how === null)
}

/** Whether the family is said to have answered whether it agrees, and also not to know of the conversation yet. */
export function contradictsConsent({ familyKnows, consent }: Answers): boolean {
  return familyKnows === 'not-yet' && consent.kind !== 'not-asked'
}
