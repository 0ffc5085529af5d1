import { createHash } from 'node:crypto'

/** A UUID derived from a text, so that it is the same at every start. */
export function stableId(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}
