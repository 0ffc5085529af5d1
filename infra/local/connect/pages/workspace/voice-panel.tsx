import { useEffect, useRef } from 'preact/hooks'
import { workspaceWords as words } from '../../../machine/local-words.ts'
import type { SpokenLine } from '../../phone/phone-lines.ts'
import type { ContactCard } from '../../workspace/workspace-messages.ts'
import { nameOf } from './contact-words.ts'
import { SayForm } from '../say-form.tsx'
import { useVoice } from '../voice.ts'
import type { Ask } from './workspace-link.ts'

/** A call: the whisper to the agent, and typed lines in place of two voices. */
export function VoicePanel({ card, ask }: { card: ContactCard; ask: Ask }) {
  const list = useRef<HTMLOListElement>(null)
  const lines = card.lines.filter(({ by }) => by !== 'prompt')
  useEffect(() => list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' }), [lines.length])
  useSpeaking(lines)
  const speakerOf = (line: SpokenLine): string =>
    ({ prompt: words.line, whisper: words.whisper, customer: nameOf(card), agent: words.you })[line.by]
  return (
    <section class="talk">
      <div class="lines" role="log" aria-label={words.spoken} tabIndex={0}>
        <ol ref={list}>
          {lines.map((line, index) => (
            <li key={index} class={line.by}>
              <span class="speaker">{speakerOf(line)}</span>
              <span class="text" lang={line.languageCode}>
                {line.text}
              </span>
            </li>
          ))}
        </ol>
      </div>
      {card.state === 'CONNECTED' && <SayForm words={words} say={(text) => void ask({ kind: 'speak', contactId: card.id, text })} />}
    </section>
  )
}

/** Speaks new lines if the browser has a voice: whispers and the caller's lines, but not the agent's own. */
function useSpeaking(lines: SpokenLine[]): void {
  const voice = useVoice()
  const spoken = useRef(lines.length)
  useEffect(() => {
    const fresh = lines.slice(spoken.current)
    spoken.current = lines.length
    if (voice.kind === 'there') for (const line of fresh) if (line.by !== 'agent') voice.speak(line)
  }, [lines.length])
}
