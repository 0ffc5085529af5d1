import { type Block, channels, type GraphMap } from './call-graph.ts'
import { withoutHooks } from './facts.ts'
import type { Facts } from './model.ts'
import { failuresAtMost, firstPlaces, type Link, type Next, nextsOf, type Place } from './steps.ts'

/** A position with the path that led to it. */
export type Trail = { place: Place; before: Trail | null; link: Link | null; byFault: boolean }

/** A path that ends with an error. */
export type BadEnd = { trail: Trail; wrong: string; byFault: boolean }

/** A step from one position to the next. */
export type Passage = { from: Place; to: Place; link: Link }

/** The result of a walk. */
export type Walked = {
  badEnds: BadEnd[]
  passages: Passage[]
  /** The positions at which a contact enters a flow, those with the fewest failures first. */
  entries: Place[]
  /** The ids of blocks that failed on some path. */
  broken: ReadonlySet<string>
}

/**
 * Walks every path of calls and chats through a call graph, with every set of at most two broken blocks; a broken block may fail each time
 * or only sometimes. Equivalent positions are walked once. A failed block that cannot be met again is forgotten, unless `eachCause` asks to
 * tell paths apart by all their failures.
 */
export function walk(map: GraphMap, { eachCause }: { eachCause: boolean }): Walked {
  const seen = new Set<string>()
  const known = new Map<Block, Map<Block, Passage[]>>()
  const ahead: Trail[][] = Array.from({ length: failuresAtMost + 1 }, () => [])
  const walked = {
    badEnds: [] as BadEnd[],
    passages: [] as Passage[],
    entries: [] as Place[],
    broken: new Set<string>(),
  }
  const enqueue = (trail: Trail) => {
    const place = eachCause ? trail.place : forgetful(map, trail.place)
    const key = keyOf(place)
    if (seen.has(key)) return
    seen.add(key)
    if (trail.link !== 'arm' && trail.link !== 'round') walked.entries.push(place)
    ahead[place.failures]?.push({ ...trail, place })
  }
  for (const place of firstPlaces(map, channels)) enqueue({ place, before: null, link: null, byFault: false })
  // In order of failures, so that the first path found to a position is the one with the fewest.
  for (const sameFailures of ahead) {
    for (const trail of sameFailures) for (const next of nextsOf(map, trail.place)) take(next, trail)
  }
  return walked

  /** Keeps one passage for each pair of blocks, since the number of paths between them is far too large to keep. */
  function recordPassage(passage: Passage): void {
    const { from, to, link } = passage
    const between = known.get(from.block) ?? new Map<Block, Passage[]>()
    known.set(from.block, between)
    const same = between.get(to.block) ?? []
    between.set(to.block, same)
    if (same.some((one) => one.link === link && one.from.channel === from.channel && one.from.role === from.role)) return
    same.push(passage)
    walked.passages.push(passage)
  }

  function take(next: Next, trail: Trail): void {
    const byFault = next.turn?.fault ?? false
    if (byFault) walked.broken.add(trail.place.block.id)
    if (next.kind === 'place') {
      recordPassage({ from: trail.place, to: next.place, link: next.link })
      enqueue({ place: next.place, before: trail, link: next.link, byFault })
    } else if (next.wrong !== null) walked.badEnds.push({ trail, wrong: next.wrong, byFault })
  }
}

/** A position without the failures and hooks that no longer matter; the number of failures stays. */
function forgetful(map: GraphMap, place: Place): Place {
  const forgotten = place.failed.some((id) => !map.canReach(place.block, id))
  const failed = forgotten ? place.failed.filter((id) => map.canReach(place.block, id)) : place.failed
  const facts = map.canLeave(place.block) ? place.facts : withoutHooks(place.facts)
  return failed === place.failed && facts === place.facts ? place : { ...place, failed, facts }
}

/** A key that is equal for positions that lead to the same ends. */
export function keyOf({ block, role, channel, facts, failed, failures }: Place): string {
  return [block.id, role, channel, factsKey(facts), failures, ...failed].join('|')
}

function factsKey({ heard, external, known, hooks, hasQueue, promising, promised, silentSeconds }: Facts): string {
  const hung = [hooks.CustomerQueue, hooks.CustomerRemaining, hooks.AgentWhisper]
  return [heard, external, known.join(), ...hung, hasQueue, promising, promised, silentSeconds].join('|')
}
