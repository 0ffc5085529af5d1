import type { TypedHours } from '../../../shared/contracts/hours/hours.ts'
import type { Weekday } from '../../../shared/domain/time/brussels-time.ts'
import type { HoursProblem } from '../../../shared/domain/hours/hours-problems.ts'
import type { OpeningHours } from '../../../shared/domain/regions/region.ts'
import { deskHoursNl } from '../../../shared/words/nl/desk/hours.ts'

export const hoursWords = deskHoursNl

export const weekOrder: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** An error at the field with this id. */
export type Wrong = { id: string; sentence: string }

/** Ids for the errors that belong to no single field. */
export const wrongIds = { week: 'hours-week', form: 'hours-form-wrong' }

/** The opening hours as form values: every weekday is present, if need be without spans. */
export function typedOf({ week, flemishFeast, closures }: OpeningHours): TypedHours {
  const { mon = [], tue = [], wed = [], thu = [], fri = [], sat = [], sun = [] } = week
  return { week: { mon, tue, wed, thu, fri, sat, sun }, flemishFeast, closures }
}

/** The id of a time field in the week. */
export function spanField(on: Weekday, index: number, end: 'from' | 'to'): string {
  return `hours-${on}-${index}-${end}`
}

/** The id of a field of a closing. */
export function closingField(index: number, part: 'from' | 'to' | 'reason'): string {
  return `closing-${index}-${part}`
}

/** Every contradiction as a sentence at the field where it can be corrected, from top to bottom. */
export function wrongsOf(problems: readonly HoursProblem[]): Wrong[] {
  return problems.map((problem) => ({ id: fieldOf(problem), sentence: sentenceOf(problem) }))
}

/** The error at a field, or null. */
export function wrongAt(wrongs: readonly Wrong[], id: string): string | null {
  return wrongs.find((wrong) => wrong.id === id)?.sentence ?? null
}

function sentenceOf(problem: HoursProblem): string {
  return problem.kind === 'too-many-closures' ? hoursWords.tooManyClosings(problem.atMost) : hoursWords.wrong[problem.kind]
}

function fieldOf(problem: HoursProblem): string {
  switch (problem.kind) {
    case 'not-a-time':
      return spanField(problem.on, problem.place, problem.field)
    case 'span-ends-before-it-begins':
      return spanField(problem.on, problem.place, 'to')
    case 'spans-not-apart':
      return spanField(problem.on, problem.place, 'from')
    case 'week-never-opens':
      return wrongIds.week
    case 'not-a-day':
      return closingField(problem.place, problem.field)
    case 'no-reason':
    case 'reason-too-long':
      return closingField(problem.place, 'reason')
    case 'closure-ends-before-it-begins':
    case 'closure-too-long':
      return closingField(problem.place, 'to')
    case 'closures-overlap':
      return closingField(problem.place, 'from')
    case 'too-many-closures':
      return wrongIds.form
  }
}
