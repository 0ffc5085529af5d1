import { createHmac } from 'node:crypto'

/** What a referrer key is made of: the number she called from, or the code she got last time. */
export type ReferrerSecret = { kind: 'number'; number: string } | { kind: 'code'; code: string }

/** A keyed hash by which a referrer is recognised without keeping her number or code: whoever reads the table learns neither. */
export function referrerKeyOf(secret: string, from: ReferrerSecret): string {
  return keyedHash(secret, from.kind === 'number' ? `number:${from.number}` : `code:${from.code}`).toString('base64url')
}

/** Bytes that follow from a secret and a text and from nothing else. */
export function keyedHash(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}
