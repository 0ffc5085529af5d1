import type { OpenContact } from '../state/contacts.ts'
import { useDesk, words } from '../state/desk-context.ts'

/** The open contacts, to switch between; each keeps its own notes. */
export function ContactRow() {
  const { contacts } = useDesk()
  const all = contacts.all()
  const current = contacts.current()
  if (all.length < 2 && current?.isLive) return null
  return (
    <nav class="contact-row" aria-label={words.now.contacts}>
      {all.map((one) => (
        <span key={one.id} class={one.isLive ? 'live' : ''}>
          <button type="button" aria-current={one === current ? 'true' : undefined} onClick={() => contacts.show(one.id)}>
            {nameOf(one)}
          </button>
          {one.isLive ? null : (
            <button
              type="button"
              class="icon"
              aria-label={`${words.now.dismiss}: ${nameOf(one)}`}
              title={words.now.dismiss}
              onClick={() => contacts.dismiss(one.id)}
            >
              <svg viewBox="0 0 20 20" width="16" height="16" aria-hidden="true">
                <path d="M5 5l10 10M15 5L5 15" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
              </svg>
            </button>
          )}
        </span>
      ))}
    </nav>
  )
}

function nameOf({ known }: OpenContact): string {
  if (known === null) return words.loading
  const { channel, alias, municipality } = known.contact
  const who = alias ?? municipality?.name ?? known.contact.arrived?.clock
  return [channel === null ? words.now.heading : words.channels[channel], who].filter(Boolean).join(' · ')
}
