import type { Run } from '../model/exchange.ts'
import { filledIn, scopeOf } from './json-path.ts'
import type { Step } from './step.ts'

export type Prompt = { text: string; milliseconds: number }

// About fifteen characters a second, the pace of an unhurried voice; no prompt is over in a blink.
const millisecondsPerCharacter = 65
const shortestMilliseconds = 800
const musicMilliseconds = 15_000
const longestCharacters = 6_000
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The prompt that a set of parameters asks for: text, SSML (heard without its tags) or a recording (shown as a note). Null when there is none. */
export function promptOf(step: Step, parameters: Record<string, unknown>): Prompt | null {
  const { Text, SSML, PromptId, Media } = parameters
  const scope = scopeOf(step.exchange, step.run.contact)
  if (typeof Text === 'string') return spoken(step.run, filledIn(Text, scope))
  if (typeof SSML === 'string') return marked(step.run, filledIn(SSML, scope))
  if (PromptId !== undefined || Media !== undefined) return { text: '♪', milliseconds: musicMilliseconds }
  return null
}

/** Whether this prompt can be given to this contact: a chat takes texts only. */
export function isSayable(step: Step, parameters: Record<string, unknown>): boolean {
  const prompt = promptOf(step, parameters)
  if (!prompt || prompt.text.length > longestCharacters) return false
  return step.run.contact.channel === 'VOICE' || typeof parameters['Text'] === 'string'
}

function spoken(run: Run, text: string): Prompt {
  // A chat message takes no time, and a text whose references came to nothing is not heard at all.
  const silent = run.contact.channel === 'CHAT' || text.trim() === ''
  return { text, milliseconds: silent ? 0 : speakingMilliseconds(text) }
}

/** How long a voice takes over a text, in line time. */
export function speakingMilliseconds(text: string): number {
  return Math.max(shortestMilliseconds, text.length * millisecondsPerCharacter)
}

/** SSML as it is heard: the words without their tags, and the silence of its breaks after them. */
function marked(run: Run, ssml: string): Prompt {
  const text = ssml
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (entity, name: string) => entities[name] ?? entity)
    .trim()
  const breaks = [...ssml.matchAll(/<break\s+time="(\d+(?:\.\d+)?)(m?s)"/g)]
  const silence = breaks.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unit === 's' ? 1000 : 1), 0)
  return { text, milliseconds: spoken(run, text).milliseconds + (run.contact.channel === 'VOICE' ? silence : 0) }
}

/** Gives a prompt to whom this flow speaks: the agent in her whisper, else the customer. Does not wait for its end. */
export function utter(step: Step, prompt: Prompt): void {
  const { exchange, run } = step
  if (prompt.text.trim() === '') return
  run.silentMilliseconds = 0
  const agent = run.contact.agent
  if (run.kind === 'agent-whisper' && agent) exchange.media.whispers(run.contact, agent.username, prompt.text)
  else exchange.media.says(run.contact, { ...prompt, languageCode: run.contact.languageCode })
}
