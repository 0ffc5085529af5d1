import type { Day } from '../../domain/time/brussels-time.ts'
import type { CallbackId, CaseId, ContactId, ConversationId, RegionId, SwapId, WorkerId } from '../../domain/ids.ts'

// Every key of the table on one page. `pk` groups what is read together, `sk` tells it apart inside the group.
// Times in keys are ISO texts in UTC, which sort as moments do.

export type Key = { pk: string; sk: string }

/** The two indexes: one by the worker it waits for, one by the referrer it came from. Never read for a decision. */
export const indexes = { ofWorker: 'gsi1', ofReferrer: 'gsi2' } as const

/** Who told a fact. The flow knows more of an arrival than an event does, so both are kept, apart, and the domain folds them. */
export type ToldBy = 'flow' | 'widget' | 'desk' | 'event'

export function contactGroup(contact: ContactId): string {
  return `contact#${contact}`
}

/** Facts that can happen once have no moment in their key: told again, they land on themselves. */
export function onceFactKey(contact: ContactId, kind: string): Key {
  return { pk: contactGroup(contact), sk: `fact#${kind}` }
}

export function timedFactKey(contact: ContactId, kind: string, at: Date): Key {
  return { pk: contactGroup(contact), sk: `fact#${kind}#${at.toISOString()}` }
}

export function arrivalKey(contact: ContactId, toldBy: ToldBy): Key {
  return { pk: contactGroup(contact), sk: `fact#contact-arrived#${toldBy}` }
}

export function referrerLinkKey(contact: ContactId, by: 'number' | 'code'): Key {
  return { pk: contactGroup(contact), sk: `referrer#${by}` }
}

export function ofReferrer(referrerKey: string, at: Date): { gsi2pk: string; gsi2sk: string } {
  return { gsi2pk: referrerGroup(referrerKey), gsi2sk: at.toISOString() }
}

export function referrerGroup(referrerKey: string): string {
  return `referrer#${referrerKey}`
}

export function codeKey(referrerKey: string): Key {
  return { pk: referrerGroup(referrerKey), sk: 'code' }
}

export function conversationKey(conversation: ConversationId): Key {
  return { pk: `conversation#${conversation}`, sk: 'notes' }
}

/** The pointer that lets one conversation lead to at most one case. */
export function takenOnKey(conversation: ConversationId): Key {
  return { pk: `conversation#${conversation}`, sk: 'taken-on' }
}

export function toFinishOf(worker: WorkerId, openedAt: Date): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `to-finish#${worker}`, gsi1sk: openedAt.toISOString() }
}

export function caseKey(id: CaseId): Key {
  return { pk: `case#${id}`, sk: 'case' }
}

export function familiesOf(worker: WorkerId, takenOnAt: Date): { gsi1pk: string; gsi1sk: string } {
  return { gsi1pk: `families#${worker}`, gsi1sk: takenOnAt.toISOString() }
}

export function caseloadKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'caseload' }
}

export function regionGroup(region: RegionId): string {
  return `region#${region}`
}

export function workerKey(region: RegionId, worker: WorkerId): Key {
  return { pk: regionGroup(region), sk: `worker#${worker}` }
}

export function subjectKey(subject: string): Key {
  return { pk: `subject#${subject}`, sk: 'worker' }
}

export function agentKey(agentArn: string): Key {
  return { pk: `agent#${agentArn}`, sk: 'worker' }
}

/** The ledger of a region: every entry in it that is open, or was closed not long ago. */
export function ledgerGroup(region: RegionId): string {
  return `callbacks#${region}`
}

export function callbackKey(region: RegionId, id: CallbackId): Key {
  return { pk: ledgerGroup(region), sk: id }
}

/** The number of an entry, apart from it, so that it can go without it. */
export function callbackNumberKey(id: CallbackId): Key {
  return { pk: `callback#${id}`, sk: 'number' }
}

/** The pointer that lets one contact lead to at most one entry. */
export function callbackOfContactKey(contact: ContactId): Key {
  return { pk: contactGroup(contact), sk: 'callback' }
}

/** The pointer that lets one number lead to at most one open promise in a region. */
export function callbackOfNumberKey(region: RegionId, numberKey: string): Key {
  return { pk: referrerGroup(numberKey), sk: `promise#${region}` }
}

/** That an entry is of this referrer, so that it closes when she reaches somebody. */
export function callbackOfReferrerKey(region: RegionId, referrerKey: string, id: CallbackId): Key {
  return { pk: referrerGroup(referrerKey), sk: `${callbacksBeginning(region)}${id}` }
}

export function callbacksBeginning(region: RegionId): string {
  return `callback#${region}#`
}

/** That this referrer reached a person in a region, each time apart: an event that is told late asks for the first after its own moment. */
export function answeredKey(region: RegionId, referrerKey: string, at: Date | null): Key {
  return { pk: referrerGroup(referrerKey), sk: `answered#${region}#${at?.toISOString() ?? ''}` }
}

/** Who came in on a day in a region: what the figures are counted from. */
export function arrivalsGroup(region: RegionId, day: Day): string {
  return `${regionGroup(region)}#day#${day}`
}

export function arrivedOnKey(region: RegionId, day: Day, contact: ContactId): Key {
  return { pk: arrivalsGroup(region, day), sk: contactGroup(contact) }
}

export function rosterKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'roster' }
}

export function hoursKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'hours' }
}

/** What is looked at shortly before an opening: how the line stood, and the test contact that was sent through its flow. */
export function openingKey(region: RegionId, opensAt: Date, part: 'check' | 'contact'): Key {
  return { pk: regionGroup(region), sk: `opening#${opensAt.toISOString()}#${part}` }
}

/** Since when a region's line is left alone, while it is. */
export function leftAloneKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'left-alone' }
}

export function softphoneKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'softphone' }
}

/** What was last put in Connect, to tell a change of the coordinator from one that somebody made there by hand. */
export function appliedHoursKey(region: RegionId): Key {
  return { pk: regionGroup(region), sk: 'hours-applied' }
}

/** The routing profile that the roster last gave a worker, to tell our own change from one that somebody made in Connect by hand. */
export function appliedProfileKey(region: RegionId, worker: WorkerId | ''): Key {
  return { pk: regionGroup(region), sk: `applied#${worker}` }
}

export function swapKey(region: RegionId, swap: SwapId | ''): Key {
  return { pk: regionGroup(region), sk: `swap#${swap}` }
}

export function calendarKey(worker: WorkerId): Key {
  return { pk: `worker#${worker}`, sk: 'calendar' }
}

export function dueNoticeKey(id: string, at: Date): Key {
  return { pk: 'notices#due', sk: `${at.toISOString()}#${id}` }
}

export function sentNoticeKey(id: string): Key {
  return { pk: `notice#${id}`, sk: 'sent' }
}

/** The mark that a notice was raised; while it lives the same notice is not raised again. */
export function raisedNoticeKey(id: string): Key {
  return { pk: `notice#${id}`, sk: 'raised' }
}

/** What is counted in one day of one number: how often it was asked to be called, and a mark for each wish that may be told again. */
export function numberQuotaKey(region: RegionId, day: Day, part: string): Key {
  return { pk: `quota#${region}#${day}#${part}`, sk: 'number' }
}

/** What is counted in one hour of one line: the count itself, and a mark for each number that is in it. */
export function quotaKey(region: RegionId, hour: Date, part: string): Key {
  return { pk: `quota#${region}#${hour.toISOString()}`, sk: part }
}
