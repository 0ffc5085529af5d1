import { mustBeAsked, unknownEnd } from '../../shared/domain/contacts/contact-course.ts'
import { type ContactId, connectIdOf, type RegionId } from '../../shared/domain/ids.ts'
import { contactDisposition } from '../../shared/domain/reports/contact-disposition.ts'
import { contactFacts } from '../../shared/domain/reports/line-facts.ts'
import { followUp, momentOf, recordCourse } from '../record-event.ts'
import type { Deps, Run } from './deps.ts'

// Connect answers ten such questions a second for the whole account; the desk asks them too.
const betweenQuestionsMilliseconds = 200

/**
 * Completes what is known of one contact: asks Connect about what is not known, and does what follows from the rest once more, in case that
 * was cut off. Returns whether there is nothing more to know.
 */
export async function lookAtContact(deps: Deps, { contact, region }: { contact: ContactId; region: RegionId }, run: Run): Promise<boolean> {
  const known = contactFacts(await deps.factsOf(contact))
  if (known.length === 0) return true
  if (!mustBeAsked(known, deps.now())) {
    await followUp(deps, contact, momentOf(known))
    return true
  }
  const event = await asked(deps, contact, run)
  if (event) await recordCourse(deps, event)
  else await endUnknown(deps, { contact, region }, run)
  const after = contactFacts(await deps.factsOf(contact))
  if (after.length > known.length) run.repaired += 1
  return !mustBeAsked(after, deps.now())
}

async function asked(deps: Deps, contact: ContactId, run: Run) {
  if (run.asked > 0) await deps.pause(betweenQuestionsMilliseconds)
  run.asked += 1
  run.unanswered += 1
  const event = await deps.askConnect(connectIdOf(contact))
  run.unanswered = 0
  return event
}

// Connect does not know the contact any more, so nobody can tell how it ended: it counts as ended, and people are told.
async function endUnknown(deps: Deps, { contact, region }: { contact: ContactId; region: RegionId }, run: Run): Promise<void> {
  const known = await deps.factsOf(contact)
  const end = unknownEnd(contactFacts(known), deps.now())
  if (end === null) return
  await deps.recordFacts(contact, [end], 'event')
  await followUp(deps, contact, end.at)
  run.endedUnknown += 1
  // Who was answered, or heard that the line is closed, is not lost.
  if (contactDisposition([...contactFacts(known), end], null, deps.now()) === 'unrecorded') await tellCoordinators(deps, region)
}

async function tellCoordinators(deps: Deps, region: RegionId): Promise<void> {
  const workers = await deps.inRegion(region)
  const coordinators = workers.filter(({ role }) => role === 'coordinator')
  // Without a coordinator all workers are told, because it must reach somebody.
  for (const { id: worker } of coordinators.length > 0 ? coordinators : workers) {
    const kind = 'contact-lost'
    const notice = { id: `${kind}-${worker}-${deps.now().toISOString()}`, kind, region, worker, at: deps.now(), minutes: null } as const
    await deps.enqueueNotice(notice, { of: `${kind}-${worker}`, minutes: 1440 })
  }
}
