import { type Block, channels, type GraphMap } from './call-graph.ts'
import { withoutHooks } from './facts.ts'
import type { Facts } from './model.ts'
import { failuresAtMost, firstPlaces, type Link, type Next, nextsOf, type Place } from './steps.ts'

/** A place with the way that led to it. */
export type Trail = { place: Place; before: Trail | null; link: Link | null; byFault: boolean }

/** A way that ends badly. */
export type BadEnd = { trail: Trail; wrong: string; byFault: boolean }

export type Passage = { from: Place; to: Place; link: Link }

/** All that was met on the way. */
export type Walked = {
  badEnds: BadEnd[]
  passages: Passage[]
  /** The places where a contact comes into a flow, those with the fewest failures first. */
  entries: Place[]
  /** The blocks that were let fail. */
  broken: ReadonlySet<string>
}

/**
 * Walks every way that a call and a chat can take through a town, with every set of at most two broken blocks; a broken block may fail each
 * time or only now and then. Places where the same is true are walked once; a block that failed and cannot be met again need not be
 * remembered, unless `eachCause` asks to tell ways apart by all that failed.
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
  const visit = (trail: Trail) => {
    const place = eachCause ? trail.place : forgetful(map, trail.place)
    const key = keyOf(place)
    if (seen.has(key)) return
    seen.add(key)
    if (trail.link !== 'arm' && trail.link !== 'round') walked.entries.push(place)
    ahead[place.failures]?.push({ ...trail, place })
  }
  for (const place of firstPlaces(map, channels)) visit({ place, before: null, link: null, byFault: false })
  // Few failures first: then the first way to a place is the one with the least that had to go wrong.
  for (const sameFailures of ahead) {
    for (const trail of sameFailures) for (const next of nextsOf(map, trail.place)) take(next, trail)
  }
  return walked

  /** From one block to the next there are millions of ways and one passage. */
  function note(passage: Passage): void {
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
      note({ from: trail.place, to: next.place, link: next.link })
      visit({ place: next.place, before: trail, link: next.link, byFault })
    } else if (next.wrong !== null) walked.badEnds.push({ trail, wrong: next.wrong, byFault })
  }
}

/** A place without the failures and the hooks that can make no difference any more; how many failures there were, it keeps. */
function forgetful(map: GraphMap, place: Place): Place {
  const forgotten = place.failed.some((id) => !map.canReach(place.block, id))
  const failed = forgotten ? place.failed.filter((id) => map.canReach(place.block, id)) : place.failed
  const facts = map.canLeave(place.block) ? place.facts : withoutHooks(place.facts)
  return failed === place.failed && facts === place.facts ? place : { ...place, failed, facts }
}

/** The same for two places that lead to the same ends. */
export function keyOf({ block, role, channel, facts, failed, failures }: Place): string {
  return [block.id, role, channel, factsKey(facts), failures, ...failed].join('|')
}

function factsKey({ heard, external, known, hooks, hasQueue, promising, promised, silentSeconds }: Facts): string {
  const hung = [hooks.CustomerQueue, hooks.CustomerRemaining, hooks.AgentWhisper]
  return [heard, external, known.join(), ...hung, hasQueue, promising, promised, silentSeconds].join('|')
}
