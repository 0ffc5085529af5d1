import type { IncomingMessage } from 'node:http'

// API Gateway's limit; no request of the line comes near it.
export const largestBodyBytes = 10 * 1024 * 1024

/** The whole body, or null if it is larger than AWS allows. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request) {
    bytes += piece.length
    if (bytes <= largestBodyBytes) pieces.push(piece)
  }
  return bytes <= largestBodyBytes ? Buffer.concat(pieces) : null
}
