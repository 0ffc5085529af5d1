import * as z from 'zod'

/** An id that wears its name: `case_…`, readable in a log and told apart by the compiler. */
function tagged<const Tag extends string>(tag: Tag) {
  return z.templateLiteral([`${tag}_`, z.string().regex(/^[a-z0-9-]{1,64}$/)])
}

/** A worker of a partnership. */
export const WorkerId = tagged('worker')
export type WorkerId = z.infer<typeof WorkerId>

/** One call or chat. */
export const ContactId = tagged('contact')
export type ContactId = z.infer<typeof ContactId>

/** The log of one contact. */
export const ConversationId = tagged('conversation')
export type ConversationId = z.infer<typeof ConversationId>

/** A question taken on. */
export const CaseId = tagged('case')
export type CaseId = z.infer<typeof CaseId>

/** One entry in the ledger of who did not reach a person. */
export const CallbackId = tagged('callback')
export type CallbackId = z.infer<typeof CallbackId>

/** A repeating turn in the duty roster. */
export const ShiftId = tagged('shift')
export type ShiftId = z.infer<typeof ShiftId>

/** A dated change of the duty roster. */
export const ChangeId = tagged('change')
export type ChangeId = z.infer<typeof ChangeId>

/** A time in which a worker cannot have the line. */
export const AbsenceId = tagged('absence')
export type AbsenceId = z.infer<typeof AbsenceId>

/** A turn offered to colleagues. */
export const SwapId = tagged('swap')
export type SwapId = z.infer<typeof SwapId>

/** A region's key, as in its file name: `limburg-oost`. */
export const RegionId = z.string().regex(/^[a-z][a-z-]{1,40}$/)
export type RegionId = z.infer<typeof RegionId>

/** A team's key inside its region: `genk`. */
export const TeamId = z.string().regex(/^[a-z][a-z-]{1,40}$/)
export type TeamId = z.infer<typeof TeamId>

/** The contact id in our own form, from Connect's bare UUID. */
export function contactIdOf(connectContactId: string): ContactId {
  return ContactId.parse(`contact_${connectContactId.toLowerCase()}`)
}

/** One contact has one conversation log, so its id follows from the contact's: two desks cannot make two. */
export function conversationIdOf(contact: ContactId): ConversationId {
  return ConversationId.parse(`conversation_${contact.slice('contact_'.length)}`)
}
