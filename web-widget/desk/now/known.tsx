import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import { secrecyOfReferrer } from '../../../shared/domain/contacts/secrecy.ts'
import { Earlier } from './earlier.tsx'
import { referrers, words } from '../state/desk-context.ts'

/** What is known about the contact before the conversation. It never shows whether the family is known. */
export function Known({ id, known, notes }: { id: string; known: DeskContact; notes: CoachingNotes }) {
  const { now } = words
  const { contact } = known
  const referrerType = notes.referrerType ?? contact.referrerType
  const secrecy = referrerType === null ? 'not-known' : secrecyOfReferrer(referrerType)
  const facts: [string, string][] = [
    // The contact’s state is left out: the softphone beside the desk shows it, and sooner.
    [now.channel, contact.channel === null ? now.unknown : words.channels[contact.channel]],
    [now.arrived, contact.arrived === null ? now.unknown : words.moment(contact.arrived)],
    [now.municipality, contact.municipality?.name ?? now.unknown],
    [now.team, contact.municipality?.team ?? now.noTeam],
    [now.referrer, referrerType === null ? now.unknown : referrers[referrerType]],
    ...(contact.alias === null ? [] : [[now.alias, contact.alias] satisfies [string, string]]),
  ]
  return (
    <section class="known" aria-labelledby="known">
      <h1 id="known">{now.known}</h1>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class={`secrecy ${secrecy}`}>{now.secrecy[secrecy]}</p>
      <Earlier id={id} earlier={known.earlier} />
    </section>
  )
}
