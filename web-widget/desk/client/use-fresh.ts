import { useEffect } from 'preact/hooks'
import type { ApiResult } from './api-result.ts'
import { type Asking, useQuery } from './use-query.ts'

const everyMilliseconds = 30_000

/** The response of a request that is repeated at intervals while the tab is visible. */
export function useFresh<Body>(ask: () => Promise<ApiResult<Body>>): [Asking<Body>, () => void] {
  const [asking, again] = useQuery(ask, '')
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') again()
    }
    const timer = setInterval(look, everyMilliseconds)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return [asking, again]
}
