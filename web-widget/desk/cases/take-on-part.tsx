import { useState } from 'preact/hooks'
import type { DeskPlaces, TakenOn } from '../../../shared/contracts/desk.ts'
import type { WorkerId } from '../../../shared/domain/ids.ts'
import { TextField } from '../../kit/fields.tsx'
import type { Trouble } from '../client/api-result.ts'
import type { Keeper } from '../state/autosave.ts'
import { useRoom, words } from '../state/desk-context.ts'
import { TakenOnNote } from './taken-on-note.tsx'
import { TroubleNote } from '../parts/failure-note.tsx'
import { useGot } from '../client/use-query.ts'

/** "Take the question on": who has a place, why when nobody has, and the case that comes of it. */
export function TakeOnPart({ keeper }: { keeper: Keeper }) {
  const { conversation, notes } = keeper.draft()
  if (conversation.takenOn !== null) return <TakenOnNote takenOn={conversation.takenOn} />
  if (notes.outcome !== 'taken-on') return null
  return <TakeOnForm keeper={keeper} />
}

function TakeOnForm({ keeper }: { keeper: Keeper }) {
  const { doors, me } = useRoom()
  const { takeOn } = words
  const { conversation } = keeper.draft()
  const [places, lookAgain] = useGot(() => doors.places(), conversation.id)
  const [worker, setWorker] = useState('')
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<TakenOn | Trouble | null>(null)
  const needsReason = outcome?.kind === 'needs-reason'

  async function submit(event: Event) {
    event.preventDefault()
    if (!isWorkerId(worker)) return
    const got = await doors.takeOn(conversation.id, { worker, reason: needsReason ? reason.trim() || null : null })
    setOutcome(got.kind === 'got' ? got.body : got)
    if (got.kind === 'trouble') return
    if (got.body.kind === 'taken-on') keeper.takenOn({ caseId: got.body.case.id, worker: got.body.case.worker })
    else if (got.body.kind === 'already-taken-on') keeper.takenOn(got.body)
    else lookAgain()
  }
  if (places.kind === 'asking') return <p role="status">{words.loading}</p>
  if (places.kind === 'trouble') return <TroubleNote trouble={places} again={lookAgain} />
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
  const { me } = useRoom()
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

// The one who had the talk comes first: continuity for the referrer. Then most free places first, as the server orders them.
function ownFirst({ workers }: DeskPlaces, own: string): DeskPlaces['workers'] {
  return [...workers.filter(({ id }) => id === own), ...workers.filter(({ id }) => id !== own)]
}

function sentenceFor(outcome: TakenOn | Trouble | null): string {
  if (outcome?.kind === 'needs-consent') return words.takeOn.needsConsent
  if (outcome?.kind === 'not-logged') return words.takeOn.needsLog
  return outcome?.kind === 'trouble' ? (outcome.sentence ?? words.offline) : ''
}

function isWorkerId(id: string): id is WorkerId {
  return id.startsWith('worker_')
}
