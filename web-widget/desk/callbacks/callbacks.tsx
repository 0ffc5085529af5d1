import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { Act } from './callback-act.ts'
import { CallbackCard } from './callback-card.tsx'
import { callbackSaid, whoIn } from './callback-words.ts'
import { ClosedCallbacks } from './callbacks-closed.tsx'
import { UnaskedCallbacks } from './callbacks-unasked.tsx'
import { useDesk, words } from '../state/desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import type { Callbacks } from './use-callbacks.ts'

/** The screen “To call back”: everybody who did not reach a worker, which worker will call, and the result. */
export function CallbacksScreen({ callbacks }: { callbacks: Callbacks }) {
  const { list, failure, refresh } = callbacks
  const { me } = useDesk()
  const [said, say] = useSaid(list === null ? null : list.open.length)
  const underWay = useRef(false)
  // Refresh at once: the last poll may be half a minute old.
  useEffect(() => void refresh(), [])
  const act: Act = async (entry, step) => {
    // Ignore a second click while a step is under way: it would note an attempt that nobody made.
    if (underWay.current) return
    underWay.current = true
    const result = await step()
    say(result.kind === 'ok' ? callbackSaid(result.body, whoIn(entry, me)) : (result.sentence ?? words.offline))
    await refresh()
    underWay.current = false
    requestAnimationFrame(() => focusAfter(entry))
  }
  const open = list?.open ?? []
  // Entries that can still be called come first; an entry whose promise is lost can only be marked as seen.
  const promised = open
    .filter(({ consent }) => consent.mayCall)
    .toSorted((one, other) => Number(one.loss !== null) - Number(other.loss !== null))
  const others = open.filter(({ consent }) => !consent.mayCall)
  const { callbacks: part } = words
  return (
    <section class="callbacks" aria-labelledby="callbacks">
      <h1 id="callbacks">{part.heading}</h1>
      <p class="soft">{part.help}</p>
      <p id="callbacks-said" class={said === '' ? '' : 'said'} role="status" tabIndex={-1}>
        {said}
      </p>
      {failure === null ? null : <FailureNote failure={failure} again={() => void refresh()} />}
      {list === null && failure === null ? <p role="status">{words.loading}</p> : null}
      {list === null ? null : (
        <>
          <h2 id="promised">{part.openHeading}</h2>
          {promised.length === 0 ? <p>{part.none}</p> : null}
          <ul class="cards" aria-labelledby="promised">
            {promised.map((entry) => (
              <CallbackCard key={entry.id} entry={entry} workers={list.workers} act={act} />
            ))}
          </ul>
          <UnaskedCallbacks newest={others} more={list.more.open} workers={list.workers} act={act} />
          <ClosedCallbacks closed={list.closed} more={list.more.closed} act={act} />
        </>
      )}
    </section>
  )
}

/** The sentence of the last step; replaced when the number of open entries grows while the worker looks. */
function useSaid(open: number | null): [string, (sentence: string) => void] {
  const [said, say] = useState('')
  const before = useRef(open)
  useEffect(() => {
    if (open !== null && before.current !== null && open > before.current) say(words.callbacks.said.more(open))
    before.current = open
  }, [open])
  return [said, say]
}

// The button that was pressed may be gone: focus the entry where it is now, else the sentence about it.
function focusAfter({ id }: DeskCallback): void {
  const place = document.getElementById(`callback-${id}`) ?? document.getElementById('callbacks-said')
  place?.focus()
}
