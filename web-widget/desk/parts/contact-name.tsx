import type { OpenContact } from '../state/contacts.ts'
import { words } from '../state/desk-context.ts'

/** A contact’s letter in its colour, and its name. It looks the same in the row of contacts and above the form, and stays the same. */
export function ContactName({ contact }: { contact: OpenContact }) {
  return (
    <>
      <span class={`mark mark-${contact.mark % markColours}`} aria-hidden="true">
        {String.fromCharCode(firstLetter + (contact.mark % letters))}
      </span>
      {contactName(contact)}
    </>
  )
}

/** As many colours as the style sheet has. The letters go further, and tell contacts apart without colour. */
export const markColours = 6
const letters = 26
const firstLetter = 65

/** The channel, and how the referrer wants to be called or what else is known. */
export function contactName({ known }: Pick<OpenContact, 'known'>): string {
  if (known === null) return words.loading
  const { channel, alias, municipality } = known.contact
  const who = alias ?? municipality?.name ?? known.contact.arrived?.clock
  return [channel === null ? words.now.heading : words.channels[channel], who].filter(Boolean).join(' · ')
}
