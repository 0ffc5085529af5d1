import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskCallbacks } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { ApiFailure } from '../client/api-result.ts'
import type { DeskClient } from '../client/desk-client.ts'

/** The ledger as the server last told it; what went wrong since then stands beside it. */
export type Callbacks = { list: DeskCallbacks | null; failure: ApiFailure | null; refresh(): Promise<void> }

const everyMilliseconds = 30_000

/** Keeps the ledger fresh while somebody can see it: colleagues take up entries, callers ring again. */
export function useCallbacks(client: Pick<DeskClient, 'callbacks'>): Callbacks {
  const [{ list, failure }, become] = useState<Pick<Callbacks, 'list' | 'failure'>>({ list: null, failure: null })
  const round = useRef(0)
  async function refresh(): Promise<void> {
    const mine = ++round.current
    const result = await client.callbacks()
    // An older answer that comes late is not shown.
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
