import type { OnDuty } from '../roster/duty-roster.ts'
import type { WorkerId } from '../ids.ts'

/** The current state of a worker who is signed in to the softphone; workers who are not signed in are in no list. */
export type AgentNow = { worker: WorkerId; state: 'available' | 'in-conversation' | 'away' | 'missed' }

/** What the watch sees of a line at one moment. */
export type LineSeen = {
  isOpen: boolean
  /** Minutes since the last moment at which somebody on duty or backup could answer; 0 while somebody can. */
  aloneMinutes: number
  duty: OnDuty
  agents: readonly AgentNow[]
  /** Seconds that the longest waiting contact has waited; 0 when none waits. */
  longestWaitSeconds: number
}

/** Something to notify at once. `minutes` is how long a contact has waited, for `waiting-long` only. */
export type LineAlert = {
  kind: 'nobody-on-duty' | 'nobody-signed-in' | 'ring-missed' | 'waiting-long'
  to: readonly WorkerId[]
  minutes: number | null
}

/** The limits of a region, and its coordinators. */
export type WatchLimits = { longestWaitSeconds: number; coordinators: readonly WorkerId[] }

// Those on duty and backup get this long to fix it before the coordinators are notified.
const minutesBeforeCoordinator = 5
// A wait of three times the region's limit is reported to the coordinators too.
const timesTooLong = 3

/**
 * Whether none of those on duty or backup can answer. A worker in state `missed` gets no contacts until available again, and one in a
 * custom status (`away`) is signed in but gets none either: for a caller neither is there.
 */
export function isLeftAlone({ duty, agents }: Pick<LineSeen, 'duty' | 'agents'>): boolean {
  return !agents.some(({ worker, state }) => hasLine(duty, worker) && (state === 'available' || state === 'in-conversation'))
}

/**
 * What is wrong with a line now, and who is notified of it. A closed line has no alerts. An empty roster goes to the coordinators at once,
 * because nobody else can fix it.
 */
export function alertsOn(line: LineSeen, limits: WatchLimits): LineAlert[] {
  if (!line.isOpen) return []
  const onLine = [...new Set([...line.duty.first, ...line.duty.backup])]
  if (onLine.length === 0) return [{ kind: 'nobody-on-duty', to: limits.coordinators, minutes: null }]
  const calledIn = isLeftAlone(line) && line.aloneMinutes >= minutesBeforeCoordinator ? limits.coordinators : []
  return [...notSignedIn(line, [...onLine, ...calledIn]), ...missed(line, calledIn), ...waitsTooLong(line, limits, onLine)]
}

function notSignedIn({ duty, agents }: LineSeen, to: readonly WorkerId[]): LineAlert[] {
  if (agents.some(({ worker, state }) => hasLine(duty, worker) && state !== 'away')) return []
  return [{ kind: 'nobody-signed-in', to, minutes: null }]
}

// The worker who missed a call is notified, and so is the backup.
function missed({ agents, duty }: LineSeen, calledIn: readonly WorkerId[]): LineAlert[] {
  return agents
    .filter((agent) => agent.state === 'missed')
    .map(({ worker }) => ({ kind: 'ring-missed', to: [...new Set([worker, ...duty.backup, ...calledIn])], minutes: null }))
}

function waitsTooLong({ longestWaitSeconds }: LineSeen, limits: WatchLimits, onLine: readonly WorkerId[]): LineAlert[] {
  if (longestWaitSeconds <= limits.longestWaitSeconds) return []
  const isFarTooLong = longestWaitSeconds > timesTooLong * limits.longestWaitSeconds
  const to = isFarTooLong ? [...onLine, ...limits.coordinators] : onLine
  return [{ kind: 'waiting-long', to, minutes: Math.floor(longestWaitSeconds / 60) }]
}

function hasLine({ first, backup }: OnDuty, worker: WorkerId): boolean {
  return first.includes(worker) || backup.includes(worker)
}
