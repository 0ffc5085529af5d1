import { useRef, useState } from 'preact/hooks'
import type { DeskCalendar } from '../../../shared/contracts/roster/calendar.ts'
import type { ApiResult } from '../client/api-result.ts'
import { useDesk } from '../state/desk-context.ts'
import { rosterWords, useRoster } from './roster-context.ts'
import { failureSaid } from '../parts/failure-note.tsx'

/** The worker’s own calendar feed. Its URL is a secret, and a new URL makes the old one invalid. */
export function RosterCalendar() {
  const { client } = useDesk()
  const { say } = useRoster()
  const { calendar } = rosterWords
  const [path, setPath] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  async function take(asked: Promise<ApiResult<DeskCalendar>>, sentence: string | null) {
    const result = await asked
    if (result.kind === 'failed') return say(failureSaid(result))
    setPath(result.body.path)
    if (sentence !== null) say(sentence)
    requestAnimationFrame(() => field.current?.select())
  }
  async function copy() {
    field.current?.select()
    // A frame may not be allowed to write the clipboard; the URL is selected, so that the worker can copy it with the keyboard.
    const written = await navigator.clipboard?.writeText(location.origin + path).then(
      () => true,
      () => false,
    )
    say(written ? calendar.copied : calendar.copyByHand)
  }
  return (
    <section class="roster-calendar" aria-labelledby="calendar">
      <h2 id="calendar">{calendar.heading}</h2>
      <p>{calendar.help}</p>
      {path === null ? (
        <button type="button" onClick={() => void take(client.calendar(), null)}>
          {calendar.show}
        </button>
      ) : (
        <>
          <div class="field">
            <label for="calendar-address">{calendar.address}</label>
            <input id="calendar-address" ref={field} type="text" readOnly value={location.origin + path} />
          </div>
          <p class="buttons">
            <button type="button" onClick={() => void copy()}>
              {calendar.copy}
            </button>
            <button type="button" onClick={() => void take(client.renewCalendar(), calendar.renewed)}>
              {calendar.renew}
            </button>
          </p>
          <p>{calendar.renewHelp}</p>
        </>
      )}
    </section>
  )
}
