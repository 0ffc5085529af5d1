import { useState } from 'preact/hooks'
import type { DeskPlaces, TakenOn } from '../../../shared/contracts/cases/cases.ts'
import { outcomeRules } from '../../../shared/domain/conversations/outcomes.ts'
import type { WorkerId } from '../../../shared/domain/ids.ts'
import { TextField } from '../../kit/fields.tsx'
import type { ApiFailure } from '../client/api-result.ts'
import type { Autosave } from '../state/autosave.ts'
import { useDesk, words } from '../state/desk-context.ts'
import { TakenOnNote } from './taken-on-note.tsx'
import { FailureNote, failureSaid } from '../parts/failure-note.tsx'
import { useQuery } from '../client/use-query.ts'

/** Taking on the question: which workers have a free place, a reason when nobody has, and the case that results. */
export function TakeOnPart({ autosave }: { autosave: Autosave }) {
  const { conversation, notes } = autosave.draft()
  if (conversation.takenOn !== null) return <TakenOnNote takenOn={conversation.takenOn} />
  if (notes.outcome === null || !outcomeRules[notes.outcome].opensCase) return null
  return <TakeOnForm autosave={autosave} />
}

function TakeOnForm({ autosave }: { autosave: Autosave }) {
  const { client, me } = useDesk()
  const { takeOn } = words
  const { conversation } = autosave.draft()
  const [places, lookAgain] = useQuery(() => client.places(), conversation.id)
  const [worker, setWorker] = useState('')
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<TakenOn | ApiFailure | null>(null)
  const needsReason = outcome?.kind === 'needs-reason'

  async function submit(event: Event) {
    event.preventDefault()
    if (!isWorkerId(worker)) return
    const result = await client.takeOn(conversation.id, { worker, reason: needsReason ? reason.trim() || null : null })
    setOutcome(result.kind === 'ok' ? result.body : result)
    if (result.kind === 'failed') return
    if (result.body.kind === 'taken-on') autosave.takenOn({ caseId: result.body.case.id, worker: result.body.case.worker })
    else if (result.body.kind === 'already-taken-on') autosave.takenOn(result.body)
    else lookAgain()
  }
  if (places.kind === 'asking') return <p role="status">{words.loading}</p>
  if (places.kind === 'failed') return <FailureNote failure={places} again={lookAgain} />
  return (
    <form class="take-on" onSubmit={submit} aria-labelledby="take-on">
      <h2 id="take-on">{takeOn.heading}</h2>
      <Workers places={ownFirst(places.body, me.worker.id)} own={me.worker.id} chosen={worker} choose={setWorker} />
      {needsReason ? (
        <>
          <p class="advice" role="alert">
            {outcome.why === 'full' ? takeOn.needsReason : takeOn.lastPlaceGone}
          </p>
          <TextField id="reason" label={takeOn.reason} maxLength={300} value={reason} change={setReason} />
        </>
      ) : null}
      <p role="alert">{sentenceFor(outcome)}</p>
      <button type="submit" class="main">
        {takeOn.button}
      </button>
    </form>
  )
}

type WorkersProps = { places: DeskPlaces['workers']; own: string; chosen: string; choose(worker: string): void }

function Workers({ places, own, chosen, choose }: WorkersProps) {
  const { me } = useDesk()
  const { takeOn } = words
  return (
    <fieldset class="workers">
      <legend>{takeOn.worker}</legend>
      {places.map(({ id, name, team, free, places: all }) => (
        <label key={id} class={free === 0 ? 'full' : ''}>
          <input type="radio" name="worker" required checked={id === chosen} onChange={() => choose(id)} />
          <span class="name">{id === own ? `${name} (${takeOn.you})` : name}</span>
          <span class="team">{me.region.teams.find((one) => one.id === team)?.name}</span>
          <span class="places">{free === 0 ? takeOn.full : takeOn.places(free, all)}</span>
        </label>
      ))}
    </fieldset>
  )
}

// The worker who had the conversation comes first, for continuity; the rest keep the server’s order, most free places first.
function ownFirst({ workers }: DeskPlaces, own: string): DeskPlaces['workers'] {
  return [...workers.filter(({ id }) => id === own), ...workers.filter(({ id }) => id !== own)]
}

function sentenceFor(outcome: TakenOn | ApiFailure | null): string {
  if (outcome?.kind === 'needs-consent') return words.takeOn.needsConsent
  if (outcome?.kind === 'family-declines') return words.takeOn.familyDeclines
  if (outcome?.kind === 'not-logged') return words.takeOn.needsLog
  return outcome?.kind === 'failed' ? failureSaid(outcome) : ''
}

function isWorkerId(id: string): id is WorkerId {
  return id.startsWith('worker_')
}
