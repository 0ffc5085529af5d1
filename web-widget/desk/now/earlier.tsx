import { useState } from 'preact/hooks'
import type { EarlierContact } from '../../../shared/contracts/contacts/earlier-contacts.ts'
import type { DeskContact } from '../../../shared/contracts/conversations/desk-contact.ts'
import { TextField } from '../../kit/fields.tsx'
import { useDesk, words } from '../state/desk-context.ts'
import { failureSaid } from '../parts/failure-note.tsx'

/** The referrer’s earlier conversations, found by a code or number that the referrer gave; a code told now can be looked up as well. */
export function Earlier({ id, earlier }: { id: string; earlier: DeskContact['earlier'] }) {
  const { now } = words
  return (
    <section class="earlier" aria-labelledby="earlier">
      <h2 id="earlier">{now.earlier}</h2>
      {earlier === null ? <p>{now.earlierNotGiven}</p> : null}
      {earlier !== null && earlier.length === 0 ? <p>{now.noEarlier}</p> : null}
      {earlier !== null && earlier.length > 0 ? (
        <ol>
          {earlier.map((one) => (
            <li key={one.conversationId}>{earlierSaid(one)}</li>
          ))}
        </ol>
      ) : null}
      <LookUp id={id} />
    </section>
  )
}

function LookUp({ id }: { id: string }) {
  const { client, contacts } = useDesk()
  const [code, setCode] = useState('')
  const [error, setError] = useState<string | null>(null)
  async function lookUp(event: Event) {
    event.preventDefault()
    if (code.trim() === '') return
    const result = await client.earlier(id, code.trim())
    if (result.kind === 'ok') contacts.learn(id, { earlier: result.body.earlier })
    setError(result.kind === 'ok' ? null : result.why === 'not-found' ? words.now.codeNotFound : failureSaid(result))
  }
  return (
    <form class="look-up" onSubmit={lookUp}>
      <TextField id="code" isCode label={words.now.codeField} maxLength={40} value={code} error={error} change={setCode} />
      <button type="submit">{words.now.codeLookUp}</button>
    </form>
  )
}

function earlierSaid({ at, channel, outcome }: EarlierContact): string {
  const parts = [words.moment(at), channel === null ? '' : words.channels[channel], outcome === null ? '' : words.form.outcomes[outcome]]
  return parts.filter((part) => part !== '').join(' · ')
}
