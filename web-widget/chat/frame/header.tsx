import type { BeforeWords } from '../../../shared/words/types/words.ts'
import { LiveText } from '../../kit/live-text.tsx'
import type { Host } from './host.ts'

export type HeaderProps = { words: BeforeWords; title: string; host: Host; leave(): void }

/** The region’s title and the two ways to leave: closing the window keeps the chat; “quick exit” deletes every trace of it. */
export function Header({ words, title, host, leave }: HeaderProps) {
  return (
    <header class="head">
      <h1 id="top" tabIndex={-1}>
        <LiveText text={title} />
      </h1>
      <button type="button" class="exit" onClick={leave}>
        {words.quickExit}
      </button>
      {host.isThere && (
        <button type="button" class="icon" aria-label={words.closeWindow} title={words.closeWindow} onClick={() => host.notify('close')}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M4 7l6 6 6-6" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" />
          </svg>
        </button>
      )}
    </header>
  )
}
