import type { OnDuty } from '../roster/duty-roster.ts'
import type { WorkerId } from '../ids.ts'

/** What a worker who is signed in to the softphone does now. Who is not signed in is in no list. */
export type AgentNow = { worker: WorkerId; state: 'available' | 'in-conversation' | 'away' | 'missed' }

/** A line as it stands at one moment, seen from outside. */
export type LineSeen = {
  isOpen: boolean
  /** Minutes since nobody who has it could answer; 0 while somebody can. */
  aloneMinutes: number
  duty: OnDuty
  agents: readonly AgentNow[]
  /** Seconds that the one who waits longest has waited; 0 when nobody waits. */
  longestWaitSeconds: number
}

/** Something about which somebody must be told at once. `minutes` tells how long somebody waits. */
export type LineAlert = {
  kind: 'nobody-on-duty' | 'nobody-signed-in' | 'ring-missed' | 'waiting-long'
  to: readonly WorkerId[]
  minutes: number | null
}

/** When a region wants to be told. */
export type WatchLimits = { longestWaitSeconds: number; coordinators: readonly WorkerId[] }

// Whoever has the line and the backup get this long to put it right before the coordinator is called in.
const minutesBeforeCoordinator = 5
// Whoever waits three times as long as she should concerns the coordinator too.
const timesTooLong = 3

/**
 * Whether nobody of those who have a line could answer it. Who missed a ring hears nothing more until she says that she is there, and who
 * has a status of her own making is signed in and answers nothing: for a caller both are nobody.
 */
export function isLeftAlone({ duty, agents }: Pick<LineSeen, 'duty' | 'agents'>): boolean {
  return !agents.some(({ worker, state }) => hasLine(duty, worker) && (state === 'available' || state === 'in-conversation'))
}

/**
 * What is wrong with a line now, and who is told. While it is closed nothing is: nobody is asked to take over in her evening. A line with
 * nobody on it concerns the coordinator from the first minute, for there is nobody else to put it right.
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

// She who missed a ring is told, and so is whoever stands behind her.
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
