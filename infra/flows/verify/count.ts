import { type GraphMap } from './call-graph.ts'
import { type Next, nextsOf, type Place } from './steps.ts'
import { keyOf } from './walk.ts'

/** Numbers of paths on which no block, one block and two blocks fail. */
export type PathCount = readonly [none: bigint, one: bigint, two: bigint]

/** How far a path is followed: to the end of its flow, or through the queue flow until a worker answers or the call ends. */
export type Reach = 'this-flow' | 'whole-call'

/**
 * Counts the paths from a position to an end. A path is one order of blocks and arms in which each counter loops at most once; a worker who
 * answers on the way does not make a separate path. Null if some path has no end.
 */
export function countPaths(map: GraphMap, from: Place, reach: Reach): PathCount | null {
  const known = new Map<string, PathCount | 'on the way'>()
  let endless = false
  const follow = (place: Place, rounds: readonly string[]): PathCount => {
    // Paths are counted by the number of failures, so which block failed is left out of the key.
    const here = { ...place, failed: [] }
    const key = `${keyOf(here)}|${rounds.join()}`
    const before = known.get(key)
    if (before === 'on the way') endless = true
    if (before !== undefined) return before === 'on the way' ? [0n, 0n, 0n] : before
    known.set(key, 'on the way')
    const counts = nextsOf(map, here).map((next) => onwards(next, here, rounds))
    const total = sum(counts)
    known.set(key, total)
    return total
  }
  const onwards = (next: Next, here: Place, rounds: readonly string[]): PathCount => {
    if (next.kind === 'end') return oneEnd(here.failures + (next.turn?.fault ? 1 : 0))
    const { link, place } = next
    if (link === 'worker') return [0n, 0n, 0n]
    if (link === 'round') {
      const again = rounds.includes(here.block.id)
      return again ? [0n, 0n, 0n] : follow(place, [...rounds, here.block.id].sort())
    }
    const ends = (link === 'other-flow' && reach === 'this-flow') || (link === 'queue' && (reach === 'this-flow' || here.role === 'queue'))
    return ends ? oneEnd(place.failures) : follow(place, rounds)
  }
  const total = follow({ ...from, failed: [], failures: 0 }, [])
  return endless ? null : total
}

function oneEnd(failures: number): PathCount {
  return [failures === 0 ? 1n : 0n, failures === 1 ? 1n : 0n, failures === 2 ? 1n : 0n]
}

/** Adds counts by number of failures. */
export function sum(counts: readonly PathCount[]): PathCount {
  return counts.reduce<PathCount>((total, one) => [total[0] + one[0], total[1] + one[1], total[2] + one[2]], [0n, 0n, 0n])
}
