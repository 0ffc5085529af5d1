import type { Facts } from './model.ts'

const reference = /\$(?:\.[A-Za-z]\w*|\['[^']+'\])(?:\.\w+|\['[^']+'\])*/g

/** Whether a prompt is certainly heard: it has words of its own, or a reference that certainly holds a text. */
export function isHeard(prompt: Readonly<Record<string, unknown>>, facts: Facts): boolean {
  if (prompt['PromptId'] !== undefined || prompt['Media'] !== undefined) return true
  const { Text = prompt['SSML'] } = prompt
  return typeof Text === 'string' && hasWords(Text.replaceAll(/<[^>]*>/g, ''), facts)
}

/** Whether a text is certainly not empty. In Connect, a reference without a value is an empty text, not an error. */
export function hasWords(text: string, facts: Facts): boolean {
  const ownWords = /[\p{L}\p{N}]/u.test(text.replaceAll(reference, ''))
  return ownWords || (text.match(reference) ?? []).some((one) => isKnown(one, facts))
}

// Values that Connect itself fills in (queue name, caller's number) may be empty; only what the flow set counts.
function isKnown(path: string, facts: Facts): boolean {
  if (isExternal(path)) return facts.external === 'full'
  const attribute = /^\$\.Attributes\.(\w+)$/.exec(path)?.[1]
  return attribute !== undefined && facts.known.includes(attribute)
}

/** A reference to the answer of the function that was invoked last. */
export function isExternal(path: string): boolean {
  return path.startsWith('$.External') || path.startsWith("$['External']")
}
