import { useState } from 'preact/hooks'
import type { AddAbsence } from '../../../shared/contracts/roster/roster-changes.ts'
import type { DeskAbsence } from '../../../shared/contracts/roster/roster.ts'
import { SelectField } from '../../kit/fields.tsx'
import { clockIn, dayIn } from '../parts/day-text.ts'
import { useDesk } from '../state/desk-context.ts'
import { isWorkerId, rosterWords, useRoster } from './roster-context.ts'
import { ClockField, DayField, leadsToWrong, leadTo } from '../parts/when-fields.tsx'

/** Absences in these weeks, without a colleague’s reason. A worker adds and removes their own; a coordinator everybody’s. */
export function RosterAbsences() {
  const { client } = useDesk()
  const { roster, act, say } = useRoster()
  const { absences } = rosterWords
  const [isAdding, setAdding] = useState(false)
  return (
    <section aria-labelledby="absences">
      <h2 id="absences" tabIndex={-1}>
        {absences.heading}
      </h2>
      {roster.absences.length === 0 ? <p>{absences.none}</p> : null}
      <ul class="rows">
        {roster.absences.map((one) => (
          <li key={one.id}>
            <p>{saidOf(one)}</p>
            {one.mayRemove ? (
              <button
                type="button"
                class="quiet"
                aria-label={absences.remove(saidOf(one))}
                onClick={() => void act(client.removeAbsence(one.id), 'absences')}
              >
                {absences.removeShort}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {isAdding ? (
        <AbsenceForm done={() => setAdding(false)} />
      ) : (
        <button
          type="button"
          onClick={() => {
            say(null)
            setAdding(true)
            leadTo('absence-kind')
          }}
        >
          {absences.add}
        </button>
      )}
    </section>
  )
}

const fields = { who: 'absence-who', from: 'absence-from', to: 'absence-to', begins: 'absence-begins', ends: 'absence-ends' }
const nothing = { kind: 'leave', from: '', to: '', begins: '', ends: '' }

function AbsenceForm({ done }: { done(): void }) {
  const { client, me } = useDesk()
  const { roster, isCoordinator, act } = useRoster()
  const { absences } = rosterWords
  const [typed, setTyped] = useState({ ...nothing, who: isCoordinator ? '' : me.worker.id })
  const [wrongs, setWrongs] = useState<Record<string, string | null>>({})
  const change = (some: Partial<typeof typed>) => setTyped({ ...typed, ...some })
  async function save(event: Event) {
    event.preventDefault()
    const read = readAbsence(typed)
    setWrongs(read.wrongs)
    if (leadsToWrong(read.wrongs) || read.absence === null) return
    const changed = await act(client.addAbsence({ absence: read.absence }), 'absences')
    if (changed?.kind === 'changed') done()
  }
  const day = (name: 'from' | 'to') => (
    <DayField
      id={fields[name]}
      label={absences[name]}
      value={typed[name]}
      error={wrongs[fields[name]]}
      change={(text) => change({ [name]: text })}
    />
  )
  return (
    <form class="panel" onSubmit={(event) => void save(event)}>
      {isCoordinator ? (
        <SelectField
          id={fields.who}
          label={absences.who}
          empty={rosterWords.turn.choose}
          options={roster.colleagues.map(({ id, name }) => [id, name])}
          value={typed.who}
          error={wrongs[fields.who]}
          change={(who) => change({ who })}
        />
      ) : null}
      <SelectField
        id="absence-kind"
        label={absences.kind}
        options={Object.entries(absences.kinds)}
        value={typed.kind}
        change={(kind) => change({ kind })}
      />
      {day('from')}
      {day('to')}
      {typed.kind === 'leave' ? null : (
        <div class="pair">
          <ClockField
            id={fields.begins}
            label={absences.fromClock}
            value={typed.begins}
            error={wrongs[fields.begins]}
            change={(begins) => change({ begins })}
          />
          <ClockField
            id={fields.ends}
            label={absences.toClock}
            value={typed.ends}
            error={wrongs[fields.ends]}
            change={(ends) => change({ ends })}
          />
        </div>
      )}
      <p>{absences.stillOnTurn}</p>
      <p class="buttons">
        <button type="submit" class="main">
          {absences.save}
        </button>
        <button type="button" onClick={done}>
          {rosterWords.leaves.cancel}
        </button>
      </p>
    </form>
  )
}

type Typed = typeof nothing & { who: string }

function readAbsence(typed: Typed): { absence: AddAbsence['absence'] | null; wrongs: Record<string, string | null> } {
  const { missing } = rosterWords
  const [from, to] = [dayIn(typed.from), dayIn(typed.to === '' ? typed.from : typed.to)]
  const [begins, ends] = [clockIn(typed.begins), clockIn(typed.ends)]
  const isVisit = typed.kind === 'home-visit'
  const wrongs = {
    [fields.who]: isWorkerId(typed.who) ? null : missing.choose,
    [fields.from]: from === null ? missing.day : null,
    [fields.to]: from !== null && to !== null && to < from ? missing.dayAfter : null,
    [fields.begins]: isVisit && begins === null ? missing.clock : null,
    [fields.ends]: !isVisit ? null : ends === null ? missing.clock : begins !== null && ends <= begins ? missing.after : null,
  }
  if (!isWorkerId(typed.who) || from === null || to === null) return { absence: null, wrongs }
  if (!isVisit) return { absence: { worker: typed.who, kind: 'leave', from, to, between: null }, wrongs }
  if (begins === null || ends === null) return { absence: null, wrongs }
  return { absence: { worker: typed.who, kind: 'home-visit', from, to, between: { from: begins, to: ends } }, wrongs }
}

function saidOf({ worker, kind, from, to, between }: DeskAbsence): string {
  const { absences } = rosterWords
  return `${worker.name}: ${kind === null ? absences.away : absences.kinds[kind]}, ${absences.said({ from, to, between })}`
}
