import { useEffect } from 'preact/hooks'
import { deskLineNl } from '../../../shared/words/nl/desk/line.ts'
import { referrers, useDesk, words } from '../state/desk-context.ts'
import { useFresh } from '../client/use-fresh.ts'

/** Who waits for a worker, on every screen, also during a conversation; the screen “The line” tells the same from the side of Connect. */
export function WaitingStrip() {
  const { client, contacts } = useDesk()
  const [line, again] = useFresh(() => client.line())
  // What the workspace reports is known before the next look: a contact rings here, or one was accepted or is over.
  const moved = [contacts.ringing(), ...contacts.all().map(({ id, isLive }) => `${id} ${isLive}`)].join()
  useEffect(again, [moved])
  const taken = new Set(contacts.all().map(({ id }) => `contact_${id}`))
  const waiting = line.kind === 'ok' ? line.body.waiting.filter(({ contact }) => !taken.has(contact)) : []
  return (
    <div class="waiting-strip" role="status">
      {waiting.length === 0 ? null : (
        <>
          <b>{deskLineNl.waitingHeading}</b>
          <ul>
            {waiting.map(({ contact, channel, referrerType, minutes }) => (
              <li key={contact}>
                {deskLineNl.waitingFor({
                  channel: words.channels[channel],
                  who: referrerType === null ? null : referrers[referrerType],
                  minutes,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
