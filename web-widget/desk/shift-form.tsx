import { useState } from 'preact/hooks'
import type { DutyShift } from '../../shared/domain/duty-roster.ts'
import { SelectField } from '../kit/fields.tsx'
import { clockIn, dayIn } from './day-text.ts'
import { useRoom } from './room.ts'
import { isWorkerId, rosterWords, useRoster } from './roster-room.ts'
import { ClockField, DayField, leadsToWrong } from './when-fields.tsx'

export type ShiftFormProps = { shift: DutyShift; done(shift: DutyShift): void; cancel(): void }

const most = 4
const fields = { worker: 'shift-worker', from: 'shift-from', to: 'shift-to', startsOn: 'shift-starts', until: 'shift-until' }

/** One repeating turn: which weekday and hours, who, as what, and how often. */
export function ShiftForm({ shift, done, cancel }: ShiftFormProps) {
  const { roster } = useRoster()
  const { shifts: words } = rosterWords
  const [typed, setTyped] = useState(typedOf(shift))
  const [wrongs, setWrongs] = useState<Record<string, string | null>>({})
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
      <ClockField id={fields.from} label={words.from} value={typed.from} error={wrongs[fields.from]} change={(from) => change({ from })} />
      <ClockField id={fields.to} label={words.to} value={typed.to} error={wrongs[fields.to]} change={(to) => change({ to })} />
      <SelectField
        id={fields.worker}
        label={words.worker}
        empty={rosterWords.turn.choose}
        options={roster.colleagues.map(({ id, name }) => [id, name])}
        value={typed.worker}
        error={wrongs[fields.worker]}
        change={(worker) => change({ worker })}
      />
      <SelectField
        id="shift-role"
        label={words.role}
        options={Object.entries(rosterWords.roles)}
        value={typed.role}
        change={(role) => change({ role })}
      />
      <TeamField team={typed.team} change={(team) => change({ team })} />
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

function TeamField({ team, change }: { team: string; change(team: string): void }) {
  const { me } = useRoom()
  const { shifts: words } = rosterWords
  return (
    <SelectField
      id="shift-team"
      label={words.team}
      empty={words.ownTeam}
      options={me.region.teams.map(({ id, name }) => [id, name])}
      value={team}
      change={change}
    />
  )
}

type Typed = Record<'worker' | 'role' | 'team' | 'on' | 'everyWeeks' | 'startsOn' | 'until' | 'from' | 'to', string>

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

function readShift({ id }: DutyShift, typed: Typed): { shift: DutyShift | null; wrongs: Record<string, string | null> } {
  const { missing, weekdays } = rosterWords
  const { worker, on } = typed
  const [from, to, startsOn, until] = [clockIn(typed.from), clockIn(typed.to), dayIn(typed.startsOn), dayIn(typed.until)]
  const wrongs = {
    [fields.from]: from === null ? missing.clock : null,
    [fields.to]: to === null ? missing.clock : from !== null && to <= from ? missing.after : null,
    [fields.worker]: isWorkerId(worker) ? null : missing.choose,
    [fields.startsOn]: startsOn === null ? missing.day : null,
    [fields.until]: startsOn !== null && until !== null && until < startsOn ? missing.dayAfter : null,
  }
  const isRight = Object.values(wrongs).every((wrong) => wrong === null)
  if (!isRight || from === null || to === null || startsOn === null || !isWorkerId(worker) || !isIn(weekdays, on))
    return { shift: null, wrongs }
  const role = typed.role === 'backup' ? 'backup' : 'first'
  return {
    shift: { id, worker, role, team: typed.team || null, on, everyWeeks: Number(typed.everyWeeks), startsOn, until, from, to },
    wrongs,
  }
}

function isIn<Key extends string>(names: Record<Key, string>, key: string): key is Key {
  return Object.hasOwn(names, key)
}
