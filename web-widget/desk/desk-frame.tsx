import { useEffect, useMemo, useReducer, useState } from 'preact/hooks'
import type { DeskMe } from '../../shared/contracts/desk.ts'
import type { Contacts } from './contacts.ts'
import type { Doors } from './doors.ts'
import { Families } from './families.tsx'
import { LineScreen } from './line-screen.tsx'
import { NowScreen } from './now-screen.tsx'
import { RoomContext, type Screen, words } from './room.ts'
import type { Session } from './session.ts'
import { ToFinish } from './to-finish.tsx'

export type DeskFrameProps = { me: DeskMe; doors: Doors; contacts: Contacts; session: Session }

const tabs = [
  ['now', words.nav.now],
  ['to-finish', words.nav.toFinish],
  ['families', words.nav.families],
  ['line', words.nav.line],
] as const

/** The desk around its screens: who is signed in, the four screens, and nothing lost on the way out. */
export function DeskFrame({ me, doors, contacts, session }: DeskFrameProps) {
  const [screen, go] = useState<Screen>({ kind: 'now' })
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const room = useMemo(() => ({ me, doors, contacts, go }), [me, doors, contacts])

  useEffect(() => contacts.watch(() => redraw(undefined)), [contacts])
  useEffect(() => guardTheNotes(contacts), [contacts])

  function open(kind: Screen['kind']) {
    void contacts.saveAll()
    go(kind === 'families' ? { kind, case: null } : { kind })
  }
  return (
    <RoomContext.Provider value={room}>
      <header class="top">
        <p class="brand">
          <strong>{words.title}</strong>
          <span>
            {me.region.brand}, {me.region.name}
          </span>
        </p>
        <nav aria-label={words.title}>
          {tabs.map(([kind, name]) => (
            <button type="button" key={kind} aria-current={screen.kind === kind ? 'page' : undefined} onClick={() => open(kind)}>
              {name}
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
      <main class={`screen ${screen.kind}`}>
        {screen.kind === 'now' ? <NowScreen /> : null}
        {screen.kind === 'to-finish' ? <ToFinish /> : null}
        {screen.kind === 'families' ? <Families shown={screen.case} /> : null}
        {screen.kind === 'line' ? <LineScreen /> : null}
      </main>
    </RoomContext.Provider>
  )
}

// A page that is hidden may never come back; one that is closed with unsaved notes asks first.
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
