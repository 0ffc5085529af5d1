import type { TypedHours } from '../../../shared/contracts/hours/hours.ts'
import type { Weekday } from '../../../shared/domain/time/brussels-time.ts'
import { deskRosterNl } from '../../../shared/words/nl/desk/roster.ts'
import { hoursWords, spanField, weekOrder, type Wrong, wrongAt, wrongIds } from './hours-typed.ts'
import { ClockField, leadTo } from '../parts/when-fields.tsx'

export type HoursPartProps = { typed: TypedHours; change(typed: TypedHours): void; wrongs: readonly Wrong[] }
type Spans = TypedHours['week'][Weekday]

const maxSpans = 6

/** The week: each day is closed, or open in one or more spans. */
export function HoursWeek({ typed, change, wrongs }: HoursPartProps) {
  const never = wrongAt(wrongs, wrongIds.week)
  return (
    <section class="hours-week" aria-labelledby={wrongIds.week}>
      <h2 id={wrongIds.week} tabIndex={-1}>
        {hoursWords.week}
      </h2>
      {never === null ? null : <p class="error">{never}</p>}
      {weekOrder.map((on) => (
        <OneDay
          key={on}
          on={on}
          spans={typed.week[on]}
          wrongs={wrongs}
          change={(spans) => change({ ...typed, week: { ...typed.week, [on]: spans } })}
        />
      ))}
      <label class="tick">
        <input type="checkbox" checked={typed.flemishFeast} onChange={() => change({ ...typed, flemishFeast: !typed.flemishFeast })} />
        <span>{hoursWords.feast}</span>
      </label>
    </section>
  )
}

type OneDayProps = { on: Weekday; spans: Spans; wrongs: readonly Wrong[]; change(spans: Spans): void }

function OneDay({ on, spans, wrongs, change }: OneDayProps) {
  const name = deskRosterNl.weekdays[on]
  function add() {
    const last = spans.at(-1)
    change([...spans, last === undefined ? { from: '09:00', to: '17:00' } : { from: '', to: '' }])
    leadTo(spanField(on, spans.length, 'from'))
  }
  function remove(index: number) {
    change(spans.filter((_, at) => at !== index))
    leadTo(`hours-add-${on}`)
  }
  const edit = (index: number, some: Partial<Spans[number]>) =>
    change(spans.map((span, at) => (at === index ? { ...span, ...some } : span)))
  const field = (index: number, end: 'from' | 'to', value: string) => {
    const id = spanField(on, index, end)
    const label = end === 'from' ? hoursWords.spanFrom(index) : hoursWords.spanTo(index)
    return <ClockField id={id} label={label} value={value} error={wrongAt(wrongs, id)} change={(text) => edit(index, { [end]: text })} />
  }
  return (
    <fieldset class="hours-day">
      <legend>{name}</legend>
      {spans.length === 0 ? <p class="closed">{hoursWords.closedDay}</p> : null}
      {spans.map(({ from, to }, index) => (
        // The index is the key, since a span has no id: when one is removed, the others move up.
        <div class="span" key={index}>
          {field(index, 'from', from)}
          {field(index, 'to', to)}
          <button
            type="button"
            class="quiet"
            aria-label={hoursWords.removeSpan(name, `${from} ${hoursWords.to} ${to}`)}
            onClick={() => remove(index)}
          >
            {hoursWords.remove}
          </button>
        </div>
      ))}
      {spans.length < maxSpans ? (
        <button type="button" id={`hours-add-${on}`} aria-label={hoursWords.addSpan(name)} onClick={add}>
          {hoursWords.addSpanShort}
        </button>
      ) : null}
    </fieldset>
  )
}
