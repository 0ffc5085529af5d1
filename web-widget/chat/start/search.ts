import { bitsIn, isEnough, partsOfWork, partText } from '../../../shared/contracts/widget/start-work.ts'
import { firstBytesOf } from './sha256.ts'

/** Does the work that a ticket asks: for each part, the first text whose hash begins with enough zero bits. */
export function workOf(ticket: string): string {
  const bits = bitsIn(ticket)
  if (bits === 0) return ''
  return Array.from({ length: partsOfWork }, (_, part) => {
    for (let tried = 0; ; tried += 1)
      if (isEnough(firstBytesOf(partText(ticket, part, tried.toString(36))), bits)) return tried.toString(36)
  }).join('.')
}
