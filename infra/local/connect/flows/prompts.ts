import type { Run } from '../model/exchange.ts'
import { filledIn, scopeOf } from './json-path.ts'
import type { Step } from './step.ts'

/** A prompt as text, with its duration in line time. */
export type Prompt = { text: string; milliseconds: number }

// About fifteen characters a second, an unhurried pace of speech, with a minimum for short prompts.
const millisecondsPerCharacter = 65
const shortestMilliseconds = 800
const musicMilliseconds = 15_000
const longestCharacters = 6_000
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The prompt in an action's parameters: text, SSML (without its tags) or a recording (as a note sign). Null if there is none. */
export function promptOf(step: Step, parameters: Record<string, unknown>): Prompt | null {
  const { Text, SSML, PromptId, Media } = parameters
  const scope = scopeOf(step.exchange, step.run.contact)
  if (typeof Text === 'string') return spoken(step.run, filledIn(Text, scope))
  if (typeof SSML === 'string') return marked(step.run, filledIn(SSML, scope))
  if (PromptId !== undefined || Media !== undefined) return { text: '♪', milliseconds: musicMilliseconds }
  return null
}

/** Whether this contact can receive this prompt: chats support text only. */
export function isSayable(step: Step, parameters: Record<string, unknown>): boolean {
  const prompt = promptOf(step, parameters)
  if (!prompt || prompt.text.length > longestCharacters) return false
  return step.run.contact.channel === 'VOICE' || typeof parameters['Text'] === 'string'
}

function spoken(run: Run, text: string): Prompt {
  // A chat message takes no time; nor does a text that is empty once its references are resolved.
  const silent = run.contact.channel === 'CHAT' || text.trim() === ''
  return { text, milliseconds: silent ? 0 : speakingMilliseconds(text) }
}

/** How long speaking a text takes, in milliseconds of line time. */
export function speakingMilliseconds(text: string): number {
  return Math.max(shortestMilliseconds, text.length * millisecondsPerCharacter)
}

/** SSML as text without its tags, with the duration of its breaks added. */
function marked(run: Run, ssml: string): Prompt {
  const text = ssml
    .replaceAll(/<break\b[^>]*>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (entity, name: string) => entities[name] ?? entity)
    .trim()
  const breaks = [...ssml.matchAll(/<break\s+time="(\d+(?:\.\d+)?)(m?s)"/g)]
  const silence = breaks.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unit === 's' ? 1000 : 1), 0)
  return { text, milliseconds: spoken(run, text).milliseconds + (run.contact.channel === 'VOICE' ? silence : 0) }
}

/** Sends a prompt to the agent (in a whisper) or else to the customer, without waiting for its end. */
export function utter(step: Step, prompt: Prompt): void {
  const { exchange, run } = step
  if (prompt.text.trim() === '') return
  run.silentMilliseconds = 0
  const agent = run.contact.agent
  if (run.kind === 'agent-whisper' && agent) exchange.media.whispers(run.contact, agent.username, prompt.text)
  else exchange.media.says(run.contact, { ...prompt, languageCode: run.contact.languageCode })
}
