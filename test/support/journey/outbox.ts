import type { LocalLine } from '../../../infra/local/local-line.ts'

/** A message that left to a worker's telephone or mailbox. */
export type Letter = { to: string; text: string }

/** What left by this moment, oldest first: what the last minute raised leaves in the next, so the schedules run once more. */
export async function lettersOf(localLine: LocalLine): Promise<Letter[]> {
  await localLine.bus.runSchedules()
  const answer = await fetch(`${localLine.origins.product}/local/outbox`)
  const { messages }: { messages: { message: string; attributes: Record<string, string> }[] } = await answer.json()
  return messages.map(({ message, attributes }) => ({ to: Object.values(attributes).join(), text: message })).toReversed()
}
