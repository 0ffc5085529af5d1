import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskCallbacks } from '../../../shared/contracts/callbacks.ts'
import type { Trouble } from '../client/api-result.ts'
import type { Doors } from '../client/desk-client.ts'

/** The ledger as the server last told it; what went wrong since then stands beside it. */
export type Callbacks = { list: DeskCallbacks | null; trouble: Trouble | null; refresh(): Promise<void> }

const everyMilliseconds = 30_000

/** Keeps the ledger fresh while somebody can see it: colleagues take up entries, callers ring again. */
export function useCallbacks(doors: Pick<Doors, 'callbacks'>): Callbacks {
  const [{ list, trouble }, become] = useState<Pick<Callbacks, 'list' | 'trouble'>>({ list: null, trouble: null })
  const round = useRef(0)
  async function refresh(): Promise<void> {
    const mine = ++round.current
    const got = await doors.callbacks()
    // An older answer that comes late is not shown.
    if (mine !== round.current) return
    become((before) => (got.kind === 'got' ? { list: got.body, trouble: null } : { ...before, trouble: got }))
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
  }, [doors])
  return { list, trouble, refresh }
}
