import type { LocalLine } from '../../../infra/local/local-line.ts'

/** A message that was sent to a worker's phone or mailbox. */
export type SentMessage = { to: string; text: string }

/** The messages sent so far, oldest first. A notice is sent by the next schedule after the one that raised it, hence the extra run. */
export async function sentMessages(localLine: LocalLine): Promise<SentMessage[]> {
  await localLine.bus.runSchedules()
  const answer = await fetch(`${localLine.origins.product}/local/outbox`)
  const { messages }: { messages: { message: string; attributes: Record<string, string> }[] } = await answer.json()
  return messages.map(({ message, attributes }) => ({ to: Object.values(attributes).join(), text: message })).toReversed()
}
