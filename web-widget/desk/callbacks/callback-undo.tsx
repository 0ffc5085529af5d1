import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { Act } from './callback-act.ts'
import { whoIn } from './callback-words.ts'
import { useDesk, words } from '../state/desk-context.ts'

const { callbacks } = words

/** For the worker who noted the last attempt, for some minutes: undoing it, also when it closed the entry. */
export function UndoButton({ entry, act }: { entry: DeskCallback; act: Act }) {
  const { client, me } = useDesk()
  if (!entry.mayUndo) return null
  const who = whoIn(entry, me)
  return (
    <button
      type="button"
      class="quiet"
      aria-label={callbacks.undoOf(who)}
      onClick={() => void act(entry, () => client.undoAttempt(entry.id))}
    >
      {callbacks.undo}
    </button>
  )
}
