import { SelectField, TextField } from '../../kit/fields.tsx'
import { type DayPart, dayParts } from '../../../shared/domain/callbacks/day-parts.ts'
import type { Autosave } from '../state/autosave.ts'
import { dayIn } from '../parts/day-text.ts'
import { words } from '../state/desk-context.ts'

const { callBack: part } = words.form

/** For an outcome that promises a call: consent first, and only then the number and when the referrer can be reached. */
export function CallBackField({ autosave }: { autosave: Autosave }) {
  const asked = autosave.callBack()
  const edit = autosave.editCallBack
  const today = autosave.draft().conversation.openedAt.day
  return (
    <div class="call-back" role="group" aria-label={part.heading}>
      <Tick
        id="callBackMayCall"
        label={part.mayCall}
        isOn={asked.mayCall}
        set={(mayCall) => edit({ mayCall, number: mayCall ? asked.number : '' })}
      />
      {asked.mayCall ? (
        <>
          <TextField
            id="callBackNumber"
            label={part.number}
            help={part.numberHelp}
            maxLength={40}
            value={asked.number}
            change={(number) => edit({ number })}
          />
          <div class="field">
            <label for="callBackOn">{part.on}</label>
            <input
              id="callBackOn"
              type="date"
              value={asked.on}
              min={today}
              onChange={(event) => edit({ on: dayIn(event.currentTarget.value) ?? asked.on })}
            />
          </div>
          <SelectField
            id="callBackPart"
            label={part.part}
            options={Object.entries(part.parts)}
            value={asked.part}
            change={(value) => isPart(value) && edit({ part: value })}
          />
          <Tick
            id="callBackOthers"
            label={part.othersMayAnswer}
            isOn={asked.othersMayAnswer}
            set={(othersMayAnswer) => edit({ othersMayAnswer })}
          />
        </>
      ) : (
        <p class="gate">{part.gate}</p>
      )}
    </div>
  )
}

function Tick({ id, label, isOn, set }: { id: string; label: string; isOn: boolean; set(isOn: boolean): void }) {
  return (
    <label class="tick">
      <input type="checkbox" id={id} checked={isOn} onChange={(event) => set(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  )
}

function isPart(value: string): value is DayPart {
  return dayParts.some((one) => one === value)
}
