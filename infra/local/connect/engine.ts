import { problemsOf } from '../../flows/flow-rules.ts'
import { PlainError } from '../machine/plain-error.ts'
import { readAgents } from './routing/agents.ts'
import type { Media } from './model/engine-api.ts'
import type { Exchange, LineContact } from './model/exchange.ts'
import { beginFlow } from './flows/flow-runner.ts'
import { stopRun } from './model/flow-runs.ts'
import { type Instance, readInstance } from './model/instance.ts'
import { takeUpHours } from './routing/stored-hours.ts'
import { createRouting } from './routing/routing.ts'
import type { ConnectDeps } from './model/deps.ts'

/** Builds the exchange from the templates; throws one error with all problems if the service would refuse some flow. */
export function createExchange(deps: ConnectDeps, media: Media): Exchange {
  const instance = readInstance(deps.assembly)
  refuseBrokenFlows(instance)
  takeUpHours(deps.keyValues, instance)
  const exchange: Exchange = {
    deps,
    instance,
    media,
    contacts: new Map(),
    agents: new Map(),
    runs: new Map(),
    whispers: new Map(),
    waiting: new Map(),
    rings: new Map(),
    dials: new Map(),
    unconnected: new Map(),
    stopped: false,
    route: () => undefined,
    begin: (start) => beginFlow(exchange, start),
  }
  exchange.route = createRouting(exchange)
  readAgents(exchange)
  for (const { id, value } of deps.keyValues.all('connect-contact')) exchange.contacts.set(id, value as LineContact)
  return exchange
}

/** Stops all timers and runs without changing any contact, because the process ends but the contacts continue at the next start. */
export function stopExchange(exchange: Exchange): void {
  exchange.stopped = true
  for (const run of [...exchange.runs.values(), ...exchange.whispers.values()]) stopRun(exchange, run)
  for (const waiting of exchange.waiting.values()) waiting.stop()
  for (const ring of exchange.rings.values()) ring.stopTimer()
  for (const stop of [...exchange.dials.values(), ...exchange.unconnected.values()]) stop()
}

function refuseBrokenFlows(instance: Instance): void {
  const refusals = [...instance.flows.values()].flatMap((flow) =>
    problemsOf(JSON.parse(flow.text), flow.type).map((problem) => `  ${flow.name}: ${problem.message}`),
  )
  if (refusals.length > 0)
    throw new PlainError(`Amazon Connect would refuse these flows (InvalidContactFlowException):\n${refusals.join('\n')}`)
}
