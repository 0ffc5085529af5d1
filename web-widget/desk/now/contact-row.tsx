import { ContactName, contactName } from '../parts/contact-name.tsx'
import { useDesk, words } from '../state/desk-context.ts'

/** The open contacts, to switch between; each keeps its own notes. */
export function ContactRow() {
  const { contacts } = useDesk()
  const all = contacts.all()
  const current = contacts.current()
  if (all.length < 2 && current?.isLive) return null
  const live = all.filter((one) => one.isLive)
  return (
    <>
      {live.length > 1 && current !== null ? (
        // The workspace does not say which contact its softphone shows, so the desk says which one it is writing for.
        <p class="several-live" role="status">
          {words.now.severalLive(live.length, contactName(current))}
        </p>
      ) : null}
      <nav class="contact-row" aria-label={words.now.contacts}>
        {all.map((one) => (
          <span key={one.id} class={one.isLive ? 'live' : ''}>
            <button type="button" aria-current={one === current ? 'true' : undefined} onClick={() => contacts.show(one.id)}>
              <ContactName contact={one} />
            </button>
            {one.isLive ? null : (
              <button
                type="button"
                class="icon"
                aria-label={`${words.now.dismiss}: ${contactName(one)}`}
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
    </>
  )
}
