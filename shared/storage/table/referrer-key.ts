import { createHmac } from 'node:crypto'

/** What a referrer key is derived from: the number of a call, or the code of an earlier conversation. */
export type ReferrerSecret = { kind: 'number'; number: string } | { kind: 'code'; code: string }

/** A keyed hash that recognises a referrer without storing the number or code: the table reveals neither. */
export function referrerKeyOf(secret: string, from: ReferrerSecret): string {
  return keyedHash(secret, from.kind === 'number' ? `number:${from.number}` : `code:${from.code}`).toString('base64url')
}

/** The HMAC-SHA256 of a text. */
export function keyedHash(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}
