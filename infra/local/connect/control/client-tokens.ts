import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { KeyValueStore } from '../model/deps.ts'

/**
 * The earlier answer for a ClientToken, so that a double click starts one chat. The answer holds a secret, so it is encrypted with a key
 * derived from the ClientToken, which is not stored.
 */
export function answerBefore(keyValues: KeyValueStore, clientToken: string): unknown {
  const sealed = keyValues.get('connect-client-token', digest('name', clientToken).toString('hex'))
  if (typeof sealed !== 'string') return null
  const [iv, tag, text] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!iv || !tag || !text) return null
  const open = createDecipheriv('aes-256-gcm', digest('key', clientToken), iv)
  open.setAuthTag(tag)
  return JSON.parse(Buffer.concat([open.update(text), open.final()]).toString())
}

/** Stores an answer, encrypted, for a ClientToken. */
export function rememberAnswer(keyValues: KeyValueStore, clientToken: string, answer: unknown): void {
  const iv = randomBytes(12)
  const seal = createCipheriv('aes-256-gcm', digest('key', clientToken), iv)
  const text = Buffer.concat([seal.update(JSON.stringify(answer)), seal.final()])
  const sealed = [iv, seal.getAuthTag(), text].map((part) => part.toString('base64url')).join('.')
  keyValues.put('connect-client-token', digest('name', clientToken).toString('hex'), sealed)
}

function digest(purpose: string, clientToken: string): Buffer {
  return createHash('sha256').update(`${purpose}:${clientToken}`).digest()
}
