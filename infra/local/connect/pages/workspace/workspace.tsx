import './workspace.css'
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { workspaceWords as words } from '../../../machine/local-words.ts'
import { AgentStatus } from './agent-status.tsx'
import { AppFrames } from './app-frames.tsx'
import { ContactPanel } from './contact-panel.tsx'
import { ContactTabs } from './contact-tabs.tsx'
import { now } from '../now.ts'
import { Ringing } from './ringing.tsx'
import { type Ask, type Snapshot, useWorkspace, type WorkspaceState } from './workspace-link.ts'

type View = 'softphone' | 'desk'

/** The agent workspace: the softphone, with the framed application beside it. */
function Workspace() {
  const { connected, app, snapshot, ahead, ask } = useWorkspace()
  const [chosen, choose] = useState<string | null>(null)
  const [answered, setAnswered] = useState<string | null>(null)
  const [view, setView] = useState<View>('softphone')
  const [refused, setRefused] = useState(false)
  useEffect(() => {
    const timer = refused ? setTimeout(() => setRefused(false), 6000) : undefined
    return () => clearTimeout(timer)
  }, [refused])
  const held = snapshot?.contacts.filter(({ state }) => state !== 'INCOMING') ?? []
  const selected = held.find(({ id }) => id === chosen)?.id ?? held.at(-1)?.id ?? null
  const refuse = (): void => setRefused(true)
  const answer = (id: string): void => {
    choose(id)
    setAnswered(id)
  }
  return (
    <main class={`view-${view}`}>
      <Bar snapshot={snapshot} ask={ask} />
      {!connected && <p role="alert">{words.noConnection}</p>}
      {refused && <p role="alert">{words.refused}</p>}
      <Views view={view} choose={setView} />
      {snapshot && (
        <section class="softphone" aria-label={words.softphone}>
          <AgentStatus snapshot={snapshot} ask={ask} refuse={refuse} />
          <Calls snapshot={snapshot} ask={ask} ahead={ahead} answered={answer} refuse={refuse} />
          {held.length > 0 && <ContactTabs cards={held} selected={selected} select={choose} />}
          {held.map((card) => (
            <ContactPanel key={card.id} {...{ card, ask, refuse }} shown={card.id === selected} justAnswered={card.id === answered} />
          ))}
          {snapshot.contacts.length === 0 && (
            <p class="none">{snapshot.agent.status === 'Offline' ? words.noContactsOff : words.noContacts}</p>
          )}
        </section>
      )}
      <section class="desk" aria-label={words.deskIdle}>
        {app && snapshot && (
          <AppFrames app={app} snapshot={snapshot} selected={selected} ask={ask} now={() => new Date(now().getTime() + ahead)} />
        )}
      </section>
    </main>
  )
}

function Bar({ snapshot, ask }: { snapshot: Snapshot | null; ask: Ask }) {
  const leave = async (): Promise<void> => {
    await ask({ kind: 'sign-out' })
    location.assign('/signin/logout')
  }
  return (
    <header class="bar">
      <h1>{words.title}</h1>
      {snapshot && (
        <p>
          {snapshot.agent.firstName} {snapshot.agent.lastName}
        </p>
      )}
      <button type="button" onClick={() => void leave()}>
        {words.signOut}
      </button>
    </header>
  )
}

/** The buttons that switch between softphone and application on a narrow screen. */
function Views({ view, choose }: { view: View; choose(view: View): void }) {
  return (
    <div class="views" role="group" aria-label={words.title}>
      {(['softphone', 'desk'] as const).map((one) => (
        <button type="button" key={one} aria-pressed={view === one} onClick={() => choose(one)}>
          {words.views[one]}
        </button>
      ))}
    </div>
  )
}

type CallsProps = { snapshot: Snapshot; ask: Ask; answered(id: string): void; refuse(): void } & Pick<WorkspaceState, 'ahead'>

function Calls({ snapshot, ...rest }: CallsProps) {
  return snapshot.contacts.filter(({ state }) => state === 'INCOMING').map((card) => <Ringing key={card.id} card={card} {...rest} />)
}

const page = document.getElementById('page')
if (page) render(<Workspace />, page)
