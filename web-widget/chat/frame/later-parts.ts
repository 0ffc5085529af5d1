import { useEffect, useState } from 'preact/hooks'
import type { widgetIds, widgetRoutes } from '../../../shared/contracts/routes/widget-routes.ts'
import { routeClient } from '../../kit/route-client.ts'
import type { ChatWords, LaterWords } from '../words/chat-words.ts'

// What both sides of a lazy load use stands here together, the client too: the browser then gets it in one piece and not in four.
/** Asks a route of the widget by its name in the table. */
export const askWidget = routeClient<typeof widgetIds, typeof widgetRoutes>()

/** A part of the page with its words, loaded only when it is in sight; null until then. */
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

/** Lets a style work that the page names and leaves alone until there is something to dress. */
export function dress(style: 'talk' | 'call-back'): void {
  document.querySelector(`link[href$="/${style}.css"]`)?.removeAttribute('disabled')
}
