import { rulesOf } from '../../../flows/flow-rules.ts'
import { actions } from './actions.ts'
import { failure, nextOf, type Outcome } from './branches.ts'
import { endContact } from '../routing/contacts.ts'
import type { Exchange, LineContact, Run, RunEnd, RunKind } from '../model/exchange.ts'
import type { Flow } from '../model/flow-content.ts'
import { forgetRun, newRun } from '../model/flow-runs.ts'

// A flow that takes so many steps without anything taking time turns in a circle; the service ends those too.
const maxStepsInARow = 1000

/** Begins a flow for a contact and follows it to its end. A contact whose inbound or remaining flow just stops has nowhere to go and ends. */
export async function beginFlow(exchange: Exchange, start: { contact: LineContact; kind: RunKind; flowArn: string }): Promise<RunEnd> {
  const { contact, kind } = start
  const flow = exchange.instance.flows.get(start.flowArn)
  const isMain = kind === 'inbound' || kind === 'remaining'
  if (!flow) {
    if (isMain) endContact(exchange, contact, 'CONTACT_FLOW_DISCONNECT')
    return 'over'
  }
  contact.flowAttributes = {}
  const run = newRun(exchange, { contact, kind, flow })
  // Whoever began the contact must know of it before the flow's first word is heard.
  await Promise.resolve()
  const end = await follow(exchange, run)
  if (end === 'over' && isMain) endContact(exchange, contact, 'CONTACT_FLOW_DISCONNECT')
  return end
}

async function follow(exchange: Exchange, run: Run): Promise<RunEnd> {
  let pointer: string | null = run.flow.start
  while (pointer !== null && mayGoOn(run)) {
    const action = run.flow.actions.get(pointer)
    if (!action) break
    const act = fits(action.Type, run.flow) ? actions[action.Type] : undefined
    const outcome: Outcome = act ? await act({ exchange, run, action }) : failure()
    trace(exchange, run, { action: action.Identifier, type: action.Type, outcome })
    if (outcome.kind === 'moved-on' || run.stopped) {
      forgetRun(exchange, run)
      return outcome.kind === 'moved-on' ? 'moved-on' : 'stopped'
    }
    pointer = nextOf(action, outcome)
  }
  if (run.stopped) return 'stopped'
  forgetRun(exchange, run)
  return 'over'
}

function mayGoOn(run: Run): boolean {
  run.stepsInARow += 1
  return !run.stopped && run.stepsInARow <= maxStepsInARow
}

/** An action in a type of flow that it is not made for takes its error branch during the call, as in the service. */
function fits(actionType: string, flow: Flow): boolean {
  return rulesOf(actionType)?.flowTypes.includes(flow.type) ?? false
}

function trace(exchange: Exchange, run: Run, step: { action: string; type: string; outcome: Outcome }): void {
  const { outcome } = step
  // An answer may be what a caller typed or a name; only its kind is told.
  const cut = run.stopped && outcome.kind !== 'moved-on'
  const result = cut ? 'interrupted' : outcome.kind === 'failed' ? outcome.error : outcome.kind
  exchange.deps.trace?.({ contactId: run.contact.id, flow: run.flow.name, action: step.action, type: step.type, result })
}
