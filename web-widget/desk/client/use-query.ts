import { useEffect, useState } from 'preact/hooks'
import type { Got, Trouble } from './api-result.ts'

export type Asking<Body> = { kind: 'asking' } | { kind: 'got'; body: Body } | Trouble

/** What a door answers, asked again when `key` changes or when told to; an older answer that comes late is not shown. */
export function useGot<Body>(ask: () => Promise<Got<Body>>, key: string): [Asking<Body>, () => void] {
  const [asking, setAsking] = useState<Asking<Body>>({ kind: 'asking' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isLate = false
    setAsking((before) => (before.kind === 'got' ? before : { kind: 'asking' }))
    void ask().then((got) => {
      if (!isLate) setAsking(got)
    })
    return () => {
      isLate = true
    }
  }, [key, round])
  return [asking, () => setRound((before) => before + 1)]
}
