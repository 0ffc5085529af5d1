import { useState } from 'preact/hooks'
import type { DeskRosterDay } from '../../../shared/contracts/roster/roster.ts'
import type { Day } from '../../../shared/domain/time/brussels-time.ts'
import { type Axis, axisOf, type Bar, barsOf } from './plot.ts'
import { rosterWords, useRoster } from './roster-context.ts'
import { TurnPanel } from './roster-turn.tsx'
import { leadTo } from '../parts/when-fields.tsx'

/** The weeks as a plot: a row per day, time from left to right, first workers above backups; on a small screen a list. */
export function RosterPlot({ show }: { show(from: Day | null): void }) {
  const { roster } = useRoster()
  const { weeks } = rosterWords
  const axis = axisOf(roster.days)
  return (
    <section class="roster-weeks" aria-labelledby="weeks">
      <div class="roster-head">
        <h2 id="weeks">{weeks.heading}</h2>
        <p>
          <button type="button" onClick={() => show(roster.earlier)}>
            {weeks.earlier}
          </button>
          <button type="button" onClick={() => show(null)}>
            {weeks.today}
          </button>
          <button type="button" onClick={() => show(roster.later)}>
            {weeks.later}
          </button>
        </p>
      </div>
      {weeksOf(roster.days).map((days) => (
        <Week key={days[0]?.day} days={days} axis={axis} />
      ))}
    </section>
  )
}

function Week({ days, axis }: { days: readonly DeskRosterDay[]; axis: Axis }) {
  const monday = days[0]?.day ?? null
  if (monday === null) return null
  return (
    <section class="week" aria-labelledby={`week-${monday}`}>
      <h3 id={`week-${monday}`}>{rosterWords.weekOf(monday)}</h3>
      <Hours axis={axis} />
      <ol>
        {days.filter(isWorthARow).map((day) => (
          <OneDay key={day.day} day={day} axis={axis} />
        ))}
      </ol>
    </section>
  )
}

function weeksOf(days: readonly DeskRosterDay[]): DeskRosterDay[][] {
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7))
}

// An empty day outside the opening week is left out; a holiday is shown.
function isWorthARow({ spans, turns, closed }: DeskRosterDay): boolean {
  return spans.length > 0 || turns.length > 0 || (closed !== null && closed.kind !== 'not-in-week')
}

function Hours({ axis }: { axis: Axis }) {
  const hours = Array.from({ length: (axis.to - axis.from) / 4 }, (_, place) => axis.from / 4 + place)
  return (
    <p class="hour-axis" aria-hidden="true" style={{ '--quarters': axis.to - axis.from }}>
      {hours.map((hour) => (
        <span key={hour}>{hour}</span>
      ))}
    </p>
  )
}

function OneDay({ day, axis }: { day: DeskRosterDay; axis: Axis }) {
  const { roster } = useRoster()
  const [open, setOpen] = useState<string | null>(null)
  const bars = barsOf(day, axis)
  const opened = bars.find((bar) => keyOf(bar) === open)
  const isPast = day.day < roster.today
  const name = `day-${day.day}`
  function close(backTo: string | null) {
    setOpen(null)
    if (backTo !== null) leadTo(backTo)
  }
  return (
    <li class={`day ${isPast ? 'past' : ''} ${day.day === roster.today ? 'today' : ''}`}>
      <h4 id={name} tabIndex={-1}>
        {rosterWords.dayName(day.day, day.weekday)}
        {day.day === roster.today ? <b> {rosterWords.weeks.today}</b> : null}
      </h4>
      {day.closed === null ? null : <p class="closed">{closedSaid(day.closed)}</p>}
      {bars.length === 0 ? null : (
        <ul class="bars" aria-labelledby={name} style={{ '--quarters': axis.to - axis.from }}>
          {bars.map((bar) => (
            <OneBar
              key={keyOf(bar)}
              bar={bar}
              day={day}
              isOpen={open === keyOf(bar)}
              toggle={() => setOpen(open === keyOf(bar) ? null : keyOf(bar))}
            />
          ))}
        </ul>
      )}
      {opened?.kind === 'turn' ? (
        <TurnPanel key={open} day={day} turn={opened.turn} id={`${name}-panel`} opener={idOf(day, opened)} close={close} />
      ) : null}
    </li>
  )
}

type OneBarProps = { bar: Bar; day: DeskRosterDay; isOpen: boolean; toggle(): void }

function OneBar({ bar, day, isOpen, toggle }: OneBarProps) {
  const place = { '--begins': bar.begins + 1, '--length': bar.length, '--row': bar.row }
  if (bar.kind !== 'turn') {
    return (
      <li class={`bar ${bar.kind}`} style={place}>
        <b>{bar.kind === 'nobody' ? rosterWords.day.nobody : rosterWords.day.noBackup}</b> <span>{rosterWords.span(bar.from, bar.to)}</span>
      </li>
    )
  }
  const { turn } = bar
  const said = (
    <>
      <b>{turn.worker.name}</b>
      {turn.isMine ? ' ' : null}
      {turn.isMine ? <i>{rosterWords.you}</i> : null} <span>{rosterWords.span(turn.from, turn.to)}</span>{' '}
      <span class={turn.role === 'first' ? 'role visually-hidden' : 'role'}>{rosterWords.roles[turn.role]}</span>
      {turn.changed === null ? null : <em> {rosterWords.day.changed[turn.changed]}</em>}
    </>
  )
  return (
    <li class={`bar turn ${turn.role} ${turn.isMine ? 'mine' : ''}`} style={place}>
      {turn.mayChange ? (
        <button type="button" id={idOf(day, bar)} aria-expanded={isOpen} onClick={toggle}>
          {said}
        </button>
      ) : (
        <p>{said}</p>
      )}
    </li>
  )
}

function closedSaid(closed: NonNullable<DeskRosterDay['closed']>): string {
  const { day, holidays } = rosterWords
  if (closed.kind === 'not-in-week') return day.notInWeek
  return `${day.closed} ${closed.kind === 'holiday' ? holidays[closed.holiday] : closed.reason}`
}

function keyOf(bar: Bar): string {
  if (bar.kind !== 'turn') return `${bar.kind}-${bar.from}`
  const { turn } = bar
  return [turn.role, turn.from, turn.to, turn.worker.id].join('-').replaceAll(':', '')
}

function idOf({ day }: DeskRosterDay, bar: Bar): string {
  return `turn-${day}-${keyOf(bar)}`
}
