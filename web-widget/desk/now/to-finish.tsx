import { connectIdOf } from '../client/ids.ts'
import { useRoom, words } from '../state/desk-context.ts'
import { TroubleNote } from '../parts/failure-note.tsx'
import { useGot } from '../client/use-query.ts'

/** The talks of this worker that are not logged or not taken on yet, oldest first: nothing gets lost after a busy hour. */
export function ToFinish() {
  const { doors, contacts, go } = useRoom()
  const { toFinish } = words
  const [got, again] = useGot(() => doors.toFinish(), '')
  function open(contactId: string) {
    contacts.open(connectIdOf(contactId), 'looked-up')
    go({ kind: 'now' })
  }
  return (
    <section aria-labelledby="to-finish">
      <h1 id="to-finish">{toFinish.heading}</h1>
      {got.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {got.kind === 'trouble' ? <TroubleNote trouble={got} again={again} /> : null}
      {got.kind === 'got' && got.body.conversations.length === 0 ? <p>{toFinish.none}</p> : null}
      {got.kind === 'got' ? (
        <ul class="cards">
          {got.body.conversations.map((one) => (
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
