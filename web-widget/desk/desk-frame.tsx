import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks'
import type { DeskMe } from '../../shared/contracts/desk/desk-me.ts'
import { alarming } from './callbacks/callback-words.ts'
import type { Contacts } from './state/contacts.ts'
import type { CallsOut } from './state/dial.ts'
import type { DeskClient } from './client/desk-client.ts'
import { DeskScreen } from './desk-screen.tsx'
import { WaitingStrip } from './line/waiting-strip.tsx'
import { DeskContextOf, type Screen, words } from './state/desk-context.ts'
import { SignInAgain } from './parts/failure-note.tsx'
import type { Session } from './client/session.ts'
import { useCallbacks } from './callbacks/use-callbacks.ts'

export type DeskFrameProps = { me: DeskMe; client: DeskClient; contacts: Contacts; callsOut: CallsOut; session: Session }

const tabs = [
  ['now', words.nav.now],
  ['callbacks', words.nav.callbacks],
  ['to-finish', words.nav.toFinish],
  ['families', words.nav.families],
  ['line', words.nav.line],
  ['roster', words.nav.roster],
  ['hours', words.nav.hours],
  ['figures', words.nav.figures],
] as const

// The server refuses these routes to other roles, so they get no tab.
const onlyFor: Partial<Record<Screen['kind'], DeskMe['worker']['role']>> = {
  hours: 'coordinator',
  figures: 'coordinator',
}

/** The frame around the screens: who is signed in, the tabs, and saving when the page is left. */
export function DeskFrame({ me, client, contacts, callsOut, session }: DeskFrameProps) {
  const [screen, go] = useState<Screen>({ kind: 'now' })
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const desk = useMemo(() => ({ me, client, session, contacts, callsOut, go }), [me, client, session, contacts, callsOut])
  const callbacks = useCallbacks(client)
  const toCall = callbacks.list?.open.filter(({ consent }) => consent.mayCall).length ?? 0
  const alarm = callbacks.list === null ? 0 : alarming(callbacks.list)

  useEffect(() => contacts.watch(() => redraw(undefined)), [contacts])
  useEffect(() => guardTheNotes(contacts), [contacts])
  useEffect(() => session.watch(() => redraw(undefined)), [session])
  useCallsOut({ contacts, callsOut, show: () => go({ kind: 'now' }) })

  function open(kind: Screen['kind']) {
    void contacts.saveAll()
    go(kind === 'families' ? { kind, case: null } : { kind })
  }
  return (
    <DeskContextOf.Provider value={desk}>
      <header class="top">
        <p class="brand">
          <strong>{words.title}</strong>
          <span>
            {me.region.brand}, {me.region.name}
          </span>
        </p>
        <nav aria-label={words.title}>
          {tabs
            .filter(([kind]) => (onlyFor[kind] ?? me.worker.role) === me.worker.role)
            .map(([kind, name]) => (
              <button type="button" key={kind} aria-current={screen.kind === kind ? 'page' : undefined} onClick={() => open(kind)}>
                {kind === 'callbacks' && toCall > 0 ? words.callbacks.tab(toCall) : name}
                {kind === 'callbacks' && alarm > 0 ? <span class="alarm"> {words.callbacks.alarm(alarm)}</span> : null}
              </button>
            ))}
        </nav>
        <p class="who">
          {words.signedInAs(me.worker.name)}
          <button type="button" class="quiet" onClick={() => void contacts.saveAll().then(() => session.signOut())}>
            {words.signOut}
          </button>
        </p>
      </header>
      {session.hasEnded() ? (
        <div class="session-ended" role="alert">
          <p>{words.sessionEnded}</p>
          <SignInAgain />
        </div>
      ) : null}
      <WaitingStrip />
      <DeskScreen screen={screen} callbacks={callbacks} />
    </DeskContextOf.Provider>
  )
}

// When a called-back person answers, show that contact at once: the worker is already talking to them.
function useCallsOut({ contacts, callsOut, show }: { contacts: Contacts; callsOut: CallsOut; show(): void }): void {
  const shown = useRef<string | null>(null)
  const current = contacts.current()
  useEffect(() => {
    if (current === null || !current.isLive || shown.current === current.id || callsOut.about(current.id) === null) return
    shown.current = current.id
    show()
  })
}

// A hidden page may never come back, so it saves at once; closing a page with unsaved notes asks for confirmation.
function guardTheNotes(contacts: Contacts): () => void {
  const hide = () => document.visibilityState === 'hidden' && void contacts.saveAll()
  const back = () => void contacts.saveAll()
  const close = (event: BeforeUnloadEvent) => {
    if (!contacts.hasUnsaved()) return
    void contacts.saveAll()
    event.preventDefault()
  }
  document.addEventListener('visibilitychange', hide)
  addEventListener('online', back)
  addEventListener('beforeunload', close)
  return () => {
    document.removeEventListener('visibilitychange', hide)
    removeEventListener('online', back)
    removeEventListener('beforeunload', close)
  }
}
