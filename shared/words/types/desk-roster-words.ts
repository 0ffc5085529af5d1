import type { Clock, Day, WallMoment, Weekday } from '../../domain/time/brussels-time.ts'
import type { Holiday } from '../../domain/time/holidays.ts'
import type { RosterRefusal } from '../../domain/roster/roster-changes.ts'
import type { SwapRefusal } from '../../domain/roster/swap.ts'

type TurnRole = 'first' | 'backup'

/** The roster pages at the desk. */
export type DeskRosterWords = {
  heading: string
  weekdays: Record<Weekday, string>
  holidays: Record<Holiday, string>
  /** "maandag 23 november". */
  dayName(day: Day, weekday: Weekday): string
  weekOf(day: Day): string
  /** A day with hours, in running text: "24 november, 9 tot 13 uur". */
  moment(day: Day, span: string): string
  /** "9 tot 17 uur". */
  span(from: Clock, to: Clock): string
  roles: Record<TurnRole, string>
  you: string
  /** The title of a turn in the worker's own calendar. */
  summaries: Record<TurnRole, string>
  now: { heading: string; nobody: string; closed: string; next(at: WallMoment, names: string): string; noNext: string }
  weeks: { heading: string; earlier: string; later: string; today: string; loading: string }
  day: {
    notInWeek: string
    closed: string
    nobody: string
    noBackup: string
    changed: Record<'swap' | 'take-over' | 'replaced' | 'extra' | 'dropped', string>
  }
  turn: {
    mine(span: string): string
    of(name: string, span: string): string
    close: string
    askSwap: string
    askWhom: string
    everybody: string
    wants: string
    nothingBack: string
    takeOver: string
    takeOverHelp: string
    replace: string
    replaceBy: string
    drop: string
    dropHelp: string
    sureDrop: string
    choose: string
  }
  swaps: {
    heading: string
    none: string
    mineAsked(turn: string, to: string | null): string
    mineTaken(turn: string, by: string): string
    forMe(turn: string, asker: string): string
    iTook(turn: string, asker: string): string
    other(turn: string, asker: string): string
    take: string
    agree: string
    refuse: string
    refuseTaker: string
    withdraw: string
    waits: string
    inReturn(turn: string): string
    wanted(turn: string): string
    giveBack: string
    nothing: string
  }
  absences: {
    heading: string
    none: string
    away: string
    kinds: Record<'leave' | 'home-visit', string>
    said(absence: { from: Day; to: Day; between: { from: Clock; to: Clock } | null }): string
    add: string
    who: string
    kind: string
    from: string
    to: string
    fromClock: string
    toClock: string
    save: string
    remove(what: string): string
    removeShort: string
    stillOnTurn: string
  }
  calendar: {
    heading: string
    help: string
    show: string
    address: string
    copy: string
    copied: string
    copyByHand: string
    renew: string
    renewHelp: string
    renewed: string
  }
  quality: {
    heading: string
    gapsHeading: string
    noGaps: string
    gap(day: string, span: string): string
    noBackupCount(hours: string): string
    fairness: string
    fairnessHelp: string
    name: string
    hours: string
    fair: string
    unpopular: string
    unpopularHelp: string
    number(value: number): string
    closingDays(year: number): string
    closingDaysHow: string
  }
  extra: {
    heading: string
    help: string
    day: string
    save: string
  }
  /** The field labels of a turn, on one day or repeating. */
  turnFields: Record<'from' | 'to' | 'worker' | 'role' | 'team' | 'ownTeam', string>
  shifts: {
    heading: string
    help: string
    none: string
    shift(shift: { weekday: Weekday; span: string; name: string; role: TurnRole; everyWeeks: number }): string
    edit: string
    add: string
    remove: string
    weekday: string
    everyWeeks: string
    everyWeek(count: number): string
    startsOn: string
    until: string
    done: string
    notSaved: string
    check: string
    save: string
    undo: string
    cancel: string
  }
  leaves: { heading: string; none: string; more(count: number): string; anyway: string; cancel: string }
  missing: { choose: string; day: string; clock: string; after: string; dayAfter: string }
  said: {
    changed: string
    changedLater: string
    swapAsked: string
    swapTaken: string
    swapRefused: string
    swapWithdrawn: string
    shiftsStale: string
  }
  refusals: Record<RosterRefusal['kind'] | SwapRefusal['kind'] | 'overlap' | 'same-id' | 'try-again', string>
  notFound: string
}
