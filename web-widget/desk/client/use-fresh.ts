import { useEffect } from 'preact/hooks'
import type { Got } from './api-result.ts'
import { type Asking, useGot } from './use-query.ts'

const everyMilliseconds = 30_000

/** What a door answers, asked again now and then while somebody can see it. */
export function useFresh<Body>(ask: () => Promise<Got<Body>>): [Asking<Body>, () => void] {
  const [asking, again] = useGot(ask, '')
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
