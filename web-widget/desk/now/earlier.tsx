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
            <li key={one.conversationId}>{one.sure ? earlierSaid(one) : <Maybe id={id} one={one} />}</li>
          ))}
        </ol>
      ) : null}
      {earlier?.some(({ sure }) => !sure) ? <p class="soft">{now.maybeHelp}</p> : null}
      <LookUp id={id} />
    </section>
  )
}

/** An earlier conversation with the same number only: the worker says whether it is of the same person. */
function Maybe({ id, one }: { id: string; one: EarlierContact }) {
  const { client, contacts } = useDesk()
  const [failed, fail] = useState('')
  const said = earlierSaid(one)
  async function answer(same: boolean) {
    const result = await client.saySame(id, { about: one.conversationId, same })
    if (result.kind === 'ok') contacts.learn(id, { earlier: result.body.earlier, promises: result.body.promises })
    else fail(result.sentence ?? words.offline)
  }
  return (
    <>
      {words.now.maybe}: {said}{' '}
      <span class="answers">
        <button type="button" class="quiet" aria-label={`${words.now.isSame}: ${said}`} onClick={() => void answer(true)}>
          {words.now.isSame}
        </button>
        <button type="button" class="quiet" aria-label={`${words.now.isOther}: ${said}`} onClick={() => void answer(false)}>
          {words.now.isOther}
        </button>
      </span>
      {failed === '' ? null : <span role="alert">{failed}</span>}
    </>
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
