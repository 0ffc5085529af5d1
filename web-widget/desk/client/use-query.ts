import { useEffect, useState } from 'preact/hooks'
import type { ApiResult, ApiFailure } from './api-result.ts'
import { whenSignedInAgain } from './signed-in-again.ts'

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
  // A screen that failed for want of a session fills itself once the worker has signed in again.
  useEffect(() => {
    if (asking.kind === 'failed' && asking.why === 'signed-out') return whenSignedInAgain(again)
    return undefined
  }, [asking])
  const again = () => setRound((before) => before + 1)
  return [asking, again]
}
