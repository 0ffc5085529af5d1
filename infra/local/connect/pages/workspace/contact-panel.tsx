import { useEffect, useRef } from 'preact/hooks'
import { workspaceWords as words } from '../../../machine/local-words.ts'
import type { ContactCard } from '../../workspace/workspace-messages.ts'
import { ChatPanel } from './chat-panel.tsx'
import { nameOf } from './contact-words.ts'
import { VoicePanel } from './voice-panel.tsx'
import type { Ask } from './workspace-link.ts'

type PanelProps = { card: ContactCard; ask: Ask; shown: boolean; justAnswered: boolean; refuse(): void }

/** One contact of the agent: who it is, what is said, and how to end or clear it. */
export function ContactPanel({ card, ask, shown, justAnswered, refuse }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The accept button is gone, so the focus moves to the text field, unless the agent has already moved it.
    if (justAnswered && document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('textarea, input')?.focus()
  }, [justAnswered])
  const options = (kind: 'hang-up' | 'clear') => async (): Promise<void> => {
    if ((await ask({ kind, contactId: card.id })).kind === 'refused') refuse()
  }
  return (
    <div ref={panel} class="contact" role="tabpanel" id={`panel-${card.id}`} aria-labelledby={`tab-${card.id}`} hidden={!shown}>
      <p class="who">
        <strong>{nameOf(card)}</strong>
        <span>
          {words.channels[card.channel]}
          {card.queue && `, ${card.queue.name}`}
          {card.initiationMethod === 'OUTBOUND' && card.dialledNumber && `. ${words.shownNumber(card.dialledNumber)}`}
        </span>
      </p>
      {card.state === 'MISSED' && <p class="note">{words.missed}</p>}
      {card.state === 'CONNECTING' && (
        <p class="note" role="status">
          {words.dialling}
        </p>
      )}
      {card.state === 'ENDED' && <p class="note">{endSaid(card)}</p>}
      {card.state !== 'MISSED' &&
        (card.channel === 'CHAT' ? <ChatPanel card={card} ask={ask} inView={shown} /> : <VoicePanel card={card} ask={ask} />)}
      {card.state === 'CONNECTED' || card.state === 'CONNECTING' ? (
        <button type="button" class="stop" onClick={() => void options('hang-up')()}>
          {card.state === 'CONNECTING' ? words.stopDialling : words.hangUp[card.channel]}
        </button>
      ) : (
        <button type="button" class="go" onClick={() => void options('clear')()}>
          {words.clear}
        </button>
      )}
    </div>
  )
}

/** A call that was not answered has no conversation, so the panel shows only its result. */
function endSaid({ disconnectReason }: ContactCard): string {
  if (disconnectReason === 'TELECOM_BUSY') return words.notAnswered.busy
  if (disconnectReason === 'TELECOM_UNANSWERED') return words.notAnswered.unanswered
  return disconnectReason === 'TELECOM_ORIGINATOR_CANCEL' ? words.notAnswered.stopped : words.afterWork
}
