import { SelectField } from '../../kit/fields.tsx'
import { clockIn } from '../parts/day-text.ts'
import { useDesk } from '../state/desk-context.ts'
import { isWorkerId, rosterWords, useRoster } from './roster-context.ts'
import { ClockField } from '../parts/when-fields.tsx'

/** The values that the form of a single turn and that of a repeating turn share. */
export type TypedTurn = Record<'from' | 'to' | 'worker' | 'role' | 'team', string>

/** Error sentences by field id. */
export type Wrongs = Record<string, string | null>

export type TurnFieldsProps = { form: string; typed: TypedTurn; wrongs: Wrongs; change(some: Partial<TypedTurn>): void }

/** The fields that the form of a single turn and that of a repeating turn share. */
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

/** Parses and checks these fields; `turn` is null while there is an error. */
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
