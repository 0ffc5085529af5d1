import { attribute } from '../../../shared/contracts/connect/flow-events.ts'
import { type ContactFact, type ContactView, foldContact, ReferrerType } from '../../../shared/domain/contacts/contact.ts'
import { connectIdOf, type ContactId, type RegionId } from '../../../shared/domain/ids.ts'
import { Municipality } from '../../../shared/domain/regions/region.ts'
import { openRegion } from '../../../shared/domain/regions/regions.ts'
import { contactFacts } from '../../../shared/domain/reports/line-facts.ts'
import type { DescribedContact } from '../../../shared/connect/describe-contact.ts'
import type { Desk } from '../desk/deps.ts'

/**
 * A contact of this worker's region, or null: also for a contact of another region, so that the answer does not reveal that it exists.
 * When we hold no arrival of the contact (its function failed), Connect is asked and its answer is recorded.
 */
export async function loadContact(desk: Desk, id: ContactId): Promise<ContactView | null> {
  const facts = contactFacts(await desk.contacts.factsOf(id))
  const view = foldContact(id, facts)
  if (view.region !== null) return view.region === desk.worker.region ? view : null

  const described = await desk.describeContact(connectIdOf(id))
  const region = described && regionOf(desk, described)
  if (!described || region !== desk.worker.region) return null
  const arrival = arrivalOf(described, region, desk.now())
  await desk.contacts.recordFacts(id, [arrival], 'desk')
  return foldContact(id, [...facts, arrival])
}

// The flow writes the region as a contact attribute. If that failed too, a contact that Connect gave to this worker's agent is of this
// region.
function regionOf(desk: Desk, described: DescribedContact): RegionId | null {
  const noted = openRegion(described.attributes[attribute.region] ?? '')
  if (noted) return noted.id
  const isWithThisAgent = described.agentId !== null && desk.worker.agentArn?.endsWith(`/agent/${described.agentId}`) === true
  return isWithThisAgent ? desk.worker.region : null
}

function arrivalOf(described: DescribedContact, region: RegionId, now: Date): ContactFact {
  const { attributes } = described
  const nis = Municipality.shape.nis.safeParse(attributes[attribute.municipality])
  const referrerType = ReferrerType.safeParse(attributes[attribute.referrerType])
  return {
    kind: 'contact-arrived',
    at: described.arrivedAt ?? now,
    channel: described.channel,
    region,
    municipality: nis.success ? nis.data : null,
    referrerType: referrerType.success ? referrerType.data : null,
    alias: attributes[attribute.alias]?.slice(0, 40) || null,
  }
}
