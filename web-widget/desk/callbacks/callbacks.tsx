import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskCallback } from '../../../shared/contracts/callbacks/callbacks.ts'
import type { Act } from './callback-act.ts'
import { CallbackCard } from './callback-card.tsx'
import { callbackSaid, whoIn } from './callback-words.ts'
import { ClosedCallbacks } from './callbacks-closed.tsx'
import { useDesk, words } from '../state/desk-context.ts'
import { FailureNote } from '../parts/failure-note.tsx'
import type { Callbacks } from './use-callbacks.ts'

/** "To call back": everybody who did not reach a person, who will call them, and what came of it. */
export function CallbacksScreen({ callbacks }: { callbacks: Callbacks }) {
  const { list, failure, refresh } = callbacks
  const { me } = useDesk()
  const [said, say] = useSaid(list === null ? null : list.open.length + list.more.open)
  const underWay = useRef(false)
  // Whoever opens the screen wants to know how it stands now, not when the desk last looked.
  useEffect(() => void refresh(), [])
  const act: Act = async (entry, step) => {
    // Pressed twice is meant once: a second attempt that nobody made would count.
    if (underWay.current) return
    underWay.current = true
    const result = await step()
    say(result.kind === 'ok' ? callbackSaid(result.body, whoIn(entry, me)) : (result.sentence ?? words.offline))
    await refresh()
    underWay.current = false
    requestAnimationFrame(() => focusAfter(entry))
  }
  const open = list?.open ?? []
  // Whom one can still call comes first; what we broke can only be looked at.
  const promised = open.filter(({ consent }) => consent.mayCall).toSorted((one, other) => Number(one.broken) - Number(other.broken))
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
              <CallbackCard key={entry.id} entry={entry} act={act} />
            ))}
          </ul>
          {others.length === 0 ? null : (
            <>
              <h2 id="without-consent">{part.withoutConsent}</h2>
              <p class="soft">{part.withoutConsentHelp}</p>
              <ul class="cards" aria-labelledby="without-consent">
                {others.map((entry) => (
                  <CallbackCard key={entry.id} entry={entry} act={act} />
                ))}
              </ul>
              {list.more.open === 0 ? null : <p class="soft">{part.andMore(list.more.open)}</p>}
            </>
          )}
          <ClosedCallbacks closed={list.closed} more={list.more.closed} />
        </>
      )}
    </section>
  )
}

/** What was said last; also when somebody was added, or taken away by a colleague, while she looked. */
function useSaid(open: number | null): [string, (sentence: string) => void] {
  const [said, say] = useState('')
  const before = useRef(open)
  useEffect(() => {
    if (open !== null && before.current !== null && open > before.current) say(words.callbacks.said.more(open))
    before.current = open
  }, [open])
  return [said, say]
}

// The button that was pressed may be gone: to the entry where it stands now, or to what was said of it.
function focusAfter({ id }: DeskCallback): void {
  const place = document.getElementById(`callback-${id}`) ?? document.getElementById('callbacks-said')
  place?.focus()
}
