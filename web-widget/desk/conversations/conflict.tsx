import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import type { CoachingNotes } from '../../../shared/domain/conversations/coaching.ts'
import { differences } from '../state/draft.ts'
import { labelOf, noteInWords } from './notes-in-words.ts'
import { useDesk, words } from '../state/desk-context.ts'

export type ConflictProps = { mine: CoachingNotes; newer: DeskConversation; choose(which: 'mine' | 'theirs'): void }

/** Two versions of one conversation’s notes: both are shown, and only the worker decides which one stays. */
export function Conflict({ mine, newer, choose }: ConflictProps) {
  const { form } = words
  const { me } = useDesk()
  return (
    <section class="conflict" id="conflict" role="alert" tabIndex={-1}>
      <p>{form.conflict}</p>
      {differences(mine, newer.notes).map((name) => (
        <div class="two" key={name}>
          <h2>{labelOf(name)}</h2>
          <p>
            <b>{form.conflictMine}</b>
            {noteInWords(mine, name, me)}
          </p>
          <p>
            <b>{form.conflictTheirs}</b>
            {noteInWords(newer.notes, name, me)}
          </p>
        </div>
      ))}
      {newer.state === 'draft' ? (
        <button type="button" onClick={() => choose('mine')}>
          {form.conflictKeepMine}
        </button>
      ) : null}
      <button type="button" onClick={() => choose('theirs')}>
        {form.conflictTakeTheirs}
      </button>
    </section>
  )
}
