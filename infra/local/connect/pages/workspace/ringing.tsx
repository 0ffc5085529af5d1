import { useEffect, useState } from 'preact/hooks'
import { workspaceWords as words } from '../../../machine/local-words.ts'
import type { ContactCard } from '../../workspace/workspace-messages.ts'
import { nameOf } from './contact-words.ts'
import { now } from '../now.ts'
import { ring } from '../ring-tone.ts'
import type { Ask } from './workspace-link.ts'

type RingingProps = { card: ContactCard; ask: Ask; ahead: number; answered(id: string): void; refuse(): void }

// Connect's fixed time for an agent to answer.
const ringSeconds = 20

/** A contact that rings, with sound, in the page and in the window's title; the agent accepts or rejects it. */
export function Ringing({ card, ask, ahead, answered, refuse }: RingingProps) {
  const [answering, setAnswering] = useState(false)
  const left = useSecondsLeft(card, ahead)
  useEffect(() => {
    const title = document.title
    document.title = `● ${words.ringing[card.channel]}`
    return () => {
      document.title = title
    }
  }, [])
  useEffect(() => (answering ? undefined : ring()), [answering])
  const answer = (kind: 'accept' | 'reject') => async (): Promise<void> => {
    setAnswering(true)
    const { kind: done } = await ask({ kind, contactId: card.id })
    if (done === 'done') return kind === 'accept' ? answered(card.id) : undefined
    setAnswering(false)
    refuse()
  }
  return (
    <section class="ringing" role="alert" aria-label={words.ringing[card.channel]}>
      <h2>{words.ringing[card.channel]}</h2>
      <p>
        {nameOf(card)}
        {card.queue && `, ${card.queue.name}`}
      </p>
      <div class="answers">
        <button type="button" class="go" disabled={answering} onClick={() => void answer('accept')()}>
          {words.accept}
        </button>
        <button type="button" class="stop" disabled={answering} onClick={() => void answer('reject')()}>
          {words.reject}
        </button>
      </div>
      {/* Out of the alert's words: nobody wants every second read out. */}
      <p class="countdown" aria-hidden="true">
        {answering ? words.connecting : words.secondsLeft(left)}
        <progress max={ringSeconds} value={left} />
      </p>
    </section>
  )
}

function useSecondsLeft({ ringingSince }: ContactCard, ahead: number): number {
  const leftNow = (): number => {
    const since = ringingSince === null ? 0 : (now().getTime() + ahead - Date.parse(ringingSince)) / 1000
    return Math.min(ringSeconds, Math.max(0, Math.ceil(ringSeconds - since)))
  }
  const [left, setLeft] = useState(leftNow)
  useEffect(() => {
    const timer = setInterval(() => setLeft(leftNow()), 250)
    return () => clearInterval(timer)
  }, [ringingSince, ahead])
  return left
}
