import { workspaceWords as words } from '../../local-words.ts'
import type { ContactCard } from '../workspace-messages.ts'
import { ChatPanel } from './chat-panel.tsx'
import { nameOf } from './contact-words.ts'
import { VoicePanel } from './voice-panel.tsx'
import type { Ask } from './workspace-link.ts'

type PanelProps = { card: ContactCard; ask: Ask; shown: boolean; refuse(): void }

/** One contact in the agent's hands: who it is, what is said, and the ways out of it. */
export function ContactPanel({ card, ask, shown, refuse }: PanelProps) {
  const wish = (kind: 'hang-up' | 'clear') => async (): Promise<void> => {
    if ((await ask({ kind, contactId: card.id })).kind === 'refused') refuse()
  }
  return (
    <div class="contact" role="tabpanel" id={`panel-${card.id}`} aria-labelledby={`tab-${card.id}`} hidden={!shown}>
      <p class="who">
        <strong>{nameOf(card)}</strong>
        <span>
          {words.channels[card.channel]}
          {card.queue && `, ${card.queue.name}`}
        </span>
      </p>
      {card.state === 'MISSED' && <p class="note">{words.missed}</p>}
      {card.state === 'ENDED' && <p class="note">{words.afterWork}</p>}
      {card.state !== 'MISSED' &&
        (card.channel === 'CHAT' ? <ChatPanel card={card} ask={ask} inView={shown} /> : <VoicePanel card={card} ask={ask} />)}
      {card.state === 'CONNECTED' ? (
        <button type="button" class="stop" onClick={() => void wish('hang-up')()}>
          {words.hangUp[card.channel]}
        </button>
      ) : (
        <button type="button" class="go" onClick={() => void wish('clear')()}>
          {words.clear}
        </button>
      )}
    </div>
  )
}
