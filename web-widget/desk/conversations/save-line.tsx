import { SignInAgain } from '../parts/failure-note.tsx'
import type { SaveState } from '../state/draft.ts'
import { words } from '../state/desk-context.ts'

/** The state of saving, always visible. */
export function SaveLine({ save, again }: { save: SaveState; again(): void }) {
  const isSignedOut = save.kind === 'not-saved' && save.why === 'signed-out'
  return (
    <div class={`save ${save.kind}`}>
      <p role="status">{saidOf(save)}</p>
      {isSignedOut ? <SignInAgain after={again} /> : null}
      {save.kind === 'not-saved' && !isSignedOut ? (
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
      return save.why === 'signed-out' ? form.notSavedSignedOut : form.notSaved
    case 'stale':
      return form.stale
  }
}

// The two versions are shown above the form, while the worker may be writing far below.
function leadToBoth() {
  document.getElementById('conflict')?.scrollIntoView({ block: 'center' })
  document.getElementById('conflict')?.focus({ preventScroll: true })
}
