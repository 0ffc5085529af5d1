import { createHash } from 'node:crypto'

/** A UUID that is the same at every start for the same text: what the template does not name still has one identity. */
export function stableId(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex')
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-4${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
}
