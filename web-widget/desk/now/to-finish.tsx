import { connectIdOf } from '../client/ids.ts'
import { useDesk, words } from '../state/desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useQuery } from '../client/use-query.ts'

/** This worker’s conversations that are not logged or not taken on yet, oldest first. */
export function ToFinish() {
  const { client, contacts, go } = useDesk()
  const { toFinish } = words
  const [result, again] = useQuery(() => client.toFinish(), '')
  function open(contactId: string) {
    contacts.open(connectIdOf(contactId), 'looked-up')
    go({ kind: 'now' })
  }
  return (
    <section aria-labelledby="to-finish">
      <h1 id="to-finish">{toFinish.heading}</h1>
      {result.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {result.kind === 'failed' ? <FailureNote failure={result} again={again} /> : null}
      {result.kind === 'ok' && result.body.conversations.length === 0 ? <p>{toFinish.none}</p> : null}
      {result.kind === 'ok' ? (
        <ul class="cards">
          {result.body.conversations.map((one) => (
            <li key={one.id}>
              <p>
                <b>{one.municipality ?? words.form.municipalityUnknown}</b> {toFinish.since} {words.moment(one.openedAt)}
              </p>
              {one.waitsFor === 'take-on' ? <p>{toFinish.toTakeOn}</p> : null}
              <button type="button" onClick={() => open(one.contactId)}>
                {toFinish.open}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
