import type { Host } from './host.ts'
import { forgetChat } from './kept-chat.ts'

// A page that says nothing about where one came from, and that anybody may have open.
const elsewhere = 'https://www.wikipedia.org/'

/** Away at once: the screen first, then the storage, then the page itself. Nothing here waits for a network. */
export function leaveFast(host: Host): void {
  document.body.replaceChildren()
  forgetChat()
  host.tell('exit')
  // On its own the frame is the page; inside a page the launcher takes that one away.
  location.replace(host.isThere ? 'about:blank' : elsewhere)
}
