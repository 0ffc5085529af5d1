import { failure, type Outcome } from './branches.ts'
import { endContact } from '../routing/contacts.ts'
import { waitFor } from '../model/flow-runs.ts'
import { found } from '../model/instance.ts'
import { type Act, numberParameter, parameter, type Step } from './step.ts'

function compare(step: Step): Outcome {
  return { kind: 'answered', answer: parameter(step, 'ComparisonValue') ?? '' }
}

/** Loop: answers ContinueLooping the given number of times, then DoneLooping, after which the count starts anew. */
function loop(step: Step): Outcome {
  const rounds = numberParameter(step, 'LoopCount')
  if (rounds === null) return failure()
  const { loops } = step.run
  const done = loops.get(step.action.Identifier) ?? 0
  if (done < rounds) {
    loops.set(step.action.Identifier, done + 1)
    return { kind: 'answered', answer: 'ContinueLooping' }
  }
  loops.delete(step.action.Identifier)
  return { kind: 'answered', answer: 'DoneLooping' }
}

/** Wait: until the time has passed, or until the customer returns if the action listens for that. For chats only. */
async function wait(step: Step): Promise<Outcome> {
  const { exchange, run, action } = step
  const seconds = numberParameter(step, 'TimeLimitSeconds')
  if (seconds === null || run.contact.channel !== 'CHAT') return failure()
  const events = action.Parameters['Events']
  const answer = await waitFor<string>(run, (finish) => {
    if (Array.isArray(events) && events.includes('CustomerReturned')) run.onCustomerReturn = () => finish('CustomerReturned')
    const cancel = exchange.deps.clock.after(seconds * 1000, () => finish('WaitCompleted'))
    return cancel
  })
  run.onCustomerReturn = null
  return { kind: 'answered', answer }
}

function distributeByPercentage(): Outcome {
  return { kind: 'answered', answer: String(Math.floor(Math.random() * 100) + 1) }
}

/** TransferToFlow: the contact continues in another flow; flow attributes are lost. */
function transferToFlow(step: Step): Outcome {
  const { exchange, run } = step
  const flow = found(exchange.instance.flows, parameter(step, 'ContactFlowId') ?? '')
  if (!flow) return failure()
  run.contact.flowArn = flow.arn
  void exchange.begin({ contact: run.contact, kind: run.kind, flowArn: flow.arn })
  return { kind: 'moved-on' }
}

function disconnectParticipant({ exchange, run }: Step): Outcome {
  endContact(exchange, run.contact, 'CONTACT_FLOW_DISCONNECT')
  return { kind: 'moved-on' }
}

/** The actions that branch, repeat, pause, leave or end a flow. */
export const courseActions: Record<string, Act> = {
  Compare: compare,
  Loop: loop,
  Wait: wait,
  DistributeByPercentage: distributeByPercentage,
  TransferToFlow: transferToFlow,
  EndFlowExecution: () => ({ kind: 'over' }),
  DisconnectParticipant: disconnectParticipant,
}
