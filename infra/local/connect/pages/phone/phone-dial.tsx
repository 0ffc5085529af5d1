import { useState } from 'preact/hooks'
import { phoneWords as words } from '../../../machine/local-words.ts'
import type { PhoneState } from './phone-state.ts'

type Dialled = { to: string; from: string | null }
const otherNumber = 'other'

type DialProps = { phone: PhoneState; own: string; changeOwn(number: string): void; dial(call: Dialled): void }

/** The form to choose which number to call, and from which number. */
export function PhoneDial({ phone, own, changeOwn, dial }: DialProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const [withheld, setWithheld] = useState(false)
  const choice = chosen ?? phone.numbers[0]?.number ?? otherNumber
  const submit = (event: Event): void => {
    event.preventDefault()
    dial({ to: plain(choice === otherNumber ? typed : choice), from: withheld || own === '' ? null : plain(own) })
  }
  return (
    <form class="dial" onSubmit={submit}>
      <fieldset>
        <legend>{words.callWho}</legend>
        {phone.numbers.map(({ number, label }) => (
          <Choice key={number} value={number} chosen={choice} choose={setChosen}>
            {label}
            <span class="number">{number}</span>
          </Choice>
        ))}
        <Choice value={otherNumber} chosen={choice} choose={setChosen}>
          {words.otherNumber}
        </Choice>
        {choice === otherNumber && <OtherNumber typed={typed} type={setTyped} />}
      </fieldset>
      <label class="field">
        {words.ownNumber}
        <input
          type="tel"
          autocomplete="off"
          aria-describedby="own-help"
          value={own}
          onInput={({ currentTarget }) => changeOwn(currentTarget.value)}
        />
      </label>
      <small id="own-help">{words.ownHelp}</small>
      <label class="tick">
        <input type="checkbox" checked={withheld} onChange={({ currentTarget }) => setWithheld(currentTarget.checked)} />
        {words.withhold}
      </label>
      {phone.refused && <p role="alert">{words.refused[phone.refused]}</p>}
      <button type="submit" class="call" disabled={!phone.connected}>
        {words.dial}
      </button>
    </form>
  )
}

function OtherNumber({ typed, type }: { typed: string; type(number: string): void }) {
  return (
    <div>
      <label class="field">
        {words.numberField}
        <input
          type="tel"
          required
          autocomplete="off"
          aria-describedby="number-help"
          value={typed}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
      </label>
      <small id="number-help">{words.numberHelp}</small>
    </div>
  )
}

type ChoiceProps = { value: string; chosen: string; choose(value: string): void; children: preact.ComponentChildren }

function Choice({ value, chosen, choose, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name="number" value={value} checked={value === chosen} onChange={() => choose(value)} />
      <span>{children}</span>
    </label>
  )
}

/** Removes spaces, dots, slashes and brackets, with which people write numbers. */
export function plain(number: string): string {
  return number.replace(/[\s./()-]/g, '').replace(/^00/, '+')
}
