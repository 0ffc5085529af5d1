import { useState } from 'preact/hooks'
import type { DeskGap } from '../../../shared/contracts/roster/roster.ts'
import type { DutyShift } from '../../../shared/domain/roster/duty-roster.ts'
import type { Weekday } from '../../../shared/domain/time/brussels-time.ts'
import { newKey } from '../../kit/now.ts'
import { GapsNote } from './gaps-note.tsx'
import { RosterExtra } from './roster-extra.tsx'
import { rosterWords, saveOn, useRoster } from './roster-context.ts'
import { useDesk } from '../state/desk-context.ts'
import { ShiftForm } from './shift-form.tsx'
import { leadTo } from '../parts/when-fields.tsx'

/** The coordinator’s part: single turns and repeating turns. The gaps that a change leaves are shown before it is saved. */
export function RosterShifts() {
  const { roster } = useRoster()
  return (
    <div class="roster-maker">
      <RosterExtra />
      <section class="pattern" aria-labelledby="pattern">
        <h2 id="pattern" tabIndex={-1}>
          {rosterWords.shifts.heading}
        </h2>
        <p>{rosterWords.shifts.help}</p>
        {/* The key replaces the form when the saved pattern changes, so that old values are not mixed with a new pattern. */}
        {roster.shifts === null ? null : <Pattern key={JSON.stringify(roster.shifts)} standing={roster.shifts} />}
      </section>
    </div>
  )
}

function Pattern({ standing }: { standing: readonly DutyShift[] }) {
  const { client } = useDesk()
  const { roster, act } = useRoster()
  const { shifts: words } = rosterWords
  const [shifts, setShifts] = useState<readonly DutyShift[]>(standing)
  const [edited, setEdited] = useState<string | null>(null)
  const [gaps, setGaps] = useState<readonly DeskGap[] | null>(null)
  const isChanged = JSON.stringify(shifts) !== JSON.stringify(standing)
  function become(next: readonly DutyShift[], backTo: string) {
    setShifts(next)
    setEdited(null)
    setGaps(null)
    leadTo(backTo)
  }
  const edit = (id: string) => {
    setEdited(id)
    leadTo('shift-on')
  }
  async function look() {
    const result = await client.wouldLeave({ shifts: [...shifts] })
    setGaps(result.kind === 'ok' ? result.body.gaps : [])
    leadTo('pattern-gaps')
  }
  const row = (shift: DutyShift) =>
    edited === shift.id ? (
      <ShiftForm
        shift={shift}
        done={(next) =>
          become(
            shifts.map((one) => (one.id === shift.id ? next : one)),
            `edit-${shift.id}`,
          )
        }
        cancel={() => become(shifts, `edit-${shift.id}`)}
      />
    ) : (
      <Row
        shift={shift}
        edit={() => edit(shift.id)}
        remove={() =>
          become(
            shifts.filter((one) => one.id !== shift.id),
            'pattern',
          )
        }
      />
    )
  return (
    <>
      {shifts.length === 0 ? <p>{words.none}</p> : null}
      <ul class="rows">
        {shifts.toSorted(inTheWeek).map((shift) => (
          <li key={shift.id}>{row(shift)}</li>
        ))}
      </ul>
      {edited === 'new' ? (
        <ShiftForm
          shift={{ ...newShift, id: `shift_${newKey()}`, startsOn: roster.today }}
          done={(next) => become([...shifts, next], 'add-shift')}
          cancel={() => become(shifts, 'add-shift')}
        />
      ) : (
        <button type="button" id="add-shift" onClick={() => edit('new')}>
          {words.add}
        </button>
      )}
      {isChanged && gaps === null ? <Unsaved look={() => void look()} undo={() => become(standing, 'pattern')} /> : null}
      {gaps === null ? null : (
        <GapsNote
          id="pattern-gaps"
          gaps={gaps}
          save={gaps.some((gap) => gap.what === 'nobody') ? rosterWords.leaves.anyway : words.save}
          goOn={() => void act(saveOn(client, { version: roster.version, shifts: [...shifts] }, standing), 'pattern')}
          cancel={() => setGaps(null)}
        />
      )}
    </>
  )
}

function Unsaved({ look, undo }: { look(): void; undo(): void }) {
  const { shifts: words } = rosterWords
  return (
    <p class="buttons unsaved">
      <span role="status">{words.notSaved}</span>
      <button type="button" class="main" onClick={look}>
        {words.check}
      </button>
      <button type="button" onClick={undo}>
        {words.undo}
      </button>
    </p>
  )
}

const newShift: Omit<DutyShift, 'id' | 'startsOn'> = {
  worker: 'worker_',
  role: 'first',
  team: null,
  on: 'mon',
  everyWeeks: 1,
  until: null,
  from: '09:00',
  to: '13:00',
}

const weekOrder: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function inTheWeek(one: DutyShift, other: DutyShift): number {
  return (
    weekOrder.indexOf(one.on) - weekOrder.indexOf(other.on) || one.from.localeCompare(other.from) || one.role.localeCompare(other.role) * -1
  )
}

function Row({ shift, edit, remove }: { shift: DutyShift; edit(): void; remove(): void }) {
  const { roster } = useRoster()
  const { shifts: words } = rosterWords
  const name = roster.colleagues.find((one) => one.id === shift.worker)?.name ?? shift.worker
  const said = words.shift({ ...shift, weekday: shift.on, name, span: rosterWords.span(shift.from, shift.to) })
  return (
    <>
      <p>{said}</p>
      <span class="buttons">
        <button type="button" id={`edit-${shift.id}`} aria-label={`${words.edit}: ${said}`} onClick={edit}>
          {words.edit}
        </button>
        <button type="button" class="quiet" aria-label={`${words.remove}: ${said}`} onClick={remove}>
          {words.remove}
        </button>
      </span>
    </>
  )
}
