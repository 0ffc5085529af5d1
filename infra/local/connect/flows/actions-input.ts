import { failure, type Outcome } from './branches.ts'
import { waitFor } from '../model/flow-runs.ts'
import { isSayable, type Prompt, promptOf, utter } from './prompts.ts'
import { type Act, mapParameter, numberParameter, parameter, type Step } from './step.ts'

type Asking = {
  prompt: Prompt
  limitMilliseconds: number
  betweenKeysMilliseconds: number
  maximumDigits: number
  endKey: string | null
  cancelKey: string | null
}

const longestInput = 20

/** GetParticipantInput: one key for the conditions, or several keys that are stored. For calls only. */
async function getParticipantInput(step: Step): Promise<Outcome> {
  if (step.run.contact.channel !== 'VOICE') return failure()
  const hasPrompt = ['Text', 'SSML', 'PromptId', 'Media'].some((name) => name in step.action.Parameters)
  if (hasPrompt && !isSayable(step, step.action.Parameters)) return failure()
  const prompt = promptOf(step, step.action.Parameters) ?? { text: '', milliseconds: 0 }
  return parameter(step, 'StoreInput') === 'True' ? storeInput(step, prompt) : oneKey(step, prompt)
}

async function oneKey(step: Step, prompt: Prompt): Promise<Outcome> {
  const limitMilliseconds = (numberParameter(step, 'InputTimeLimitSeconds') ?? 5) * 1000
  const pressed = await ask(step, {
    prompt,
    limitMilliseconds,
    betweenKeysMilliseconds: 0,
    maximumDigits: 1,
    endKey: null,
    cancelKey: null,
  })
  return pressed === null ? failure('InputTimeLimitExceeded') : { kind: 'answered', answer: pressed }
}

async function storeInput(step: Step, prompt: Prompt): Promise<Outcome> {
  const validation = mapParameter(step, 'InputValidation')
  const settings = mapParameter(step, 'DTMFConfiguration')
  const limitMilliseconds = (numberParameter(step, 'InputTimeLimitSeconds') ?? 5) * 1000
  const pressed = await ask(step, {
    prompt,
    limitMilliseconds,
    betweenKeysMilliseconds: Number(settings['InterdigitTimeLimitSeconds'] ?? 5) * 1000,
    maximumDigits: maximumOf(validation),
    endKey: typeof settings['InputTerminationSequence'] === 'string' ? settings['InputTerminationSequence'] : '#',
    cancelKey: settings['DisableCancelKey'] === 'True' ? null : '*',
  })
  const { contact } = step.run
  // Silence is no error: the service stores this word and continues.
  contact.storedInput = pressed ?? 'Timeout'
  if (pressed === null || validation['PhoneNumberValidation'] === undefined) return { kind: 'done' }
  const number = phoneNumber(pressed, validation['PhoneNumberValidation'])
  if (number === null) return failure('InvalidPhoneNumber')
  contact.storedInput = number
  return { kind: 'done' }
}

function maximumOf(validation: Record<string, unknown>): number {
  const custom = validation['CustomValidation']
  if (custom === null || typeof custom !== 'object' || !('MaximumLength' in custom)) return longestInput
  return Math.max(1, Number(custom.MaximumLength) || longestInput)
}

/** Asks for keys. The first key ends the prompt; the time limit starts at the end of the prompt. Null if none was pressed in time. */
async function ask(step: Step, asking: Asking): Promise<string | null> {
  const { exchange, run } = step
  utter(step, asking.prompt)
  exchange.media.gathers(run.contact, { maximumDigits: asking.maximumDigits, endKey: asking.endKey ?? '' })
  const pressed = await waitFor<string | null>(run, (finish) => gather(step, asking, finish))
  run.onKey = null
  exchange.media.gathers(run.contact, null)
  return pressed === 'stopped' ? null : pressed
}

function gather(step: Step, asking: Asking, finish: (pressed: string | null) => void): () => void {
  const { clock } = step.exchange.deps
  let digits = ''
  const timeUp = () => finish(digits === '' ? null : digits)
  let cancel = clock.after(asking.prompt.milliseconds + asking.limitMilliseconds, timeUp)
  step.run.onKey = (key) => {
    cancel()
    digits = key === asking.cancelKey ? '' : digits + key
    const { endKey } = asking
    if (endKey !== null && digits.endsWith(endKey)) return finish(digits.slice(0, -endKey.length))
    if (digits.length >= asking.maximumDigits) return finish(digits)
    cancel = clock.after(asking.betweenKeysMilliseconds, timeUp)
  }
  return () => cancel()
}

/** The E.164 form of a typed number, in the two formats of the action; local numbers are Belgian only. Null if invalid. */
function phoneNumber(typed: string, validation: unknown): string | null {
  const local = validation !== null && typeof validation === 'object' && 'NumberFormat' in validation && validation.NumberFormat === 'Local'
  if (local) return /^0[1-9]\d{7,8}$/.test(typed) ? `+32${typed.slice(1)}` : null
  return /^[1-9]\d{7,14}$/.test(typed) ? `+${typed}` : null
}

/** The actions that ask the customer for input. */
export const inputActions: Record<string, Act> = { GetParticipantInput: getParticipantInput }
