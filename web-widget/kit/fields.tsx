import type { ComponentChildren } from 'preact'

type FieldParts = {
  id: string
  label: string
  /** The word that says that the field must be filled in; without it the field may stay empty. */
  required?: string | undefined
  help?: string | undefined
  error?: string | null | undefined
}
export type TextFieldProps = FieldParts & { value: string; maxLength: number; isCode?: boolean; change(text: string): void }
export type SelectFieldProps = FieldParts & {
  value: string
  empty?: string
  options: readonly (readonly [string, string])[]
  change(value: string): void
}

/** A field with its label, help and error, linked by ids so that a screen reader announces them. */
export function Labelled({ id, label, required, help, error, children }: FieldParts & { children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>
        {label} {required && <small>{required}</small>}
      </label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
      {error && (
        <p class="error" id={`${id}-error`} key={error}>
          {error}
        </p>
      )}
    </div>
  )
}

/** The ARIA attributes that link a field to its help and error, and say whether it must be filled in. */
export function describing({ id, required, help, error }: FieldParts) {
  const ids = `${help ? `${id}-help ` : ''}${error ? `${id}-error` : ''}`
  return { 'aria-describedby': ids.trim() || undefined, 'aria-invalid': error ? true : undefined, required: Boolean(required) }
}

export function TextField(props: TextFieldProps) {
  return (
    <Labelled {...props}>
      <input
        id={props.id}
        type="text"
        value={props.value}
        dir="auto"
        maxLength={props.maxLength}
        autocomplete="off"
        autocapitalize={props.isCode ? 'characters' : 'sentences'}
        spellcheck={!props.isCode}
        {...describing(props)}
        onInput={(event) => props.change(event.currentTarget.value)}
      />
    </Labelled>
  )
}

/** A select; the empty value means that nothing is chosen yet. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Labelled {...props}>
      <select id={props.id} value={props.value} {...describing(props)} onChange={(event) => props.change(event.currentTarget.value)}>
        {props.empty === undefined ? null : <option value="">{props.empty}</option>}
        {props.options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
