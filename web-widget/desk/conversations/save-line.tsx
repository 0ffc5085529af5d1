import type { SaveState } from '../state/draft.ts'
import { words } from '../state/desk-context.ts'

/** Always in sight: whether what is on the screen is safe. */
export function SaveLine({ save, again }: { save: SaveState; again(): void }) {
  return (
    <div class={`save ${save.kind}`}>
      <p role="status">{saidOf(save)}</p>
      {save.kind === 'not-saved' ? (
        <button type="button" onClick={again}>
          {words.tryAgain}
        </button>
      ) : null}
      {save.kind === 'stale' ? (
        <button type="button" onClick={leadToBoth}>
          {words.form.staleChoose}
        </button>
      ) : null}
    </div>
  )
}

function saidOf(save: SaveState): string {
  const { form } = words
  switch (save.kind) {
    case 'untouched':
      return ''
    case 'changed':
      return form.changed
    case 'saving':
      return form.saving
    case 'saved':
      return form.savedAt(save.at)
    case 'not-saved':
      return form.notSaved
    case 'stale':
      return form.stale
  }
}

// Both texts stand above the form, and she may be writing far below them.
function leadToBoth() {
  document.getElementById('conflict')?.scrollIntoView({ block: 'center' })
  document.getElementById('conflict')?.focus({ preventScroll: true })
}
