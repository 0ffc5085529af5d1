import { rulesOf } from '../../../flows/flow-rules.ts'
import { actions } from './actions.ts'
import { failure, nextOf, type Outcome } from './branches.ts'
import { endContact } from '../routing/contacts.ts'
import type { Exchange, LineContact, Run, RunEnd, RunKind } from '../model/exchange.ts'
import type { Flow } from '../model/flow-content.ts'
import { forgetRun, newRun } from '../model/flow-runs.ts'

// So many steps without any pause mean an endless loop; the service ends those too.
const maxStepsInARow = 1000

/** Runs a flow for a contact to its end. If an inbound or remaining flow ends without a transfer, the contact ends too. */
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
  // The code that created the contact must have registered it before the first prompt is played.
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

/** Whether an action is allowed in this type of flow; if not, it takes its error branch during the call, as in the service. */
function fits(actionType: string, flow: Flow): boolean {
  return rulesOf(actionType)?.flowTypes.includes(flow.type) ?? false
}

function trace(exchange: Exchange, run: Run, step: { action: string; type: string; outcome: Outcome }): void {
  const { outcome } = step
  // The answer itself may be a name or what a caller typed, so only its kind is logged.
  const cut = run.stopped && outcome.kind !== 'moved-on'
  const result = cut ? 'interrupted' : outcome.kind === 'failed' ? outcome.error : outcome.kind
  exchange.deps.trace?.({ contactId: run.contact.id, flow: run.flow.name, action: step.action, type: step.type, result })
}
