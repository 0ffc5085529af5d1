import type { DeskConversation } from '../../../shared/contracts/conversations/conversations.ts'
import { useDesk, words } from '../state/desk-context.ts'

/** Which worker took on the question, with a link to the case. */
export function TakenOnNote({ takenOn }: { takenOn: NonNullable<DeskConversation['takenOn']> }) {
  const { go } = useDesk()
  return (
    <p class="logged" role="status">
      {words.takeOn.takenOn(takenOn.worker)}{' '}
      <button type="button" onClick={() => go({ kind: 'families', case: takenOn.caseId })}>
        {words.takeOn.openCase}
      </button>
    </p>
  )
}
