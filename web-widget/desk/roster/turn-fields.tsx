import { SelectField } from '../../kit/fields.tsx'
import { clockIn } from '../parts/day-text.ts'
import { useDesk } from '../state/desk-context.ts'
import { isWorkerId, rosterWords, useRoster } from './roster-context.ts'
import { ClockField } from '../parts/when-fields.tsx'

/** What is typed of any turn, on one day or repeating. */
export type TypedTurn = Record<'from' | 'to' | 'worker' | 'role' | 'team', string>

/** What is wrong, by the id of its field. */
export type Wrongs = Record<string, string | null>

export type TurnFieldsProps = { form: string; typed: TypedTurn; wrongs: Wrongs; change(some: Partial<TypedTurn>): void }

/** From when to when, who, as what and for which team: the same for a turn on one day and for one that repeats. */
export function TurnFields({ form, typed, wrongs, change }: TurnFieldsProps) {
  const { me } = useDesk()
  const { roster } = useRoster()
  const { turn, turnFields: words } = rosterWords
  const [from, to, worker] = [`${form}-from`, `${form}-to`, `${form}-worker`]
  return (
    <>
      <ClockField id={from} label={words.from} value={typed.from} error={wrongs[from]} change={(text) => change({ from: text })} />
      <ClockField id={to} label={words.to} value={typed.to} error={wrongs[to]} change={(text) => change({ to: text })} />
      <SelectField
        id={worker}
        label={words.worker}
        empty={turn.choose}
        options={roster.colleagues.map(({ id, name }) => [id, name])}
        value={typed.worker}
        error={wrongs[worker]}
        change={(id) => change({ worker: id })}
      />
      <SelectField
        id={`${form}-role`}
        label={words.role}
        options={Object.entries(rosterWords.roles)}
        value={typed.role}
        change={(role) => change({ role })}
      />
      <SelectField
        id={`${form}-team`}
        label={words.team}
        empty={words.ownTeam}
        options={me.region.teams.map(({ id, name }) => [id, name])}
        value={typed.team}
        change={(team) => change({ team })}
      />
    </>
  )
}

/** What these fields say, and what is wrong with them; `turn` is null as long as something is. */
export function readTurnFields(form: string, typed: TypedTurn) {
  const { missing } = rosterWords
  const { worker } = typed
  const [from, to] = [clockIn(typed.from), clockIn(typed.to)]
  const wrongs: Wrongs = {
    [`${form}-from`]: from === null ? missing.clock : null,
    [`${form}-to`]: to === null ? missing.clock : from !== null && to <= from ? missing.after : null,
    [`${form}-worker`]: isWorkerId(worker) ? null : missing.choose,
  }
  if (from === null || to === null || to <= from || !isWorkerId(worker)) return { turn: null, wrongs }
  const role = typed.role === 'backup' ? ('backup' as const) : ('first' as const)
  return { turn: { from, to, worker, role, team: typed.team || null }, wrongs }
}
