import type { DeskCase } from '../../../shared/contracts/cases/cases.ts'
import type { CaseId } from '../../../shared/domain/ids.ts'
import { connectIdOf } from '../client/ids.ts'
import { useDesk, words } from '../state/desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useQuery } from '../client/use-query.ts'

/** The screen “My families”: the worker’s own cases, or one case of the region that a link opened. */
export function Families({ shown }: { shown: CaseId | null }) {
  const { client, go } = useDesk()
  const { families } = words
  const [result, again] = useQuery(() => (shown === null ? client.cases() : oneOf(client.case(shown))), shown ?? '')
  return (
    <section aria-labelledby="families">
      <h1 id="families">{families.heading}</h1>
      {shown === null ? null : (
        <button type="button" class="quiet" onClick={() => go({ kind: 'families', case: null })}>
          {families.back}
        </button>
      )}
      {result.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {result.kind === 'failed' ? <FailureNote failure={result} again={again} /> : null}
      {result.kind === 'ok' && result.body.cases.length === 0 ? <p>{families.none}</p> : null}
      {result.kind === 'ok' ? (
        <ul class="cards">
          {result.body.cases.map((one) => (
            <Case key={one.id} one={one} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Case({ one }: { one: DeskCase }) {
  const { me, contacts, go } = useDesk()
  const { families } = words
  const municipality = me.municipalities.find(([nis]) => nis === one.municipality)?.[1] ?? words.form.municipalityUnknown
  function open() {
    contacts.open(connectIdOf(one.conversationId), 'looked-up')
    go({ kind: 'now' })
  }
  return (
    <li>
      <h2>{municipality}</h2>
      <p class="due">{families.perspectiveDue(one.perspectiveTalkDue)}</p>
      <dl>
        <div>
          <dt>{families.stage}</dt>
          <dd>{families.stages[one.stage]}</dd>
        </div>
        <div>
          <dt>{families.referred}</dt>
          <dd>{words.moment(one.referred)}</dd>
        </div>
        <div>
          <dt>{me.region.workerTitle}</dt>
          <dd>{one.worker}</dd>
        </div>
      </dl>
      {one.overCapacityReason === null ? null : <p class="advice">{families.overFull(one.overCapacityReason)}</p>}
      <button type="button" onClick={open}>
        {families.conversation}
      </button>
    </li>
  )
}

async function oneOf(asked: ReturnType<ReturnType<typeof useDesk>['client']['case']>) {
  const result = await asked
  return result.kind === 'ok' ? { kind: result.kind, body: { cases: [result.body] } } : result
}
