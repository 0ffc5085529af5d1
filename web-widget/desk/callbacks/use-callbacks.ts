import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskCallbacks } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { ApiFailure } from '../client/api-result.ts'
import type { DeskClient } from '../client/desk-client.ts'

/** The latest ledger; `failure` is the last failed refresh, shown beside the older list. */
export type Callbacks = { list: DeskCallbacks | null; failure: ApiFailure | null; refresh(): Promise<void> }

const everyMilliseconds = 30_000

/** Refreshes the ledger while the tab is visible, since colleagues take up entries and callers ring again. */
export function useCallbacks(client: Pick<DeskClient, 'callbacks'>): Callbacks {
  const [{ list, failure }, become] = useState<Pick<Callbacks, 'list' | 'failure'>>({ list: null, failure: null })
  const round = useRef(0)
  async function refresh(): Promise<void> {
    const mine = ++round.current
    const result = await client.callbacks()
    // Drop a response that a later request has overtaken.
    if (mine !== round.current) return
    become((before) => (result.kind === 'ok' ? { list: result.body, failure: null } : { ...before, failure: result }))
  }
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    look()
    const timer = setInterval(look, everyMilliseconds)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [client])
  return { list, failure, refresh }
}
