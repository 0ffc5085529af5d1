import { useEffect, useState } from 'preact/hooks'
import type { WorkspaceApp } from '../../workspace/workspace-app.ts'
import type { WorkspaceCommand } from '../../workspace/workspace-commands.ts'
import type { WorkspaceAnswer, WorkspaceNews } from '../../workspace/workspace-messages.ts'
import { now } from '../now.ts'

/** The state of an agent as the server sent it last. */
export type Snapshot = Extract<WorkspaceNews, { kind: 'snapshot' }>
/** Sends a command to the server and returns its answer. */
export type Ask = (command: WorkspaceCommand) => Promise<WorkspaceAnswer>
/** What the workspace page shows; `snapshot` is null before the first message. */
export type WorkspaceState = {
  connected: boolean
  app: { config: WorkspaceApp; region: string } | null
  snapshot: Snapshot | null
  /** Line time minus the browser's time in milliseconds, for countdowns. */
  ahead: number
}
type Wire = { ask: Ask; stop(): void }

const retryMilliseconds = 1000

/** The workspace's connection to the server: what to show, and a function to send commands. It reconnects. */
export function useWorkspace(): WorkspaceState & { ask: Ask } {
  const [state, setState] = useState<WorkspaceState>({ connected: false, app: null, snapshot: null, ahead: 0 })
  const [wire, setWire] = useState<Wire | null>(null)
  useEffect(() => {
    const opened = keepOpen((change) => setState((before) => ({ ...before, ...change(before) })))
    setWire(opened)
    return opened.stop
  }, [])
  return { ...state, ask: wire?.ask ?? (async () => ({ kind: 'refused' })) }
}

function keepOpen(change: (step: (before: WorkspaceState) => Partial<WorkspaceState>) => void): Wire {
  const waiting = new Map<number, (answer: WorkspaceAnswer) => void>()
  let socket: WebSocket
  let retry: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let asked = 0
  const open = (): void => {
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/workspace/socket`)
    socket.addEventListener('message', ({ data }) => {
      const news: WorkspaceNews = JSON.parse(String(data))
      if (news.kind === 'answer') settle(waiting, news.id, news.answer)
      else change(() => shownAfter(news))
    })
    socket.addEventListener('close', () => {
      for (const id of waiting.keys()) settle(waiting, id, { kind: 'refused' })
      if (stopped) return
      change(() => ({ connected: false }))
      retry = setTimeout(open, retryMilliseconds)
    })
  }
  open()
  return {
    ask: (command) =>
      new Promise((answer) => {
        if (socket.readyState !== WebSocket.OPEN) return answer({ kind: 'refused' })
        asked += 1
        waiting.set(asked, answer)
        socket.send(JSON.stringify({ id: asked, command }))
      }),
    stop: () => {
      stopped = true
      clearTimeout(retry)
      socket.close()
    },
  }
}

function settle(waiting: Map<number, (answer: WorkspaceAnswer) => void>, id: number, answer: WorkspaceAnswer): void {
  waiting.get(id)?.(answer)
  waiting.delete(id)
}

function shownAfter(news: Exclude<WorkspaceNews, { kind: 'answer' }>): Partial<WorkspaceState> {
  if (news.kind === 'welcome') return { connected: true, app: { config: news.app, region: news.region } }
  return { connected: true, snapshot: news, ahead: Date.parse(news.now) - now().getTime() }
}
