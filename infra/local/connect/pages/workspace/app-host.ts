import type { WorkspaceApp } from '../../workspace/workspace-app.ts'
import { now } from '../now.ts'

/** What an application was opened for: one contact, or no contact. */
export type AppScope = { type: 'contact'; contactId: string } | { type: 'idle' }
/** A topic of the application protocol; `parameter` is a contact id. */
export type AppTopic = { namespace: string; key: string; parameter?: string }
/** A request of the framed application. */
export type AppRequest = { namespace: string; command: string; data: unknown }
/** `errorKey` is the error that the SDK passes to the application. */
export type AppAnswer = { kind: 'fine'; data: unknown } | { kind: 'refused'; errorKey: string }

/** A framed application and how the workspace answers it. */
export type HostedApp = {
  config: WorkspaceApp
  region: string
  /** Called each time the page in the frame loads. */
  scope(): AppScope
  frame: HTMLIFrameElement
  answer(request: AppRequest): Promise<AppAnswer> | AppAnswer
  /** Whether the application has started, or failed to. */
  became(state: 'ready' | 'failed'): void
}
/** What the workspace tells a framed application. */
export type AppHost = {
  /** Tells the application whether it is visible. */
  show(visible: boolean): void
  publish(topic: AppTopic, data: object): void
  /** Runs the application's destroy handler, with a time limit. */
  destroy(): Promise<void>
  stop(): void
}

type Line = {
  app: HostedApp
  scope: AppScope
  port: MessagePort | null
  instanceId: string
  topics: Map<string, AppTopic>
  created: boolean
  running: boolean
  visible: boolean
  checks: number
  goodbye: (() => void) | null
  alarm: ReturnType<typeof setTimeout> | undefined
}

const healthCheckMilliseconds = 10_000
const goodbyeMilliseconds = 1000

/**
 * The workspace's side of the protocol of @amazon-connect/app 1.0.11 (docs/connect.md 5.2): the framed page sends a MessagePort, over which
 * all further messages go. Only the application's own window and origin are accepted.
 */
export function hostApp(app: HostedApp): AppHost {
  const line: Line = {
    app,
    scope: { type: 'idle' },
    port: null,
    instanceId: '',
    topics: new Map(),
    created: false,
    running: false,
    visible: false,
    checks: 0,
    goodbye: null,
    alarm: setTimeout(() => app.became('failed'), app.config.initializationTimeout + 5000),
  }
  const origin = new URL(app.config.accessUrl).origin
  const knock = (event: MessageEvent): void => {
    const isApp = event.source === app.frame.contentWindow && event.origin === origin
    const [port] = event.ports
    if (isApp && port && field(event.data, 'type') === 'connect-app-host-init') begin(line, port)
  }
  window.addEventListener('message', knock)
  return {
    show: (visible) => {
      line.visible = visible
      startOrStop(line)
    },
    publish: (topic, data) => publish(line, topic, data),
    destroy: () => goodbye(line),
    stop: () => {
      window.removeEventListener('message', knock)
      clearTimeout(line.alarm)
      line.port?.close()
    },
  }
}

/** A page that reloads in its frame sends a new port, and becomes a new instance of the application. */
function begin(line: Line, port: MessagePort): void {
  line.port?.close()
  Object.assign(line, { port, scope: line.app.scope(), instanceId: crypto.randomUUID(), created: false, running: false, checks: 0 })
  line.topics.clear()
  port.addEventListener('message', ({ data }) => hear(line, data))
  port.start()
  const status = { initialized: true, startTime: now() }
  port.postMessage({ type: 'acknowledge', connectionId: crypto.randomUUID(), status, healthCheckInterval: healthCheckMilliseconds })
  stage(line, 'create')
}

function stage(line: Line, name: 'create' | 'start' | 'stop' | 'destroy'): void {
  const { config, region } = line.app
  const { scope } = line
  const appConfig = { ...config, _type: 'iframe' }
  const contactScope = scope.type === 'contact' ? { contactScope: scope } : {}
  const ids = { instanceId: line.instanceId, appInstanceId: line.instanceId }
  const launchedBy = { type: 'internal', name: undefined }
  line.port?.postMessage({
    type: 'appLifecycle',
    stage: name,
    ...ids,
    config: appConfig,
    appConfig,
    scope,
    ...contactScope,
    region,
    launchedBy,
  })
}

function startOrStop(line: Line): void {
  if (!line.created || line.running === line.visible) return
  line.running = line.visible
  stage(line, line.visible ? 'start' : 'stop')
}

function hear(line: Line, message: unknown): void {
  switch (field(message, 'type')) {
    case 'appLifecycleHandlerCompleted':
      return completed(line, field(message, 'stage'))
    case 'request':
      return void respond(line, message)
    case 'subscribe':
      return change(line, message, (key, topic) => line.topics.set(key, topic))
    case 'unsubscribe':
      return change(line, message, (key) => line.topics.delete(key))
    case 'healthCheck':
      line.checks += 1
      return line.port?.postMessage({ type: 'healthCheckResponse', time: now().getTime(), counter: line.checks })
    case 'closeApp':
      return line.app.became('failed')
    default:
      // Logs, metrics and message types of later SDK versions need no answer.
      return
  }
}

function completed(line: Line, which: unknown): void {
  if (which === 'destroy') line.goodbye?.()
  if (which !== 'create') return
  clearTimeout(line.alarm)
  line.created = true
  line.app.became('ready')
  startOrStop(line)
}

async function respond(line: Line, message: unknown): Promise<void> {
  const [namespace, command, data] = [String(field(message, 'namespace')), String(field(message, 'command')), field(message, 'data')]
  const base = { type: 'response', namespace, requestId: field(message, 'requestId') }
  const answer = await line.app.answer({ namespace, command, data })
  if (answer.kind === 'fine') line.port?.postMessage({ ...base, isError: false, data: answer.data })
  else {
    const { errorKey } = answer
    line.port?.postMessage({ ...base, isError: true, errorKey, reason: errorKey, details: { command, requestData: data } })
  }
}

function change(line: Line, message: unknown, step: (key: string, topic: AppTopic) => void): void {
  const wanted = field(message, 'topic')
  const [namespace, key, parameter] = [field(wanted, 'namespace'), field(wanted, 'key'), field(wanted, 'parameter')]
  if (typeof namespace !== 'string' || typeof key !== 'string') return
  const topic: AppTopic = { namespace, key, ...(typeof parameter === 'string' && { parameter }) }
  step(JSON.stringify(topic), topic)
}

/** An event goes to the exact topic that was subscribed to, with or without a contact id, because the SDK looks handlers up by it. */
function publish(line: Line, topic: AppTopic, data: object): void {
  for (const wanted of line.topics.values()) {
    const same = wanted.namespace === topic.namespace && wanted.key === topic.key
    if (same && (wanted.parameter === undefined || wanted.parameter === topic.parameter))
      line.port?.postMessage({ type: 'publish', topic: wanted, data })
  }
}

async function goodbye(line: Line): Promise<void> {
  if (!line.created) return
  await new Promise<void>((said) => {
    line.goodbye = said
    setTimeout(said, goodbyeMilliseconds)
    if (line.running) stage(line, 'stop')
    stage(line, 'destroy')
  })
}

function field(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? Object.entries(message).find(([key]) => key === name)?.[1] : undefined
}
