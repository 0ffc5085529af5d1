import { useEffect, useState } from 'preact/hooks'
import { ticketHeader } from '../../../shared/contracts/widget/place-ticket.ts'
import { LiveText } from '../../kit/live-text.tsx'
import type { CallBackWords } from '../../../shared/words/types/words.ts'
import type { ChatKeys } from '../model/stored-chat.ts'
import { askWidget, dress } from '../frame/later-parts.ts'

export type InQueueProps = { said: CallBackWords; keys: ChatKeys; isCalling: boolean; choose(way: 'stays' | 'calls'): void }

const lookAgainMilliseconds = 30_000

/** The number of referrers ahead in the queue, and alternatives to waiting. Screen readers announce the position only when it changes. */
export function InQueue({ said, keys, isCalling, choose }: InQueueProps) {
  const [before, setBefore] = useState<number | null>(null)
  useEffect(() => {
    dress('call-back')
    let isGone = false
    async function look() {
      if (document.visibilityState === 'hidden') return
      const ids = { contact: keys.contactId }
      const result = await askWidget('GET /api/widget/chats/:contact/place', { ids, headers: { [ticketHeader]: keys.placeTicket } })
      if (!isGone && result.kind === 'ok') setBefore(result.body.before)
    }
    const again = () => void look()
    again()
    const timer = setInterval(again, lookAgainMilliseconds)
    document.addEventListener('visibilitychange', again)
    return () => {
      isGone = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [keys])
  return (
    <div class="stage in-queue">
      <p role="status">
        <LiveText text={before === null ? '' : said.before(before)} />
      </p>
      <button type="button" onClick={() => choose(isCalling ? 'stays' : 'calls')}>
        <LiveText text={isCalling ? said.back : said.rather} />
      </button>
    </div>
  )
}
