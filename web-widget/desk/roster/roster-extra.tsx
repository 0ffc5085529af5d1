import { useState } from 'preact/hooks'
import type { AddTurn } from '../../../shared/contracts/roster/roster-changes.ts'
import { dayIn } from '../parts/day-text.ts'
import { useDesk } from '../state/desk-context.ts'
import { rosterWords, useRoster } from './roster-context.ts'
import { readTurnFields, TurnFields, type Wrongs } from './turn-fields.tsx'
import { DayField, leadsToWrong } from '../parts/when-fields.tsx'

const dayField = 'extra-day'
const nothing = { day: '', from: '09:00', to: '13:00', worker: '', role: 'first', team: '' }

/** A form for a single turn on one day, in addition to the pattern. */
export function RosterExtra() {
  const { client } = useDesk()
  const { act } = useRoster()
  const { extra } = rosterWords
  const [typed, setTyped] = useState(nothing)
  const [wrongs, setWrongs] = useState<Wrongs>({})
  const change = (some: Partial<typeof nothing>) => setTyped({ ...typed, ...some })
  async function add(event: Event) {
    event.preventDefault()
    const read = readTurn(typed)
    setWrongs(read.wrongs)
    if (leadsToWrong(read.wrongs) || read.turn === null) return
    const changed = await act(client.addTurn({ turn: read.turn }), 'extra')
    if (changed?.kind === 'changed') setTyped(nothing)
  }
  return (
    <section class="extra" aria-labelledby="extra">
      <h2 id="extra" tabIndex={-1}>
        {extra.heading}
      </h2>
      <p>{extra.help}</p>
      <form class="panel fields" onSubmit={(event) => void add(event)}>
        <DayField id={dayField} label={extra.day} value={typed.day} error={wrongs[dayField]} change={(day) => change({ day })} />
        <TurnFields form="extra" typed={typed} wrongs={wrongs} change={change} />
        <p class="buttons">
          <button type="submit" class="main">
            {extra.save}
          </button>
        </p>
      </form>
    </section>
  )
}

function readTurn(typed: typeof nothing): { turn: AddTurn['turn'] | null; wrongs: Wrongs } {
  const { turn, wrongs } = readTurnFields('extra', typed)
  const day = dayIn(typed.day)
  return {
    turn: day === null || turn === null ? null : { day, ...turn },
    wrongs: { [dayField]: day === null ? rosterWords.missing.day : null, ...wrongs },
  }
}
