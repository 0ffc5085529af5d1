import type { DeskGap } from '../../../shared/contracts/roster/roster.ts'
import { rosterWords } from './roster-context.ts'

export type GapsNoteProps = { id: string; gaps: readonly DeskGap[]; save: string; goOn(): void; cancel(): void }

// A longer list would tell the coordinator nothing more.
const maxShown = 12

/** The gaps that a change would leave, shown before it is saved; the coordinator decides. */
export function GapsNote({ id, gaps, save, goOn, cancel }: GapsNoteProps) {
  const { leaves } = rosterWords
  const nobody = gaps.filter((gap) => gap.what === 'nobody')
  return (
    <div class={nobody.length === 0 ? 'gaps-note' : 'gaps-note trouble'} role="group" aria-labelledby={id}>
      <p id={id} class="title" tabIndex={-1}>
        {nobody.length === 0 ? leaves.none : leaves.heading}
      </p>
      <GapList gaps={nobody.slice(0, maxShown)} />
      {nobody.length > maxShown ? <p>{leaves.more(nobody.length - maxShown)}</p> : null}
      <p class="buttons">
        <button type="button" class="main" onClick={goOn}>
          {save}
        </button>
        <button type="button" onClick={cancel}>
          {leaves.cancel}
        </button>
      </p>
    </div>
  )
}

/** Gaps as text: the day and hours of each. */
export function GapList({ gaps }: { gaps: readonly DeskGap[] }) {
  if (gaps.length === 0) return null
  return (
    <ul class="gap-list">
      {gaps.map((gap) => (
        <li key={`${gap.day}${gap.from}${gap.what}`}>
          {rosterWords.quality.gap(rosterWords.dayName(gap.day, gap.weekday), rosterWords.span(gap.from, gap.to))}
        </li>
      ))}
    </ul>
  )
}
