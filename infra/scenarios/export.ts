import type { OpenRegion } from '../../shared/domain/regions/region.ts'
import { type Playable, playableOf } from './playable.ts'
import type { NamedScenario } from './read-scenarios.ts'
import type { Scenario } from './scenario.ts'

/** A scenario that Amazon Connect can play as a test case, at least in part. */
export type Exported = { name: string; title: string; channel: Scenario['channel']; playable: Playable }
/** A scenario that Amazon Connect cannot play, and why. */
export type LeftOut = { name: string; why: string }

/** Separates the scenarios of a region into those that become test cases of Amazon Connect and those that do not. */
export function exportOf(scenarios: readonly NamedScenario[], region: OpenRegion): { exported: Exported[]; leftOut: LeftOut[] } {
  const exported: Exported[] = []
  const leftOut: LeftOut[] = []
  const known = new Set<string>()
  for (const { name, scenario } of scenarios.filter((one) => one.scenario.region === region.id)) {
    const { title, channel } = scenario
    const playable = playableOf({ name, scenario }, { ...scenario, region })
    const said = JSON.stringify([channel, playable])
    if ('leftOut' in playable) leftOut.push({ name, why: playable.leftOut })
    else if (known.has(said)) leftOut.push({ name, why: 'before the queue it says what another story says' })
    else exported.push({ name, title, channel, playable })
    known.add(said)
  }
  return { exported, leftOut }
}
