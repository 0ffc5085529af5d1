import type { Host } from './host.ts'
import { forgetChat } from '../model/stored-chat.ts'

// A neutral page: it does not reveal what was open before.
const elsewhere = 'https://www.wikipedia.org/'

// The host page is told first and removes the frame. A frame that navigated away earlier would no longer be the sender the page expects.
const timeoutMilliseconds = 1000

/** Quick exit: empties the screen, deletes the stored chat, then leaves the page. Nothing here waits for a network. */
export function leaveFast(host: Host): void {
  document.body.replaceChildren()
  forgetChat()
  if (!host.isThere) return location.replace(elsewhere)
  host.notify('exit')
  setTimeout(() => location.replace('about:blank'), timeoutMilliseconds)
}
