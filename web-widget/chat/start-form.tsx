import { useEffect, useRef } from 'preact/hooks'
import type { WidgetLine } from '../../shared/contracts/widget.ts'
import type { ReferrerType } from '../../shared/domain/contact.ts'
import { SelectField, TextField } from '../kit/fields.tsx'
import { MunicipalityField } from '../kit/municipality-field.tsx'
import type { BeforeProps } from './before.tsx'
import { Place } from './place.tsx'
import { useStart } from './use-start.ts'

export type StartFormProps = BeforeProps & { line: WidgetLine }

// In the order of the form, so that the focus goes to the first that is wrong.
const idOf: Readonly<Record<string, string>> = { referrerType: 'role', municipality: 'town', alias: 'alias', code: 'code' }

/** The few things asked before a chat: who you are, where the family lives, how to call you. */
export function StartForm(props: StartFormProps) {
  const { referrers, widget } = props.words
  const { filled, fill, trouble, isStarting, start } = useStart(props)
  const form = useRef<HTMLFormElement>(null)
  const wasAsked = useRef(false)
  const roles = Object.entries(referrers)
  const errorAt = (field: string) => trouble.find((one) => one.field === field)?.sentence ?? null
  const other = trouble.filter((one) => idOf[one.field ?? ''] === undefined)

  useEffect(() => {
    // Only after an attempt to start: while she fills in, the focus is hers.
    const id = wasAsked.current ? idOf[trouble[0]?.field ?? ''] : undefined
    wasAsked.current = false
    if (id) form.current?.querySelector<HTMLElement>(`#${id}`)?.focus()
  }, [trouble])
  function submit(event: Event) {
    event.preventDefault()
    wasAsked.current = true
    void start()
  }
  function chooseRole(value: string) {
    fill({ referrerType: isRole(value, referrers) ? value : '' })
  }

  return (
    <form ref={form} noValidate onSubmit={submit} aria-busy={isStarting}>
      <SelectField
        id="role"
        label={widget.role}
        empty={widget.rolePlaceholder}
        options={roles}
        value={filled.referrerType}
        error={errorAt('referrerType')}
        change={chooseRole}
      />
      <MunicipalityField
        id="town"
        words={{
          label: widget.town,
          help: widget.townHelp,
          unknown: widget.townUnknown,
          placeholder: widget.townPlaceholder,
          found: widget.townFound,
        }}
        all={props.line.municipalities}
        chosen={filled.municipality}
        error={errorAt('municipality')}
        choose={(municipality) => fill({ municipality })}
      />
      <Place words={widget} region={props.region} municipality={filled.municipality ?? null} />
      <TextField
        id="alias"
        label={widget.alias}
        help={widget.aliasHelp}
        maxLength={40}
        value={filled.alias}
        error={errorAt('alias')}
        change={(alias) => fill({ alias })}
      />
      <TextField
        id="code"
        isCode
        label={widget.code}
        help={widget.codeHelp}
        maxLength={40}
        value={filled.code}
        error={errorAt('code')}
        change={(code) => fill({ code })}
      />
      <p class="privacy">
        <strong>{widget.noNames}</strong> {widget.privacy}
      </p>
      {other.map((one) => (
        <p class="error" role="alert" key={one.sentence}>
          {one.sentence}
        </p>
      ))}
      <button type="submit" class="main" aria-disabled={isStarting}>
        {isStarting ? widget.starting : widget.start}
      </button>
    </form>
  )
}

function isRole(value: string, referrers: Record<ReferrerType, string>): value is ReferrerType {
  return Object.hasOwn(referrers, value)
}
