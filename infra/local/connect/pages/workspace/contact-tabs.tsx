import { workspaceWords as words } from '../../../machine/local-words.ts'
import type { ContactCard } from '../../workspace/workspace-messages.ts'
import { nameOf } from './contact-words.ts'

type TabsProps = { cards: ContactCard[]; selected: string | null; select(id: string): void }

/** The contacts as tabs; arrow keys select the next one. */
export function ContactTabs({ cards, selected, select }: TabsProps) {
  const step = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const at = cards.findIndex(({ id }) => id === selected)
    const next = by === undefined ? undefined : cards[(at + by + cards.length) % cards.length]
    if (!next) return
    event.preventDefault()
    select(next.id)
    document.getElementById(`tab-${next.id}`)?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={words.contacts} onKeyDown={step}>
      {cards.map((card) => (
        <button
          type="button"
          role="tab"
          key={card.id}
          id={`tab-${card.id}`}
          aria-controls={`panel-${card.id}`}
          aria-selected={card.id === selected}
          tabIndex={card.id === selected ? 0 : -1}
          onClick={() => select(card.id)}
        >
          {nameOf(card)}
          <span class={`state ${card.state.toLowerCase()}`}>{words.states[card.state]}</span>
        </button>
      ))}
    </div>
  )
}
