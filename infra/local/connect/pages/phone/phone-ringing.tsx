import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { phoneWords as words } from '../../../machine/local-words.ts'
import type { PhoneCommand } from '../../phone/phone-messages.ts'
import { ring } from '../ring-tone.ts'

type RingingProps = { from: string; label: string; own: string; tell(command: PhoneCommand): void }

/** An outbound call of the line that rings on this phone, to answer or to decline. */
export function PhoneRinging({ from, label, own, tell }: RingingProps) {
  const answer = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    // The ringing panel hides the rest of the page; afterwards, the focus returns to where it was.
    const before = document.activeElement
    answer.current?.focus()
    return () => {
      requestAnimationFrame(() => before instanceof HTMLElement && before.focus())
    }
  }, [])
  useEffect(ring, [])
  return (
    <section class="phone-ringing" role="alert" aria-labelledby="rings">
      <h2 id="rings">{words.rings(own)}</h2>
      <p>
        {label}
        <span class="number">{from}</span>
      </p>
      <div class="answers">
        <button type="button" class="call" ref={answer} onClick={() => tell({ kind: 'answer' })}>
          {words.answer}
        </button>
        <button type="button" class="hang-up" onClick={() => tell({ kind: 'decline' })}>
          {words.decline}
        </button>
      </div>
    </section>
  )
}
