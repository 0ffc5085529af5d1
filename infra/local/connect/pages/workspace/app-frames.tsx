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
 * Shows the framed application as the real workspace does. With scope PER_CONTACT, it has one frame for each connected contact, destroyed
 * when the agent clears the contact, and one idle frame. With scope CROSS_CONTACTS, it has a single frame, whose scope is the contact that
 * was selected when it opened, and follows the contact events. All frames receive all events; only the selected contact's frame is visible
 * and started.
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

/** Keeps a frame until its application has finished its destroy handler. */
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
    // The page may load only now: its first message would be lost if nothing listened yet.
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
