import { useState } from 'preact/hooks'
import type { DeskHours, HoursSaved, TypedHours } from '../../../shared/contracts/hours/hours.ts'
import type { ApiFailure } from '../client/api-result.ts'
import { HoursClosings } from './hours-closings.tsx'
import { hoursWords, typedOf, type Wrong, wrongIds, wrongsOf } from './hours-typed.ts'
import { HoursWeek } from './hours-week.tsx'
import { useDesk, words } from '../state/desk-context.ts'
import { FailureNote, failureSaid } from '../parts/failure-note.tsx'
import { useQuery } from '../client/use-query.ts'
import { leadTo } from '../parts/when-fields.tsx'

/** The screen “Opening hours”, for the coordinator: the week, the closing days and what follows from them. */
export function HoursScreen() {
  const { client } = useDesk()
  const [said, say] = useState<HoursSaved | ApiFailure | null>(null)
  const [result, again] = useQuery(() => client.hours(), '')
  return (
    <section aria-labelledby="opening-hours">
      <h1 id="opening-hours">{hoursWords.heading}</h1>
      <p>{hoursWords.help}</p>
      {result.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {result.kind === 'failed' ? <FailureNote failure={result} again={again} /> : null}
      <div class={toneOf(said)} id="hours-said" role="status" tabIndex={-1}>
        {saidIn(said).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {result.kind === 'ok' ? <HoursForm key={result.body.version} standing={result.body} said={said} say={say} again={again} /> : null}
    </section>
  )
}

type HoursFormProps = { standing: DeskHours; said: HoursSaved | ApiFailure | null; say(said: HoursSaved | ApiFailure): void; again(): void }

function HoursForm({ standing, said, say, again }: HoursFormProps) {
  const { client } = useDesk()
  const before = typedOf(standing.hours)
  const [typed, setTyped] = useState<TypedHours>(before)
  const isChanged = JSON.stringify(typed) !== JSON.stringify(before)
  const wrongs: Wrong[] = said?.kind === 'contradicts' ? wrongsOf(said.problems) : []
  async function save(event: Event) {
    event.preventDefault()
    const result = await client.saveHours({ version: standing.version, hours: typed })
    const outcome = result.kind === 'ok' ? result.body : result
    say(outcome)
    if (outcome.kind === 'contradicts') return leadTo(wrongsOf(outcome.problems)[0]?.id ?? 'opening-hours')
    if (outcome.kind !== 'failed') again()
    leadTo('hours-said')
  }
  return (
    <form class="hours-form" noValidate onSubmit={(event) => void save(event)}>
      <HoursWeek typed={typed} change={setTyped} wrongs={wrongs} />
      <HoursClosings standing={standing} typed={typed} change={setTyped} wrongs={wrongs} />
      {wrongs
        .filter(({ id }) => id === wrongIds.form)
        .map(({ sentence }) => (
          <p class="error" key={sentence} id={wrongIds.form} tabIndex={-1}>
            {sentence}
          </p>
        ))}
      <div class="hours-save">
        <p>{hoursWords.follows}</p>
        <p class="buttons">
          <button type="submit" class="main">
            {hoursWords.save}
          </button>
          {isChanged ? (
            <>
              <button type="button" onClick={() => setTyped(before)}>
                {hoursWords.undo}
              </button>
              <span role="status">{hoursWords.notSaved}</span>
            </>
          ) : null}
        </p>
      </div>
    </form>
  )
}

function toneOf(said: HoursSaved | ApiFailure | null): string {
  if (said === null) return 'said'
  return said.kind === 'saved' ? 'said filled' : 'said filled wrong'
}

function saidIn(said: HoursSaved | ApiFailure | null): string[] {
  switch (said?.kind) {
    case undefined:
      return []
    case 'failed':
      return [failureSaid(said)]
    case 'stale':
      return [hoursWords.stale]
    case 'contradicts':
      return [hoursWords.contradicts(said.problems.length)]
    case 'saved': {
      const { turns, callbacks } = said.inNewClosings
      const saved = said.isLive ? hoursWords.saved : hoursWords.savedLater
      return turns + callbacks === 0 ? [saved] : [saved, hoursWords.inNewClosings({ turns, callbacks })]
    }
  }
}
