import { useEffect, useState } from 'preact/hooks'
import type { widgetIds, widgetRoutes } from '../../../shared/contracts/routes/widget-routes.ts'
import { routeClient } from '../../kit/route-client.ts'
import type { ChatWords, LaterWords } from '../words/chat-words.ts'

// The lazily loaded parts share these exports. In one file they form one chunk; apart, the bundler would split off several.
/** Calls a route of the widget API by its key in the route table. */
export const askWidget = routeClient<typeof widgetIds, typeof widgetRoutes>()

/** A lazily loaded part of the page, with its texts; null until both have loaded. */
export function useLater<Part extends object>(
  isNeeded: boolean,
  words: ChatWords,
  load: () => Promise<Part>,
): (Part & { said: LaterWords }) | null {
  const [part, setPart] = useState<(Part & { said: LaterWords }) | null>(null)
  useEffect(() => {
    if (isNeeded) void Promise.all([load(), words.later()]).then(([loaded, later]) => setPart({ ...loaded, said: later.words }))
  }, [isNeeded, words])
  return part
}

/** Enables a stylesheet that the page loads disabled, once the part that uses it appears. */
export function dress(style: 'talk' | 'call-back'): void {
  document.querySelector(`link[href$="/${style}.css"]`)?.removeAttribute('disabled')
}
