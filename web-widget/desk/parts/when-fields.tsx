import { describing, Labelled } from '../../kit/fields.tsx'
import { clockTyped } from './day-text.ts'

export type WhenFieldProps = { id: string; label: string; value: string; error?: string | null | undefined; change(text: string): void }

/** A date field. */
export function DayField(props: WhenFieldProps) {
  return (
    <Labelled {...props}>
      <input
        id={props.id}
        type="date"
        value={props.value}
        {...describing(props)}
        onInput={(event) => props.change(event.currentTarget.value)}
      />
    </Labelled>
  )
}

/** A time field. The browser’s own may use AM and PM, by the browser’s language; this one accepts “9”, “9.30” and “9u30”. */
export function ClockField(props: WhenFieldProps) {
  return (
    <Labelled {...props}>
      <input
        id={props.id}
        class="clock"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        maxLength={7}
        value={props.value}
        {...describing(props)}
        onInput={(event) => props.change(event.currentTarget.value)}
        onChange={(event) => props.change(clockTyped(event.currentTarget.value))}
      />
    </Labelled>
  )
}

/** Moves the focus to a field, heading or sentence after the next render. */
export function leadTo(id: string): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(id)
    place?.scrollIntoView({ block: 'center' })
    place?.focus({ preventScroll: true })
  })
}

/** Moves the focus to the first field with an error; returns whether there is one. */
export function leadsToWrong(wrongs: Record<string, string | null>): boolean {
  const first = Object.entries(wrongs).find(([, wrong]) => wrong !== null)
  if (first) leadTo(first[0])
  return first !== undefined
}
