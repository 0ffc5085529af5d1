import { outcomeRules } from '../../../shared/domain/conversations/outcomes.ts'
import type { DeskToFinish } from '../../../shared/contracts/conversations/conversations.ts'
import { municipalityOf } from '../../../shared/domain/regions/municipalities.ts'
import { wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversation-items.ts'
import type { Desk } from '../desk/deps.ts'

/** The signed-in worker's drafts, and the logged conversations that need a case and have none yet; oldest first. */
export async function toFinish(desk: Desk): Promise<DeskToFinish> {
  const listed = await desk.conversations.toFinish(desk.worker.id)
  const open = await Promise.all(listed.map(async (one) => one.state === 'draft' || (await waitsForAWorker(desk, one))))
  return {
    conversations: listed
      .filter((_, index) => open[index])
      .map(({ id, contact, openedAt, notes, state }) => ({
        id,
        contactId: contact,
        openedAt: wallMomentOf(openedAt, desk.now()),
        municipality: notes.municipality === null ? null : (municipalityOf(notes.municipality)?.name ?? null),
        waitsFor: state === 'draft' ? 'log' : 'take-on',
      })),
  }
}

// The list comes from an eventually consistent index, so it can still hold a conversation that was just logged with an outcome without a
// case, or that was just taken on.
async function waitsForAWorker(desk: Desk, { id, notes }: Conversation): Promise<boolean> {
  return notes.outcome !== null && outcomeRules[notes.outcome].opensCase && (await desk.conversations.takenOn(id)) === null
}
