import type { Day } from '../../domain/time/brussels-time.ts'
import type { HoursProblem } from '../../domain/hours/hours-problems.ts'
import type { SuggestedClosure } from '../../domain/hours/suggested-closures.ts'

/** The page on which the coordinator edits the opening hours. */
export type DeskHoursWords = {
  heading: string
  help: string
  week: string
  closedDay: string
  /** Labels within the group of a weekday; the index distinguishes the second span. */
  spanFrom(index: number): string
  spanTo(index: number): string
  to: string
  addSpan(weekday: string): string
  addSpanShort: string
  remove: string
  removeSpan(weekday: string, span: string): string
  feast: string
  closings: string
  closingsNone: string
  closingFrom: string
  closingTo: string
  reason: string
  addClosing: string
  removeClosing(reason: string): string
  closing(from: Day, to: Day): string
  suggestions: string
  suggestionsHelp: string
  accept(what: string): string
  noSuggestions: string
  reasons: Record<SuggestedClosure['kind'], string>
  holidays: string
  holidaysHelp: string
  follows: string
  save: string
  undo: string
  notSaved: string
  saved: string
  savedLater: string
  /** The turns and promised calls on days that become closed. */
  inNewClosings(counts: { turns: number; callbacks: number }): string
  stale: string
  contradicts(count: number): string
  wrong: Record<Exclude<HoursProblem['kind'], 'too-many-closures'>, string>
  tooManyClosings(max: number): string
}
