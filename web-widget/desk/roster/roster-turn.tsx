import { useEffect, useState } from 'preact/hooks'
import type { TurnAt } from '../../../shared/contracts/roster/roster-changes.ts'
import type { DeskGap, DeskRosterDay, DeskTurn } from '../../../shared/contracts/roster/roster.ts'
import { SelectField } from '../../kit/fields.tsx'
import { GapsNote } from './gaps-note.tsx'
import { useDesk } from '../state/desk-context.ts'
import { chosenIn, comingTurnsOf, isWorkerId, momentsOf, rosterWords, turnAt, useRoster } from './roster-context.ts'
import { leadsToWrong, leadTo } from '../parts/when-fields.tsx'

export type TurnPanelProps = { day: DeskRosterDay; turn: DeskTurn; id: string; opener: string; close(backTo: string | null): void }

/** The actions on one turn: ask a swap, take over a colleague’s turn; for the coordinator: replace the worker, or drop the turn. */
export function TurnPanel({ day, turn, id, opener, close }: TurnPanelProps) {
  const { isCoordinator, say } = useRoster()
  const { turn: words } = rosterWords
  const at = turnAt(day.day, turn)
  const moment = momentsOf(day, turn)
  useEffect(() => {
    say(null)
    leadTo(id)
  }, [id])
  if (at === null) return null
  const done = { at, dayId: `day-${day.day}`, close: () => close(null) }
  return (
    <div
      class="turn-panel"
      role="group"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(opener)
      }}
    >
      <div class="panel-head">
        <h5 id={id} tabIndex={-1}>
          {turn.isMine ? words.mine(moment) : words.of(turn.worker.name, moment)}
        </h5>
        <button type="button" class="quiet" onClick={() => close(opener)}>
          {words.close}
        </button>
      </div>
      {turn.isMine ? <AskSwapForm {...done} /> : null}
      {turn.isMine || isCoordinator ? null : <TakeOverPart {...done} />}
      {isCoordinator ? <ReplaceForm {...done} holder={turn.worker.id} /> : null}
      {isCoordinator ? <DropPart {...done} /> : null}
    </div>
  )
}

type PartProps = { at: TurnAt; dayId: string; close(): void }

function AskSwapForm({ at, dayId, close }: PartProps) {
  const { client, me } = useDesk()
  const { roster, act } = useRoster()
  const { turn } = rosterWords
  const [to, setTo] = useState('')
  const [wanted, setWanted] = useState('')
  const hers = comingTurnsOf(roster, to)
  const others = roster.colleagues.filter((one) => one.id !== me.worker.id).map((one) => [one.id, one.name] as const)
  async function send(event: Event) {
    event.preventDefault()
    const changed = await act(client.askSwap({ turn: at, to: isWorkerId(to) ? to : null, wants: chosenIn(hers, wanted) }), 'swaps')
    if (changed?.kind === 'swap-asked') close()
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <SelectField id={`swap-to-${dayId}`} label={turn.askWhom} empty={turn.everybody} options={others} value={to} change={setTo} />
      {hers.length === 0 ? null : (
        <SelectField
          id={`swap-wants-${dayId}`}
          label={turn.wants}
          empty={turn.nothingBack}
          options={hers.map(({ key, said }) => [key, said])}
          value={wanted}
          change={setWanted}
        />
      )}
      <button type="submit" class="main">
        {turn.askSwap}
      </button>
    </form>
  )
}

function TakeOverPart({ at, dayId, close }: PartProps) {
  const { client } = useDesk()
  const { act } = useRoster()
  const { turn } = rosterWords
  async function take() {
    const changed = await act(client.takeOver({ turn: at }), dayId)
    if (changed?.kind === 'changed') close()
  }
  return (
    <p>
      <button type="button" class="main" onClick={() => void take()}>
        {turn.takeOver}
      </button>{' '}
      {turn.takeOverHelp}
    </p>
  )
}

function ReplaceForm({ at, dayId, close, holder }: PartProps & { holder: string }) {
  const { client } = useDesk()
  const { roster, act } = useRoster()
  const { turn } = rosterWords
  const [by, setBy] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const field = `replace-by-${dayId}`
  const others = roster.colleagues.filter((one) => one.id !== holder).map((one) => [one.id, one.name] as const)
  async function replace(event: Event) {
    event.preventDefault()
    const missing = isWorkerId(by) ? null : rosterWords.missing.choose
    setWrong(missing)
    if (leadsToWrong({ [field]: missing }) || !isWorkerId(by)) return
    const changed = await act(client.replaceTurn({ turn: at, by }), dayId)
    if (changed?.kind === 'changed') close()
  }
  return (
    <form onSubmit={(event) => void replace(event)}>
      <SelectField id={field} label={turn.replaceBy} empty={turn.choose} options={others} value={by} error={wrong} change={setBy} />
      <button type="submit" class="main">
        {turn.replace}
      </button>
    </form>
  )
}

/** Drops the turn without a replacement, after showing the gaps that this leaves. */
function DropPart({ at, dayId, close }: PartProps) {
  const { client } = useDesk()
  const { act } = useRoster()
  const { turn } = rosterWords
  const [gaps, setGaps] = useState<readonly DeskGap[] | null>(null)
  async function look() {
    const result = await client.wouldLeave({ drop: at })
    setGaps(result.kind === 'ok' ? result.body.gaps : [])
    leadTo(`${dayId}-gaps`)
  }
  async function drop() {
    const changed = await act(client.dropTurn({ turn: at }), dayId)
    if (changed?.kind === 'changed') close()
  }
  if (gaps === null) {
    return (
      <p>
        <button type="button" onClick={() => void look()}>
          {turn.drop}
        </button>{' '}
        {turn.dropHelp}
      </p>
    )
  }
  return <GapsNote id={`${dayId}-gaps`} gaps={gaps} save={turn.sureDrop} goOn={() => void drop()} cancel={() => setGaps(null)} />
}
