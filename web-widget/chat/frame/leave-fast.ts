import type { Host } from './host.ts'
import { forgetChat } from '../model/stored-chat.ts'

// A page that says nothing about where one came from, and that anybody may have open.
const elsewhere = 'https://www.wikipedia.org/'

// The page around us is told first and takes the frame away. Were the frame gone before the page heard it, the page would not know who spoke.
const timeoutMilliseconds = 1000

/** Away at once: the screen first, then the storage, then the page itself. Nothing here waits for a network. */
export function leaveFast(host: Host): void {
  document.body.replaceChildren()
  forgetChat()
  if (!host.isThere) return location.replace(elsewhere)
  host.notify('exit')
  setTimeout(() => location.replace('about:blank'), timeoutMilliseconds)
}
