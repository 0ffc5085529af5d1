import { useEffect, useState } from 'preact/hooks'
import type { QueuePosition } from '../../../shared/contracts/widget/chats.ts'
import type { CallBackWords } from '../../../shared/words/types/words.ts'
import type { ChatKeys } from '../model/stored-chat.ts'
import { ask, dress } from '../frame/later-parts.ts'

export type InQueueProps = { said: CallBackWords; keys: ChatKeys; isCalling: boolean; choose(way: 'stays' | 'calls'): void }

const lookAgainMilliseconds = 30_000

/** How many wait before her, and the way out of waiting. A screen reader hears the place when it changes, and not each time it is asked. */
export function InQueue({ said, keys, isCalling, choose }: InQueueProps) {
  const [before, setBefore] = useState<number | null>(null)
  useEffect(() => {
    dress('call-back')
    let isGone = false
    async function look() {
      if (document.visibilityState === 'hidden') return
      const headers = { 'x-place-ticket': keys.placeTicket }
      const answer = await ask<QueuePosition>(`/api/widget/chats/${keys.contactId}/place`, { headers })
      if (!isGone && answer.kind === 'answered' && answer.status === 200) setBefore(answer.body.before)
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
      <p role="status">{before === null ? '' : said.before(before)}</p>
      <button type="button" onClick={() => choose(isCalling ? 'stays' : 'calls')}>
        {isCalling ? said.back : said.rather}
      </button>
    </div>
  )
}
