import type { Facts } from './model.ts'

const reference = /\$(?:\.[A-Za-z]\w*|\['[^']+'\])(?:\.\w+|\['[^']+'\])*/g

/** Whether a prompt is surely heard: it has words of its own, or a reference in it is known to hold some. */
export function isHeard(prompt: Readonly<Record<string, unknown>>, facts: Facts): boolean {
  if (prompt['PromptId'] !== undefined || prompt['Media'] !== undefined) return true
  const { Text = prompt['SSML'] } = prompt
  return typeof Text === 'string' && hasWords(Text.replaceAll(/<[^>]*>/g, ''), facts)
}

/** Whether a text comes out with something in it. A reference to nothing is an empty text in Connect, and no error. */
export function hasWords(text: string, facts: Facts): boolean {
  const ownWords = /[\p{L}\p{N}]/u.test(text.replaceAll(reference, ''))
  return ownWords || (text.match(reference) ?? []).some((one) => isKnown(one, facts))
}

// Of what Connect itself may fill in (a queue's name, a caller's number) nothing is sure; only what the flow put there counts.
function isKnown(path: string, facts: Facts): boolean {
  if (isExternal(path)) return facts.external === 'full'
  const attribute = /^\$\.Attributes\.(\w+)$/.exec(path)?.[1]
  return attribute !== undefined && facts.known.includes(attribute)
}

/** A reference to the answer of the last function that was asked. */
export function isExternal(path: string): boolean {
  return path.startsWith('$.External') || path.startsWith("$['External']")
}
