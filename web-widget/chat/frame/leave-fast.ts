import { render } from 'preact'
import type { LeaveChat } from '../../../shared/contracts/widget/chats.ts'
import type { Host } from './host.ts'
import { type ChatKeys, forgetChat } from '../model/stored-chat.ts'

// A neutral page: it does not reveal what was open before.
const elsewhere = 'https://www.wikipedia.org/'

// The host page is told first and removes the frame. A frame that navigated away earlier would no longer be the sender the page expects.
const timeoutMilliseconds = 1000

/** Quick exit: empties the screen, ends and forgets the chat, then leaves the page. Nothing here waits for a network. */
export function leaveFast(root: Element, host: Host, keys: ChatKeys | null): void {
  // The browser sends a beacon by itself, also after the page is gone.
  if (keys) {
    const body: LeaveChat = { ticket: keys.placeTicket }
    navigator.sendBeacon(`/api/widget/chats/${keys.contactId}/leave`, new Blob([JSON.stringify(body)], { type: 'application/json' }))
  }
  // Unmounted first, so that a message that is not sent yet does not ask whether the page may go.
  render(null, root)
  document.body.replaceChildren()
  forgetChat()
  if (!host.isThere) return location.replace(elsewhere)
  host.notify('exit')
  setTimeout(() => location.replace('about:blank'), timeoutMilliseconds)
}
