import { outcomeRules } from '../../../shared/domain/conversations/outcomes.ts'
import type { DeskToFinish } from '../../../shared/contracts/conversations/conversations.ts'
import { municipalityOf } from '../../../shared/domain/regions/municipalities.ts'
import { wallMomentOf } from '../../../shared/domain/time/brussels-time.ts'
import type { Conversation } from '../../../shared/storage/conversations/conversations.ts'
import type { Desk } from '../desk/deps.ts'

/** The conversations that the signed-in worker still has to log, and those whose question nobody took on yet, oldest first. */
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

// The list is read from an index that lags a moment behind: what was logged with another outcome may still be on it.
async function waitsForAWorker(desk: Desk, { id, notes }: Conversation): Promise<boolean> {
  return notes.outcome !== null && outcomeRules[notes.outcome].opensCase && (await desk.conversations.takenOn(id)) === null
}
