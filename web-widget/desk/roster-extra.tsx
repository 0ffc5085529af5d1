import { useState } from 'preact/hooks'
import type { AddTurn } from '../../shared/contracts/roster.ts'
import { SelectField } from '../kit/fields.tsx'
import { clockIn, dayIn } from './day-text.ts'
import { useRoom } from './room.ts'
import { isWorkerId, rosterWords, useRoster } from './roster-room.ts'
import { ClockField, DayField, leadsToWrong } from './when-fields.tsx'

const fields = { day: 'extra-day', from: 'extra-from', to: 'extra-to', worker: 'extra-worker' }
const nothing = { day: '', from: '09:00', to: '13:00', worker: '', role: 'first', team: '' }

/** A turn on one day, on top of the pattern. */
export function RosterExtra() {
  const { doors, me } = useRoom()
  const { roster, act } = useRoster()
  const { extra } = rosterWords
  const [typed, setTyped] = useState(nothing)
  const [wrongs, setWrongs] = useState<Record<string, string | null>>({})
  const change = (some: Partial<typeof nothing>) => setTyped({ ...typed, ...some })
  async function add(event: Event) {
    event.preventDefault()
    const read = readTurn(typed)
    setWrongs(read.wrongs)
    if (leadsToWrong(read.wrongs) || read.turn === null) return
    const changed = await act(doors.addTurn({ turn: read.turn }), 'extra')
    if (changed?.kind === 'changed') setTyped(nothing)
  }
  return (
    <section class="extra" aria-labelledby="extra">
      <h2 id="extra" tabIndex={-1}>
        {extra.heading}
      </h2>
      <p>{extra.help}</p>
      <form class="panel fields" onSubmit={(event) => void add(event)}>
        <DayField id={fields.day} label={extra.day} value={typed.day} error={wrongs[fields.day]} change={(day) => change({ day })} />
        <ClockField
          id={fields.from}
          label={extra.from}
          value={typed.from}
          error={wrongs[fields.from]}
          change={(from) => change({ from })}
        />
        <ClockField id={fields.to} label={extra.to} value={typed.to} error={wrongs[fields.to]} change={(to) => change({ to })} />
        <SelectField
          id={fields.worker}
          label={extra.worker}
          empty={rosterWords.turn.choose}
          options={roster.colleagues.map(({ id, name }) => [id, name])}
          value={typed.worker}
          error={wrongs[fields.worker]}
          change={(worker) => change({ worker })}
        />
        <SelectField
          id="extra-role"
          label={extra.role}
          options={Object.entries(rosterWords.roles)}
          value={typed.role}
          change={(role) => change({ role })}
        />
        <SelectField
          id="extra-team"
          label={extra.team}
          empty={extra.anyTeam}
          options={me.region.teams.map(({ id, name }) => [id, name])}
          value={typed.team}
          change={(team) => change({ team })}
        />
        <p class="buttons">
          <button type="submit" class="main">
            {extra.save}
          </button>
        </p>
      </form>
    </section>
  )
}

function readTurn(typed: typeof nothing): { turn: AddTurn['turn'] | null; wrongs: Record<string, string | null> } {
  const { missing } = rosterWords
  const { worker } = typed
  const [day, from, to] = [dayIn(typed.day), clockIn(typed.from), clockIn(typed.to)]
  const wrongs = {
    [fields.day]: day === null ? missing.day : null,
    [fields.from]: from === null ? missing.clock : null,
    [fields.to]: to === null ? missing.clock : from !== null && to <= from ? missing.after : null,
    [fields.worker]: isWorkerId(worker) ? null : missing.choose,
  }
  const isRight = Object.values(wrongs).every((wrong) => wrong === null)
  if (!isRight || day === null || from === null || to === null || !isWorkerId(worker)) return { turn: null, wrongs }
  return { turn: { day, from, to, worker, role: typed.role === 'backup' ? 'backup' : 'first', team: typed.team || null }, wrongs }
}
