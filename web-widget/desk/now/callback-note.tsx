import { useDesk, words } from '../state/desk-context.ts'
import { whoIn } from '../callbacks/callback-words.ts'
import { leadTo } from '../parts/when-fields.tsx'

/** Above the notes of a call back: who was called, and why. */
export function CallbackNote({ contactId }: { contactId: string }) {
  const { callsOut, me, go } = useDesk()
  const { callbacks } = words
  const entry = callsOut.about(contactId)
  if (entry === null) return null
  return (
    <section class="callback-note" aria-labelledby="callback-note">
      <h2 id="callback-note">{callbacks.nowHeading}</h2>
      <p>
        <b>{whoIn(entry, me)}</b>, {callbacks.reasons[entry.reason]}, {words.moment(entry.asked)}
      </p>
      <p>{callbacks.nowHelp}</p>
      <button
        type="button"
        onClick={() => {
          go({ kind: 'callbacks' })
          leadTo(`callback-${entry.id}`)
        }}
      >
        {callbacks.back}
      </button>
    </section>
  )
}
