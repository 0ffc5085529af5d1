import { useState } from 'preact/hooks'
import type { DeskCallback, DeskCallbacks } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { Act } from './callback-act.ts'
import { CallbackCard } from './callback-card.tsx'
import type { ApiFailure } from '../client/api-result.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import { useDesk, words } from '../state/desk-context.ts'

type Older = { entries: readonly DeskCallback[]; more: string | null }

type UnaskedProps = { newest: readonly DeskCallback[]; more: string | null; workers: DeskCallbacks['workers']; act: Act }

/** Those who left and asked for nothing: the newest with the ledger, older ones when the worker asks for them. */
export function UnaskedCallbacks({ newest, more, workers, act }: UnaskedProps) {
  const { client } = useDesk()
  const { callbacks } = words
  const [older, become] = useState<Older | null>(null)
  const [failure, fail] = useState<ApiFailure | null>(null)
  const next = older === null ? more : older.more
  async function showOlder() {
    if (next === null) return
    const result = await client.olderUnasked(next)
    fail(result.kind === 'failed' ? result : null)
    if (result.kind === 'ok') become({ entries: [...(older?.entries ?? []), ...result.body.open], more: result.body.more })
  }
  // The ledger refreshes by itself, the older entries do not: one that was handled is taken off here.
  const actOnOlder: Act = async (entry, step) => {
    await act(entry, step)
    become((before) => before && { ...before, entries: before.entries.filter(({ id }) => id !== entry.id) })
  }
  const beyond = (older?.entries ?? []).filter(({ id }) => newest.every((one) => one.id !== id))
  if (newest.length === 0 && beyond.length === 0) return null
  return (
    <>
      <h2 id="without-consent">{callbacks.withoutConsent}</h2>
      <p class="soft">{callbacks.withoutConsentHelp}</p>
      <ul class="cards" aria-labelledby="without-consent">
        {newest.map((entry) => (
          <CallbackCard key={entry.id} entry={entry} workers={workers} act={act} />
        ))}
        {beyond.map((entry) => (
          <CallbackCard key={entry.id} entry={entry} workers={workers} act={actOnOlder} />
        ))}
      </ul>
      {failure === null ? null : <FailureNote failure={failure} again={() => void showOlder()} />}
      {next === null || failure !== null ? null : (
        <button type="button" onClick={() => void showOlder()}>
          {callbacks.showOlder}
        </button>
      )}
    </>
  )
}
