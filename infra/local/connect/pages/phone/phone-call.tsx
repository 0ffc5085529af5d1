import { useEffect, useRef } from 'preact/hooks'
import { phoneWords as words } from '../../../machine/local-words.ts'
import type { PhoneCommand } from '../../phone/phone-messages.ts'
import type { PhoneState } from './phone-state.ts'
import { SayForm } from '../say-form.tsx'

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']

/** An active call: its state, the keypad and the button to hang up. */
export function PhoneCall({ call, tell }: { call: NonNullable<PhoneState['call']>; tell(command: PhoneCommand): void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  useKeyboardKeys(tell)
  const { state, asking } = call
  return (
    <section class={`in-call ${state.kind}`}>
      <h2 ref={heading} tabIndex={-1} aria-live="polite">
        {state.kind === 'connected' ? words.states.connected(state.name) : words.states[state.kind]}
      </h2>
      <p class="asking" aria-live="polite">
        {asking ? words.asks(asking.maximumDigits) : ''}
      </p>
      <div class={asking ? 'keys asked' : 'keys'} role="group" aria-label={words.keypad}>
        {keys.map((key) => (
          <button type="button" key={key} aria-label={words.keys[key] ?? key} onClick={() => tell({ kind: 'press', key })}>
            {key}
          </button>
        ))}
      </div>
      {state.kind === 'connected' && <SayForm words={words} say={(text) => tell({ kind: 'speak', text })} />}
      <button type="button" class="hang-up" onClick={() => tell({ kind: 'hang-up' })}>
        {words.hangUp}
      </button>
    </section>
  )
}

/** The keyboard's digits press the phone's keys, except in a text field. */
function useKeyboardKeys(tell: (command: PhoneCommand) => void): void {
  const latest = useRef(tell)
  latest.current = tell
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && keys.includes(event.key))
        latest.current({ kind: 'press', key: event.key })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
