/** Messages to a worker's telephone or mailbox. They hold the name of the region and no personal data. */
export type NoticeWords = {
  /** To the worker who gets a case. */
  caseTakenOn: string
  nobodyOnDuty(region: string): string
  nobodySignedIn(region: string): string
  /** `minutes` is null when it is not known. */
  waitingLong(region: string, minutes: number | null): string
  ringMissed(region: string): string
  /** Before an opening that is at risk; `minutes` is the time left. */
  openingAtRisk(region: string, minutes: number | null): string
  contactLost(region: string): string
  /** To the coordinator: a routing profile in Connect differed from the roster and was put back. */
  rosterDrift(region: string): string
  swapAsked(region: string): string
  /** To the worker who offered a turn: a colleague takes it and waits for agreement. */
  swapTaken(region: string): string
  swapAgreed(region: string): string
  turnChanged(region: string): string
  /** To the owner of a promised call, or else to those on duty; `minutes` is the time left. */
  promiseDue(region: string, minutes: number | null): string
  /** The promised time passed and nobody called. */
  promiseLate(region: string): string
  /** To the coordinator: a promise ended without a conversation. */
  promiseLost(region: string): string
  /** To the worker to whom a coordinator gave a promise. */
  promiseAssigned(region: string): string
  /** The number of further notices that do not fit in this message. */
  more(count: number): string
}
