import { useState } from 'preact/hooks'
import type { DeskHours, HoursSaved, TypedHours } from '../../../shared/contracts/hours.ts'
import type { Trouble } from '../client/api-result.ts'
import { HoursClosings } from './hours-closings.tsx'
import { hoursWords, typedOf, type Wrong, wrongIds, wrongsOf } from './hours-typed.ts'
import { HoursWeek } from './hours-week.tsx'
import { useRoom, words } from '../state/desk-context.ts'
import { TroubleNote } from '../parts/failure-note.tsx'
import { useGot } from '../client/use-query.ts'
import { leadTo } from '../parts/when-fields.tsx'

/** "Opening hours", for the coordinator: the week, the closing days and what follows from them. */
export function HoursScreen() {
  const { doors } = useRoom()
  const [said, say] = useState<HoursSaved | Trouble | null>(null)
  const [got, again] = useGot(() => doors.hours(), '')
  return (
    <section aria-labelledby="opening-hours">
      <h1 id="opening-hours">{hoursWords.heading}</h1>
      <p>{hoursWords.help}</p>
      {got.kind === 'asking' ? <p role="status">{words.loading}</p> : null}
      {got.kind === 'trouble' ? <TroubleNote trouble={got} again={again} /> : null}
      <div class={toneOf(said)} id="hours-said" role="status" tabIndex={-1}>
        {saidIn(said).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {got.kind === 'got' ? <HoursForm key={got.body.version} standing={got.body} said={said} say={say} again={again} /> : null}
    </section>
  )
}

type HoursFormProps = { standing: DeskHours; said: HoursSaved | Trouble | null; say(said: HoursSaved | Trouble): void; again(): void }

function HoursForm({ standing, said, say, again }: HoursFormProps) {
  const { doors } = useRoom()
  const before = typedOf(standing.hours)
  const [typed, setTyped] = useState<TypedHours>(before)
  const isChanged = JSON.stringify(typed) !== JSON.stringify(before)
  const wrongs: Wrong[] = said?.kind === 'contradicts' ? wrongsOf(said.problems) : []
  async function save(event: Event) {
    event.preventDefault()
    const got = await doors.saveHours({ version: standing.version, hours: typed })
    const outcome = got.kind === 'got' ? got.body : got
    say(outcome)
    if (outcome.kind === 'contradicts') return leadTo(wrongsOf(outcome.problems)[0]?.id ?? 'opening-hours')
    if (outcome.kind !== 'trouble') again()
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

function toneOf(said: HoursSaved | Trouble | null): string {
  if (said === null) return 'said'
  return said.kind === 'saved' ? 'said filled' : 'said filled wrong'
}

function saidIn(said: HoursSaved | Trouble | null): string[] {
  switch (said?.kind) {
    case undefined:
      return []
    case 'trouble':
      return [said.sentence ?? words.offline]
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
