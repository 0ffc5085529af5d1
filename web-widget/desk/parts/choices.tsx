export type ChoiceProps<Value extends string> = {
  name: string
  label: string
  options: Record<Value, string>
  value: Value | null
  choose(value: Value): void
}

/** Radio buttons: one of a few options, all visible. */
export function Choice<Value extends string>({ name, label, options, value, choose }: ChoiceProps<Value>) {
  return (
    <fieldset class="choice" id={name}>
      <legend>{label}</legend>
      {keysOf(options).map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === value} onChange={() => choose(one)} />
          <span>{options[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}

export type SeveralProps<Value extends string> = {
  name: string
  label: string
  options: Record<Value, string>
  values: readonly Value[]
  choose(values: Value[]): void
}

/** Checkboxes; the values keep the order of the options. */
export function Several<Value extends string>({ name, label, options, values, choose }: SeveralProps<Value>) {
  const all = keysOf(options)
  const toggle = (one: Value) => choose(all.filter((key) => values.includes(key) !== (key === one)))
  return (
    <fieldset class="choice" id={name}>
      <legend>{label}</legend>
      {all.map((one) => (
        <label key={one}>
          <input type="checkbox" name={name} checked={values.includes(one)} onChange={() => toggle(one)} />
          <span>{options[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}

function keysOf<Value extends string>(options: Record<Value, string>): Value[] {
  // Safe: a record of texts has exactly the keys of its type, which the type of Object.keys does not express.
  return Object.keys(options) as Value[]
}
