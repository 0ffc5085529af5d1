import { useEffect, useState } from 'preact/hooks'
import type { ApiResult, ApiFailure } from './api-result.ts'

export type Asking<Body> = { kind: 'asking' } | { kind: 'ok'; body: Body } | ApiFailure

/** The response of a request, sent again when `key` changes or on demand. A response that a later request has overtaken is dropped. */
export function useQuery<Body>(ask: () => Promise<ApiResult<Body>>, key: string): [Asking<Body>, () => void] {
  const [asking, setAsking] = useState<Asking<Body>>({ kind: 'asking' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isLate = false
    setAsking((before) => (before.kind === 'ok' ? before : { kind: 'asking' }))
    void ask().then((result) => {
      if (!isLate) setAsking(result)
    })
    return () => {
      isLate = true
    }
  }, [key, round])
  return [asking, () => setRound((before) => before + 1)]
}
