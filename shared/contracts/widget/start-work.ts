// What the page that does the work and the function that checks it must agree on. Without schemas, so that the page carries no zod.

/** A proof has several parts, because the time for many small searches varies less than the time for one large search. */
export const partsOfWork = 8

/** The zero bits with which the hash of each part must begin, from a ticket; 0 = no work. */
export function bitsIn(ticket: string): number {
  return Number(ticket.split('.')[0])
}

/** The text whose SHA-256 must begin with zero bits. It is at most 55 bytes, so that a hash is one block. */
export function partText(ticket: string, part: number, tried: string): string {
  return `${ticket.split('.').at(-1)}.${part}.${tried}`
}

/** Whether a hash, by its first four bytes, begins with this many zero bits. */
export function isEnough(firstBytes: number, bits: number): boolean {
  return Math.clz32(firstBytes) >= bits
}
