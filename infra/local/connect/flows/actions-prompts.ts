import { failure, type Outcome } from './branches.ts'
import { pause } from '../model/flow-runs.ts'
import { isSayable, promptOf, utter } from './prompts.ts'
import { type Act, numberParameter, type Step } from './step.ts'

/** MessageParticipant: one prompt; waits for its end. */
async function messageParticipant(step: Step): Promise<Outcome> {
  const { Parameters } = step.action
  const prompt = promptOf(step, Parameters)
  if (!prompt || !isSayable(step, Parameters)) return failure()
  utter(step, prompt)
  await pause(step.exchange, step.run, prompt.milliseconds)
  return { kind: 'done' }
}

/** MessageParticipantIteratively: repeats prompts until the interrupt, or until something ends the flow. Not for chats. */
async function messageParticipantIteratively(step: Step): Promise<Outcome> {
  const { exchange, run, action } = step
  const messages = Array.isArray(action.Parameters['Messages']) ? action.Parameters['Messages'].filter(isParameters) : []
  const prompts = messages.map((message) => promptOf(step, message)).filter((prompt) => prompt !== null)
  if (run.contact.channel !== 'VOICE' || prompts.length === 0) return failure()
  const interruptSeconds = numberParameter(step, 'InterruptFrequencySeconds')
  let left = interruptSeconds === null ? Infinity : interruptSeconds * 1000
  for (let turn = 0; left > 0 && !run.stopped; turn++) {
    const prompt = prompts[turn % prompts.length]
    if (!prompt) break
    utter(step, prompt)
    // An empty prompt takes a second too, because a loop of empty prompts would block the process.
    const milliseconds = Math.min(left, Math.max(prompt.milliseconds, 1000))
    await pause(exchange, run, milliseconds)
    left -= milliseconds
  }
  return { kind: 'answered', answer: 'MessagesInterrupted' }
}

function isParameters(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object'
}

/** The actions that play prompts. */
export const promptActions: Record<string, Act> = {
  MessageParticipant: messageParticipant,
  MessageParticipantIteratively: messageParticipantIteratively,
}
