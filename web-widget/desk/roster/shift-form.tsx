import { useState } from 'preact/hooks'
import type { DutyShift } from '../../../shared/domain/roster/duty-roster.ts'
import { SelectField } from '../../kit/fields.tsx'
import { dayIn } from '../parts/day-text.ts'
import { rosterWords } from './roster-context.ts'
import { readTurnFields, TurnFields, type TypedTurn, type Wrongs } from './turn-fields.tsx'
import { DayField, leadsToWrong } from '../parts/when-fields.tsx'

export type ShiftFormProps = { shift: DutyShift; done(shift: DutyShift): void; cancel(): void }

const most = 4
const fields = { startsOn: 'shift-starts', until: 'shift-until' }

/** The form for one repeating turn: weekday, hours, worker, role and frequency. */
export function ShiftForm({ shift, done, cancel }: ShiftFormProps) {
  const { shifts: words } = rosterWords
  const [typed, setTyped] = useState(typedOf(shift))
  const [wrongs, setWrongs] = useState<Wrongs>({})
  const change = (some: Partial<Typed>) => setTyped({ ...typed, ...some })
  const weeks = Array.from({ length: Math.max(most, shift.everyWeeks) }, (_, place) => place + 1)
  function submit(event: Event) {
    event.preventDefault()
    const read = readShift(shift, typed)
    setWrongs(read.wrongs)
    if (!leadsToWrong(read.wrongs) && read.shift !== null) done(read.shift)
  }
  return (
    <form class="panel fields" onSubmit={submit}>
      <SelectField
        id="shift-on"
        label={words.weekday}
        options={Object.entries(rosterWords.weekdays)}
        value={typed.on}
        change={(on) => change({ on })}
      />
      <TurnFields form="shift" typed={typed} wrongs={wrongs} change={change} />
      <SelectField
        id="shift-weeks"
        label={words.everyWeeks}
        options={weeks.map((count) => [String(count), words.everyWeek(count)])}
        value={typed.everyWeeks}
        change={(everyWeeks) => change({ everyWeeks })}
      />
      <DayField
        id={fields.startsOn}
        label={words.startsOn}
        value={typed.startsOn}
        error={wrongs[fields.startsOn]}
        change={(startsOn) => change({ startsOn })}
      />
      <DayField
        id={fields.until}
        label={words.until}
        value={typed.until}
        error={wrongs[fields.until]}
        change={(until) => change({ until })}
      />
      <p class="buttons">
        <button type="submit" class="main">
          {words.done}
        </button>
        <button type="button" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}

type Typed = TypedTurn & Record<'on' | 'everyWeeks' | 'startsOn' | 'until', string>

function typedOf({ worker, role, team, on, everyWeeks, startsOn, until, from, to }: DutyShift): Typed {
  return {
    worker: worker === 'worker_' ? '' : worker,
    role,
    team: team ?? '',
    on,
    everyWeeks: String(everyWeeks),
    startsOn,
    until: until ?? '',
    from,
    to,
  }
}

function readShift({ id }: DutyShift, typed: Typed): { shift: DutyShift | null; wrongs: Wrongs } {
  const { missing, weekdays } = rosterWords
  const { on } = typed
  const { turn, wrongs: ofTurn } = readTurnFields('shift', typed)
  const [startsOn, until] = [dayIn(typed.startsOn), dayIn(typed.until)]
  const endsTooSoon = startsOn !== null && until !== null && until < startsOn
  const wrongs = {
    ...ofTurn,
    [fields.startsOn]: startsOn === null ? missing.day : null,
    [fields.until]: endsTooSoon ? missing.dayAfter : null,
  }
  if (turn === null || startsOn === null || endsTooSoon || !isIn(weekdays, on)) return { shift: null, wrongs }
  return { shift: { id, ...turn, on, everyWeeks: Number(typed.everyWeeks), startsOn, until }, wrongs }
}

function isIn<Key extends string>(names: Record<Key, string>, key: string): key is Key {
  return Object.hasOwn(names, key)
}
