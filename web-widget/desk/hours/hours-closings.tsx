import type { DeskHours, TypedHours } from '../../../shared/contracts/hours/hours.ts'
import type { SuggestedClosure } from '../../../shared/domain/hours/suggested-closures.ts'
import { deskRosterNl } from '../../../shared/words/nl/desk/roster.ts'
import { TextField } from '../../kit/fields.tsx'
import { closingField, hoursWords, wrongAt } from './hours-typed.ts'
import type { HoursPartProps } from './hours-week.tsx'
import { DayField, leadTo } from '../parts/when-fields.tsx'

type Closing = TypedHours['closures'][number]

/** The closing days: the region’s own, suggestions, and the public holidays, which are computed. */
export function HoursClosings({ standing, typed, change, wrongs }: HoursPartProps & { standing: DeskHours }) {
  const { closures } = typed
  const become = (next: Closing[], backTo: string) => {
    change({ ...typed, closures: next })
    leadTo(backTo)
  }
  const edit = (index: number, some: Partial<Closing>) =>
    change({ ...typed, closures: closures.map((one, at) => (at === index ? { ...one, ...some } : one)) })
  const field = (index: number, part: 'from' | 'to', label: string) => {
    const id = closingField(index, part)
    return (
      <DayField
        id={id}
        label={label}
        value={closures[index]?.[part] ?? ''}
        error={wrongAt(wrongs, id)}
        change={(text) => edit(index, { [part]: text })}
      />
    )
  }
  return (
    <section class="closings" aria-labelledby="closings">
      <h2 id="closings" tabIndex={-1}>
        {hoursWords.closings}
      </h2>
      {closures.length === 0 ? <p>{hoursWords.closingsNone}</p> : null}
      <ul>
        {closures.map(({ reason }, index) => (
          // The index is the key, since a closing has no id: when one is removed, the others move up.
          <li class="closing" key={index}>
            {field(index, 'from', hoursWords.closingFrom)}
            {field(index, 'to', hoursWords.closingTo)}
            <TextField
              id={closingField(index, 'reason')}
              label={hoursWords.reason}
              maxLength={200}
              value={reason}
              error={wrongAt(wrongs, closingField(index, 'reason'))}
              change={(text) => edit(index, { reason: text })}
            />
            <button
              type="button"
              class="quiet"
              aria-label={hoursWords.removeClosing(reason)}
              onClick={() =>
                become(
                  closures.filter((_, at) => at !== index),
                  'closings',
                )
              }
            >
              {hoursWords.remove}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => become([...closures, { from: '', to: '', reason: '' }], closingField(closures.length, 'from'))}>
        {hoursWords.addClosing}
      </button>
      <Suggestions standing={standing} closures={closures} accept={(closing) => become([...closures, closing], 'suggestions')} />
      <details>
        <summary>{hoursWords.holidays}</summary>
        <p>{hoursWords.holidaysHelp}</p>
        <ul>
          {standing.holidays
            .filter(({ holiday }) => typed.flemishFeast || holiday !== 'flemish-feast')
            .map(({ day, weekday, holiday }) => (
              <li key={day}>
                {deskRosterNl.holidays[holiday]}: {deskRosterNl.weekdays[weekday]} {hoursWords.closing(day, day)}
              </li>
            ))}
        </ul>
      </details>
    </section>
  )
}

type SuggestionsProps = { standing: DeskHours; closures: readonly Closing[]; accept(closing: Closing): void }

function Suggestions({ standing, closures, accept }: SuggestionsProps) {
  const open = standing.suggestions
    .flatMap((year) => year.closures)
    .filter(({ from, to }) => !closures.some((one) => one.from <= to && from <= one.to && one.from !== ''))
  return (
    <section aria-labelledby="suggestions">
      <h3 id="suggestions" tabIndex={-1}>
        {hoursWords.suggestions}
      </h3>
      <p>{open.length === 0 ? hoursWords.noSuggestions : hoursWords.suggestionsHelp}</p>
      <ul class="suggestions">
        {open.map((one) => (
          <li key={one.from}>
            <button type="button" onClick={() => accept({ from: one.from, to: one.to, reason: reasonOf(one) })}>
              {hoursWords.accept(`${reasonOf(one)}, ${hoursWords.closing(one.from, one.to)}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function reasonOf(suggested: SuggestedClosure): string {
  return hoursWords.reasons[suggested.kind]
}
