import * as z from 'zod'

/** The schema of an id with a prefix: `case_…` is readable in a log and a type of its own for the compiler. */
function tagged<const Tag extends string>(tag: Tag) {
  return z.templateLiteral([`${tag}_`, z.string().regex(/^[a-z0-9-]{1,64}$/)])
}

/** A worker of a partnership. */
export const WorkerId = tagged('worker')
export type WorkerId = z.infer<typeof WorkerId>

/** One call or chat. */
export const ContactId = tagged('contact')
export type ContactId = z.infer<typeof ContactId>

/** The conversation log of one contact. */
export const ConversationId = tagged('conversation')
export type ConversationId = z.infer<typeof ConversationId>

/** A case. */
export const CaseId = tagged('case')
export type CaseId = z.infer<typeof CaseId>

/** One entry in the ledger of contacts that did not reach a worker. */
export const CallbackId = tagged('callback')
export type CallbackId = z.infer<typeof CallbackId>

/** A repeating turn in the duty roster. */
export const ShiftId = tagged('shift')
export type ShiftId = z.infer<typeof ShiftId>

/** A change of the duty roster on one day. */
export const ChangeId = tagged('change')
export type ChangeId = z.infer<typeof ChangeId>

/** A period in which a worker cannot be on duty. */
export const AbsenceId = tagged('absence')
export type AbsenceId = z.infer<typeof AbsenceId>

/** A turn offered to colleagues. */
export const SwapId = tagged('swap')
export type SwapId = z.infer<typeof SwapId>

/** A region's key, equal to the name of its data file: `limburg-oost`. */
export const RegionId = z.string().regex(/^[a-z][a-z-]{1,40}$/)
export type RegionId = z.infer<typeof RegionId>

/** A team's key within its region: `genk`. */
export const TeamId = z.string().regex(/^[a-z][a-z-]{1,40}$/)
export type TeamId = z.infer<typeof TeamId>

/**
 * The contact id for a bare Connect contact id (a UUID).
 * @example contactIdOf('5B2C…') // 'contact_5b2c…'
 */
export function contactIdOf(connectContactId: string): ContactId {
  return ContactId.parse(`contact_${connectContactId.toLowerCase()}`)
}

/** The id of a contact in Connect: our id without its prefix. */
export function connectIdOf(contact: ContactId): string {
  return contact.slice('contact_'.length)
}

/** The id of a contact's only conversation log. Derived from the contact, so that two desks cannot create two logs. */
export function conversationIdOf(contact: ContactId): ConversationId {
  return ConversationId.parse(`conversation_${contact.slice('contact_'.length)}`)
}
