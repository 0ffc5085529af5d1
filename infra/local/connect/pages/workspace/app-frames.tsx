import { useEffect, useRef, useState } from 'preact/hooks'
import { workspaceWords as words } from '../../../machine/local-words.ts'
import type { WorkspaceApp } from '../../workspace/workspace-app.ts'
import { answerRequest } from './app-answers.ts'
import { eventsBetween } from './app-events.ts'
import { type AppHost, type AppScope, hostApp } from './app-host.ts'
import { nameOf } from './contact-words.ts'
import type { Ask, Snapshot } from './workspace-link.ts'

type FramesProps = { app: { config: WorkspaceApp; region: string }; snapshot: Snapshot; selected: string | null; ask: Ask; now(): Date }
type Hosts = Map<string, AppHost>

const idle = 'idle'

/**
 * The framed application. As in the real workspace an application that is handled per contact is opened anew for every contact that the agent is
 * connected to, with that contact as its scope, and destroyed when she clears it; one more frame with an idle scope is there between contacts. An
 * application that is handled across contacts has one frame for the whole day: its scope is what the agent had in front of her when it opened, and
 * it follows the contact events from there. All frames hear all events; the frame of the chosen contact is in view, and is the one that is started.
 */
export function AppFrames(props: FramesProps) {
  const { app, snapshot, selected } = props
  const wanted = scopesFor(app.config, snapshot, selected)
  const hosts = useRef<Hosts>(new Map())
  const frames = useFarewell(wanted, hosts.current)
  usePublishing(props, hosts.current)
  const shown = selected !== null && wanted.has(selected) ? selected : idle
  return (
    <>
      {[...frames].map(([key, scope]) => (
        <AppFrame key={key} {...props} scope={scope} visible={key === shown} register={(host) => setHost(hosts.current, key, host)} />
      ))}
    </>
  )
}

function scopesFor({ contactHandling }: WorkspaceApp, { contacts }: Snapshot, selected: string | null): Map<string, AppScope> {
  const held = contacts.filter(({ state }) => state === 'CONNECTED' || state === 'ENDED').map(({ id }) => id)
  const scopeOf = (contactId: string | undefined): AppScope => (contactId === undefined ? { type: 'idle' } : { type: 'contact', contactId })
  if (contactHandling.scope === 'CROSS_CONTACTS') return new Map([[idle, scopeOf(held.find((id) => id === selected))]])
  return new Map([[idle, scopeOf(undefined)], ...held.map((id) => [id, scopeOf(id)] as const)])
}

function setHost(hosts: Hosts, key: string, host: AppHost | null): void {
  if (host) hosts.set(key, host)
  else hosts.delete(key)
}

/** Keeps a frame that is no longer wanted until its application has said goodbye. */
function useFarewell(wanted: Map<string, AppScope>, hosts: Hosts): Map<string, AppScope> {
  const [leaving, setLeaving] = useState<Map<string, AppScope>>(new Map())
  const last = useRef(wanted)
  const keys = [...wanted.keys()].join(' ')
  useEffect(() => {
    const gone = [...last.current].filter(([key]) => !wanted.has(key))
    last.current = wanted
    for (const [key, scope] of gone) {
      setLeaving((before) => new Map([...before, [key, scope]]))
      void (hosts.get(key)?.destroy() ?? Promise.resolve()).then(() =>
        setLeaving((before) => new Map([...before].filter(([other]) => other !== key))),
      )
    }
  }, [keys])
  const going = [...last.current, ...leaving].filter(([key]) => !wanted.has(key))
  return new Map([...wanted, ...going])
}

function usePublishing({ app, snapshot }: FramesProps, hosts: Hosts): void {
  const before = useRef<Snapshot | null>(null)
  useEffect(() => {
    const events = before.current ? eventsBetween(before.current, snapshot) : []
    before.current = snapshot
    const { permissions } = app.config
    const allowed = events.filter(({ needs }) => permissions.includes(needs) || permissions.includes('*'))
    for (const { topic, data } of allowed) for (const host of hosts.values()) host.publish(topic, data)
  }, [snapshot])
}

type FrameProps = FramesProps & { scope: AppScope; visible: boolean; register(host: AppHost | null): void }

function AppFrame(props: FrameProps) {
  const { app, scope, visible, snapshot } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [attempt, setAttempt] = useState(0)
  const [failed, setFailed] = useState(false)
  const latest = useRef(props)
  latest.current = props
  const host = useRef<AppHost | null>(null)
  useEffect(() => {
    if (!frame.current) return
    const opened = hostApp({
      config: app.config,
      region: app.region,
      scope: () => latest.current.scope,
      frame: frame.current,
      answer: (request) => answerRequest({ ...latest.current, ...latest.current.app }, request),
      became: (state) => setFailed(state === 'failed'),
    })
    host.current = opened
    props.register(opened)
    opened.show(latest.current.visible)
    // Only now may the page load: its first word must not come before somebody listens.
    frame.current.src = app.config.accessUrl
    return () => {
      opened.stop()
      props.register(null)
    }
  }, [attempt])
  useEffect(() => host.current?.show(visible), [visible])
  const card = scope.type === 'contact' ? snapshot.contacts.find(({ id }) => id === scope.contactId) : undefined
  return (
    <div class="app" hidden={!visible}>
      {failed && (
        <p role="alert">
          {words.deskFailed}{' '}
          <button type="button" onClick={() => setAttempt((count) => count + 1)}>
            {words.tryAgain}
          </button>
        </p>
      )}
      <iframe
        ref={frame}
        title={card ? words.deskOf(nameOf(card)) : words.deskIdle}
        sandbox="allow-forms allow-modals allow-popups allow-same-origin allow-scripts"
        allow="clipboard-write; microphone"
      />
    </div>
  )
}
