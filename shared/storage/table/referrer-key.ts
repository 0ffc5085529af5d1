import { createHmac } from 'node:crypto'

/** What a referrer key is derived from: the number of a call, the code of an earlier conversation, or the session of a browser. */
export type ReferrerSecret = { kind: 'number'; number: string } | { kind: 'code'; code: string } | { kind: 'session'; session: string }

/** A keyed hash that recognises a referrer without storing the number or code: the table reveals neither. */
export function referrerKeyOf(secret: string, from: ReferrerSecret): string {
  return keyedHash(secret, textOf(from)).toString('base64url')
}

/** The HMAC-SHA256 of a text. */
export function keyedHash(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}

function textOf(from: ReferrerSecret): string {
  switch (from.kind) {
    case 'number':
      return `number:${from.number}`
    case 'code':
      return `code:${from.code}`
    case 'session':
      return `session:${from.session}`
  }
}
